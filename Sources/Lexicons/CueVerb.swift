import EventData

/// A verb or noun that reports speech, as `cue-verbs.tsv` gives it.
package struct CueVerb: Hashable, Sendable {
  /// What may follow the cue as content; see `Documentation/lexicons.md`.
  ///
  /// Inlinable, as every cue of a text is asked for several of them.
  package struct Frames: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    @inlinable package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// A quotation, beside, before or around it.
    @inlinable package static var quotation: Frames { Frames(rawValue: 1 << 0) }
    /// A clause that “that” opens.
    @inlinable package static var that: Frames { Frames(rawValue: 1 << 1) }
    /// A clause without “that”: “said talks had failed”.
    @inlinable package static var clause: Frames { Frames(rawValue: 1 << 2) }
    /// Whom it is said to, before the content: “told reporters that”.
    @inlinable package static var addressee: Frames { Frames(rawValue: 1 << 3) }
    /// An infinitive: “pledged to help”, with an addressee “urged Kyiv to help”.
    @inlinable package static var infinitive: Frames { Frames(rawValue: 1 << 4) }
    /// A noun phrase: “denied the claim”.
    @inlinable package static var object: Frames { Frames(rawValue: 1 << 5) }
    /// A question: “asked whether”, “said why”.
    @inlinable package static var question: Frames { Frames(rawValue: 1 << 6) }
    /// A gerund: “denied sending troops”.
    @inlinable package static var gerund: Frames { Frames(rawValue: 1 << 7) }

    /// A noun phrase and what it is called: “called it an insult”.
    @inlinable package static var naming: Frames { Frames(rawValue: 1 << 8) }

    /// Whether all of some frames are among them.
    @inlinable package func contains(_ frames: Frames) -> Bool {
      rawValue & frames.rawValue == frames.rawValue
    }

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
