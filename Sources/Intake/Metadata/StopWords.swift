/// The commonest small words of the languages in Latin script.
enum StopWords {
  static let languages = ["en", "fr", "de", "es", "it", "pt", "nl", "pl"]

  private static let words: [String] = [
    """
    the of and to in that is was for on with as by at from it be are has have were will not his \
    said which this but they had their
    """,
    """
    le la les des du et en un une dans que qui pour est sur au aux avec par pas plus sont ce cette \
    été ses selon mais
    """,
    """
    der die das und den von zu mit ist im des auf für nicht ein eine dem sich auch als an nach hat \
    sind bei wird oder über
    """,
    """
    el la los las de del y en que un una por con para se su al es como lo más fue sus ha no pero \
    según
    """,
    """
    il la di che e in un una per con del della non i gli le si da sono dei nel alla ha è come più \
    anche delle
    """,
    """
    o a os as de do da em que e um uma para com não por no na dos das se ao foi mais são pelo pela \
    também
    """,
    """
    de het een en van in te dat is op voor met zijn niet aan er om ook als bij uit door heeft naar \
    maar wordt
    """,
    """
    w i na z do się nie że o jest to od za po jak przez przy oraz dla był są jego który tym które
    """,
  ]

  /// For each word, a bit for each language that has it.
  ///
  /// An open-addressing table by ``Key``, as it is asked for each word of a sample.
  struct Masks: Sendable {
    private var slots = [(word: UInt64, languages: UInt16)](repeating: (0, 0), count: 1024)

    fileprivate init(_ words: [String]) {
      for (index, list) in words.enumerated() {
        for word in list.utf8.split(separator: 0x20) {
          var key = Key()
          for byte in word { key.append(folded: byte.asciiLowercased) }
          guard let word = key.value else { continue }
          let place = place(of: word)
          slots[place] = (word, slots[place].languages | 1 << UInt16(index))
        }
      }
    }

    /// No bit for a word that none has.
    subscript(word: UInt64) -> UInt16 { slots[place(of: word)].languages }

    private func place(of word: UInt64) -> Int {
      var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
      while slots[place].word != 0, slots[place].word != word { place = (place + 1) & 1023 }
      return place
    }
  }

  static let masks = Masks(words)

  /// What each byte of a word becomes in a ``Key``; 0 for what is no part of a word.
  static let folded: [UInt8] = (0...255).map { byte in
    byte.isASCIILetter || byte >= 0x80 ? byte.asciiLowercased : 0
  }

  /// A word of at most eight bytes as one number, in lower case as far as ASCII goes.
  struct Key {
    private var bytes: UInt64 = 0
    private var count = 0

    mutating func append(folded byte: UInt8) {
      bytes = bytes << 8 | UInt64(byte)
      count &+= 1
    }

    var isEmpty: Bool { count == 0 }
    /// Nil for a longer word.
    var value: UInt64? { count <= 8 ? bytes : nil }
  }
}
