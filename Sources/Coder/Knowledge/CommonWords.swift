/// Ids of the words that rules ask for by name.
///
/// A class, because a structure of that size would be copied wherever one word is asked for.
final class CommonWords: Sendable {
  let to: Int32
  let that: Int32
  let and: Int32
  let or: Int32
  let of: Int32
  let by: Int32
  let `in`: Int32
  let on: Int32
  let according: Int32
  let apostropheS: Int32
  let comma: Int32
  let the: Int32
  let a: Int32
  let has: Int32
  let `as`: Int32
  let `for`: Int32
  let from: Int32
  let with: Int32
  let between: Int32
  let under: Int32
  let against: Int32
  let he: Int32
  let she: Int32
  let they: Int32
  let it: Int32
  let we: Int32
  let i: Int32
  let my: Int32
  let our: Int32
  let who: Int32
  let which: Int32
  let but: Int32
  let not: Int32
  let `if`: Int32
  let `while`: Int32
  let than: Int32
  let county: Int32
  let his: Int32
  let her: Int32
  let its: Int32
  let their: Int32

  /// - Parameter add: gives a word its id, and flags.
  init(_ add: (String, WordFlags) -> Int32) {
    to = add("to", .to)
    that = add("that", .that)
    and = add("and", .and)
    or = add("or", [])
    of = add("of", .of)
    by = add("by", .by)
    `in` = add("in", [])
    on = add("on", [])
    according = add("according", .accordingTo)
    apostropheS = add("'s", .apostropheS)
    comma = add(",", [])
    the = add("the", [])
    a = add("a", [])
    has = add("has", [])
    `as` = add("as", [])
    `for` = add("for", [])
    from = add("from", [])
    with = add("with", [])
    between = add("between", [])
    under = add("under", [])
    against = add("against", [])
    he = add("he", [])
    she = add("she", [])
    they = add("they", [])
    it = add("it", [])
    we = add("we", [])
    i = add("i", [])
    my = add("my", [])
    our = add("our", [])
    who = add("who", [])
    which = add("which", [])
    but = add("but", [])
    not = add("not", [])
    `if` = add("if", [])
    `while` = add("while", [])
    than = add("than", [])
    county = add("county", [])
    his = add("his", [])
    her = add("her", [])
    its = add("its", [])
    their = add("their", [])
  }

  /// “us” and “me” are left out: folded, the first one is a country.
  func isFirstPerson(_ word: Int32) -> Bool {
    word != 0 && (word == we || word == i || word == our || word == my)
  }
}
