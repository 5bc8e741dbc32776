import EventData

/// A verb or noun that reports speech, as `cue-verbs.tsv` gives it.
package struct CueVerb: Hashable, Sendable {
  /// What may follow the cue as content; see `Documentation/lexicons.md`.
  package struct Frames: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// A quotation, beside, before or around it.
    package static let quotation = Frames(rawValue: 1 << 0)
    /// A clause that “that” opens.
    package static let that = Frames(rawValue: 1 << 1)
    /// A clause without “that”: “said talks had failed”.
    package static let clause = Frames(rawValue: 1 << 2)
    /// Whom it is said to, before the content: “told reporters that”.
    package static let addressee = Frames(rawValue: 1 << 3)
    /// An infinitive: “pledged to help”, with an addressee “urged Kyiv to help”.
    package static let infinitive = Frames(rawValue: 1 << 4)
    /// A noun phrase: “denied the claim”.
    package static let object = Frames(rawValue: 1 << 5)
    /// A question: “asked whether”, “said why”.
    package static let question = Frames(rawValue: 1 << 6)
    /// A gerund: “denied sending troops”.
    package static let gerund = Frames(rawValue: 1 << 7)

    /// A noun phrase and what it is called: “called it an insult”.
    package static let naming = Frames(rawValue: 1 << 8)

    static let letters: [Character: Frames] = [
      "q": .quotation, "t": .that, "c": .clause, "a": .addressee, "i": .infinitive,
      "o": .object, "w": .question, "g": .gerund, "n": .naming,
    ]
  }

  package let lemma: String
  /// All forms, the lemma first; a form of several words is a phrase.
  package let forms: [String]
  package let act: Statement.Act
  package let frames: Frames
  /// Prepositions that open the content: “called *for*”, “warned *of*”.
  package let prepositions: [String]
  /// True for a noun: “claims that”, “a warning from”.
  package let isNoun: Bool

  /// What tells cues apart: “claim” is both a verb and a noun.
  package var key: String { Self.key(lemma: lemma, isNoun: isNoun) }

  static let columns = ["lemma", "forms", "act", "frames"]

  static func key(lemma: String, isNoun: Bool) -> String { isNoun ? "noun " + lemma : lemma }

  static func isNoun(_ row: LexiconTable.Row) -> Bool {
    row[3].split(separator: " ").contains("noun")
  }

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    lemma = row[0]
    forms = row.list(1)
    guard let act = Statement.Act(rawValue: row[2]) else {
      throw table.malformed(row, "‘\(row[2])’ is not an act")
    }
    self.act = act
    var frames: Frames = []
    var prepositions: [String] = []
    var isNoun = false
    for part in row[3].split(separator: " ") {
      if part == "noun" {
        isNoun = true
      } else if part.hasPrefix("+") {
        prepositions.append(String(part.dropFirst()))
      } else {
        for letter in part {
          guard let frame = Frames.letters[letter] else {
            throw table.malformed(row, "‘\(letter)’ is not a frame")
          }
          frames.insert(frame)
        }
      }
    }
    guard !forms.isEmpty else { throw table.malformed(row, "a cue needs its forms") }
    self.frames = frames
    self.prepositions = prepositions
    self.isNoun = isNoun
  }
}
