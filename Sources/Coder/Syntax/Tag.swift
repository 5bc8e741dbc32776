/// What a token does in its sentence, as far as brink needs to know.
///
/// Adjectives go with nouns: both stand inside a noun phrase.
enum Tag: UInt8 {
  case noun, name, number, time
  case determiner, possessive, apostrophe
  case adverb, preposition, coordinator, subordinator, relative, pronoun
  /// A finite verb or an infinitive; a past participle; a gerund; an auxiliary.
  case verb, participle, gerund, auxiliary
  /// “to” before an infinitive.
  case to
  case comma, dash, colon, bracket, quote, stop, hyphen, other

  /// May stand inside a noun phrase.
  var isNominal: Bool {
    switch self {
    case .noun, .name, .number, .determiner, .possessive, .apostrophe, .hyphen: true
    default: false
    }
  }

  /// May head a noun phrase.
  var isHead: Bool { self == .noun || self == .name || self == .pronoun }

  /// A verb with its subject, spoken or not: finite, an infinitive, an auxiliary.
  var headsClause: Bool { self == .verb || self == .auxiliary }

  var isVerbal: Bool {
    switch self {
    case .verb, .participle, .gerund, .auxiliary: true
    default: false
    }
  }
}
