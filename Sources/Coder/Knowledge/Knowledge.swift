import EventData
import Lexicons

/// The lexicons compiled for matching: one vocabulary, tries of phrases, and what each
/// name, cue, role and predicate stands for. Made once, shared by all.
package final class Knowledge: Sendable {
  package let lexicons: Lexicons
  let vocabulary: Vocabulary
  /// Names of actors and places; values index ``aliases``.
  let names: PhraseTrie
  let aliases: [Alias]
  /// Role nouns, singular and plural; values are 2 × the index of the role noun, plus one
  /// for the plural.
  let roles: PhraseTrie
  /// Cues of several words; values index the cue verbs.
  let cues: PhraseTrie
  /// Cue verb by word, and cue noun by word; -1 for none.
  let cueVerbOfWord: [Int16]
  let cueNounOfWord: [Int16]
  let events: EventIndex
  /// What a closed-class word counts as: the weekday, the month, the number.
  let valueOfWord: [Int32: Double]
  let holdersOfTitle: OfficeIndex
  /// States by their ISO 3166 codes of three and of two letters.
  let stateOfCode: [String: Int]
  let organisationOfID: [String: Int]
  let words: CommonWords
  /// Words in lower case that stand inside family names, as “al” and “von”.
  let particles: Set<Int32>

  package init(_ lexicons: Lexicons) {
    var compiler = KnowledgeCompiler(lexicons)
    let tables = compiler.compiled()
    self.lexicons = lexicons
    vocabulary = tables.vocabulary
    names = tables.names
    aliases = tables.aliases
    roles = tables.roles
    cues = tables.cues
    cueVerbOfWord = tables.cueVerbOfWord
    cueNounOfWord = tables.cueNounOfWord
    events = tables.events
    valueOfWord = tables.valueOfWord
    holdersOfTitle = tables.holdersOfTitle
    stateOfCode = tables.stateOfCode
    organisationOfID = tables.organisationOfID
    words = tables.words
    particles = tables.particles
  }
}

/// A ``Knowledge`` in the making.
struct KnowledgeTables {
  var vocabulary = Vocabulary()
  var names = PhraseTrie(capacity: 1 << 18)
  var aliases: [Alias] = []
  var roles = PhraseTrie()
  var cues = PhraseTrie()
  var cueVerbOfWord: [Int16] = []
  var cueNounOfWord: [Int16] = []
  var events = EventIndex()
  var valueOfWord: [Int32: Double] = [:]
  var holdersOfTitle = OfficeIndex()
  var stateOfCode: [String: Int] = [:]
  var organisationOfID: [String: Int] = [:]
  var words = CommonWords()
  var particles: Set<Int32> = []
}

/// Ids of the words that rules ask for by name.
struct CommonWords: Sendable {
  var to: Int32 = 0
  var that: Int32 = 0
  var and: Int32 = 0
  var or: Int32 = 0
  var of: Int32 = 0
  var by: Int32 = 0
  var `in`: Int32 = 0
  var on: Int32 = 0
  var according: Int32 = 0
  var apostropheS: Int32 = 0
  var comma: Int32 = 0
  var the: Int32 = 0
  var a: Int32 = 0
  var has: Int32 = 0
  var `as`: Int32 = 0
  var `for`: Int32 = 0
  var from: Int32 = 0
  var with: Int32 = 0
  var between: Int32 = 0
  var against: Int32 = 0
  var he: Int32 = 0
  var she: Int32 = 0
  var they: Int32 = 0
  var it: Int32 = 0
  var we: Int32 = 0
  var i: Int32 = 0
  var my: Int32 = 0
  var our: Int32 = 0
  var who: Int32 = 0
  var which: Int32 = 0
  var but: Int32 = 0
  var not: Int32 = 0
  var `if`: Int32 = 0
  var `while`: Int32 = 0
  var than: Int32 = 0
  var county: Int32 = 0
  var his: Int32 = 0
  var her: Int32 = 0
  var its: Int32 = 0
  var their: Int32 = 0

  /// “us” and “me” are left out: folded, the first one is a country.
  func isFirstPerson(_ word: Int32) -> Bool {
    word != 0 && (word == we || word == i || word == our || word == my)
  }
}
