import EventData

/// A predicate frame: which words make an event, and what it is.
///
/// One row of `event-frames.tsv`; the form is described in `Documentation/events.md`.
package struct EventFrame: Hashable, Sendable {
  package enum Predicate: String, Sendable {
    case verb, noun
    /// Behind a form of “be”: “is ready to”.
    case adjective
    /// What a speaker says that another must do.
    case modal
  }

  /// Where the target stands.
  package enum Target: Hashable, Sendable {
    /// The object of the verb, or of “of” after a noun.
    case object
    /// Behind one of the prepositions.
    case preposition([String])
    /// Whoever is named first behind the predicate.
    case any
    /// The subject, as of a passive: “died in an attack”.
    case subject
    /// Nowhere: the event has none.
    case none
  }

  package let id: String
  package let predicate: Predicate
  /// All forms of the predicate's first word.
  package let forms: [String]
  /// Words that must follow the first one, as “back” in “pull back”.
  package let particle: [String]
  /// Classes of `event-objects.tsv` that must all stand in the object (verb) or beside
  /// the predicate (noun).
  package let object: [String]
  package let target: Target
  package let category: EventCategory
  package let mode: String?
  package let cameo: String
  package let indicator: String?
  /// The status of the event when nothing in the sentence changes it.
  package let status: Event.Status
  /// True where both sides act: each is source and target once.
  package let isReciprocal: Bool

  static let columns = [
    "id", "predicate", "words", "particle", "object", "target", "category", "mode", "cameo",
    "indicator", "status", "reciprocal",
  ]

  /// - Parameter verbs: The forms of verbs by lemma: rows name verbs by their lemmas.
  init(
    _ row: LexiconTable.Row, in table: LexiconTable, verbs: [String: [String]]
  ) throws(LexiconError) {
    id = row[0]
    guard let predicate = Predicate(rawValue: row[1]) else {
      throw table.malformed(
        row, "a predicate is verb, noun, adjective or modal, not ‘\(row[1])’")
    }
    guard let category = EventCategory(rawValue: row[6]) else {
      throw table.malformed(row, "‘\(row[6])’ is not a category of PLOVER")
    }
    guard let status = Event.Status(rawValue: row[10]) else {
      throw table.malformed(row, "‘\(row[10])’ is not a status")
    }
    self.predicate = predicate
    self.category = category
    self.status = status
    var forms: [String] = []
    for word in row.list(2) {
      guard predicate == .verb else {
        forms.append(word)
        continue
      }
      guard let known = verbs[word] else {
        throw table.malformed(row, "‘\(word)’ is not a verb of verbs.tsv")
      }
      forms += known
    }
    self.forms = forms
    particle = row[3].split(separator: " ").map(String.init)
    object = row[4].split(separator: " ").map(String.init)
    target =
      switch row[5] {
      case "object": .object
      case "any": .any
      case "subject": .subject
      case "": .none
      default: .preposition(row.list(5))
      }
    mode = row.optional(7)
    cameo = row[8]
    indicator = row.optional(9)
    isReciprocal = row[11] == "yes"
    guard !id.isEmpty, !forms.isEmpty, !cameo.isEmpty else {
      throw table.malformed(row, "a frame needs an id, words and a CAMEO code")
    }
  }
}
