import EventData

/// A predicate frame: which words make an event, and what it is.
///
/// One row of `event-frames.tsv`; the form is described in `Documentation/events.md`.
package struct EventFrame: Hashable, Sendable {
  package enum Predicate: String, Sendable {
    case verb, noun
  }

  /// Where the target stands.
  package enum Target: Hashable, Sendable {
    /// The object of the verb, or of “of” after a noun.
    case object
    /// Behind one of the prepositions.
    case preposition([String])
    /// Nowhere: the event has none.
    case none
  }

  package let id: String
  package let predicate: Predicate
  /// Forms of the predicate's first word, the lemma first.
  package let forms: [String]
  /// Words that must follow the first one, as “back” in “pull back”.
  package let particle: [String]
  /// A class of `event-objects.tsv` that must stand in the object (verb) or beside the
  /// predicate (noun); nil for any.
  package let object: String?
  package let target: Target
  package let category: EventCategory
  package let mode: String?
  package let cameo: String
  package let goldstein: Double
  package let indicator: String?
  /// The status of the event when nothing in the sentence changes it.
  package let status: Event.Status
  /// True where both sides act: each is source and target once.
  package let isReciprocal: Bool

  static let columns = [
    "id", "predicate", "forms", "particle", "object", "target", "category", "mode", "cameo",
    "goldstein", "indicator", "status", "reciprocal",
  ]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = row[0]
    guard let predicate = Predicate(rawValue: row[1]) else {
      throw table.malformed(row, "a predicate is verb or noun, not ‘\(row[1])’")
    }
    guard let category = EventCategory(rawValue: row[6]) else {
      throw table.malformed(row, "‘\(row[6])’ is not a category of PLOVER")
    }
    guard let goldstein = Double(row[9]), abs(goldstein) <= 10 else {
      throw table.malformed(row, "the Goldstein score must be a number from -10 to 10")
    }
    guard let status = Event.Status(rawValue: row[11]) else {
      throw table.malformed(row, "‘\(row[11])’ is not a status")
    }
    self.predicate = predicate
    self.category = category
    self.goldstein = goldstein
    self.status = status
    forms = row.list(2)
    particle = row[3].split(separator: " ").map(String.init)
    object = row.optional(4)
    target =
      switch row[5] {
      case "object": .object
      case "": .none
      default: .preposition(row.list(5))
      }
    mode = row.optional(7)
    cameo = row[8]
    indicator = row.optional(10)
    isReciprocal = row[12] == "yes"
    guard !id.isEmpty, !forms.isEmpty, !cameo.isEmpty else {
      throw table.malformed(row, "a frame needs an id, forms and a CAMEO code")
    }
  }
}
