import EventData

/// Source, cue and content as tokens, before it is known who the source is.
struct Attribution {
  /// The words of the cue: “has also warned”, “according to”.
  var cue: Range<Int>
  /// The noun phrase that stands for the source; nil when there is none.
  var source: Range<Int>?
  var content: [Range<Int>]
  var addressee: Range<Int>?
  /// Who passed it on, or the channel on which it was said.
  var via: Range<Int>?
  var act: Statement.Act
  var rule: String
  /// “…, the agency reported”: whoever says so has only passed it on.
  var isRelayed = false
  /// The source was taken from another clause, as for “…, adding that”.
  var isSharedSource = false
  /// The words are the source's own without marks, as in a transcript.
  var isVerbatim = false
  /// The words of a cue that others stand between: “was quoted”, “as saying”.
  var cueParts: [Range<Int>] = []
}

/// What a rule sees: one article and the places in it where cues stand.
final class AttributionContext {
  let knowledge: Knowledge
  let document: Document
  let resolution: Resolution
  let phrases: NounPhraseFinder
  /// Those of the document, as each rule asks for many.
  private let tokens: [Token]
  private let tags: [Tag]
  /// The states that the article names, by their names.
  lazy var states: [String: Int] = {
    var states: [String: Int] = [:]
    for (place, entity) in resolution.entities.enumerated() where entity.actor.kind == .state {
      states[entity.actor.name] = place
    }
    return states
  }()

  init(knowledge: Knowledge, document: Document, resolution: Resolution) {
    self.knowledge = knowledge
    self.document = document
    self.resolution = resolution
    tokens = document.tokens
    tags = document.tags
    phrases = NounPhraseFinder(
      knowledge: knowledge, document: document, resolution: resolution)
  }

  func flags(_ token: Int) -> WordFlags { tokens[token].flags }
  func word(_ token: Int) -> Int32 { tokens[token].word }
  func tag(_ token: Int) -> Tag { tags[token] }
  func kind(_ token: Int) -> Token.Kind { tokens[token].kind }

  /// Content that ends inside a quote goes on to its end, over sentences.
  func wholeQuote(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, document.isInQuote(last) else { return range }
    let quote = document.quotes[Int(document.quoteOfToken[last])]
    guard !quote.isSingle, quote.tokens.upperBound > range.upperBound,
      quote.tokens.lowerBound >= range.lowerBound
    else { return range }
    return range.lowerBound..<quote.tokens.upperBound
  }
}

/// One way in which English reports speech. One rule a file.
protocol AttributionRule: Sendable {
  static var id: String { get }

  /// The attributions that one sentence makes, in any order.
  ///
  /// - Parameter cues: The cue verbs of the sentence, in order.
  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution]
}

/// All rules, in the order in which they may claim a cue: the first one keeps it.
enum AttributionRules {
  static let standard: [any AttributionRule.Type] = [
    AccordingToRule.self,
    RelayRule.self,
    PrecedingQuoteRule.self,
    TranscriptRule.self,
    PassiveRule.self,
    TailDenialRule.self,
    ClauseRule.self,
    ColonQuoteRule.self,
    PrecedingContentRule.self,
    DashAttributionRule.self,
    NounCueRule.self,
    HeadlineRule.self,
  ]
}
