/// Reported speech: who said what, in which words.
///
/// Source, cue and content follow Pareti, “PARC 3.0: A Corpus of Attribution
/// Relations”, LREC 2016. What may be missing is written as in ``Event``.
package struct Statement: Hashable, Sendable {
  /// How much of the content stands in quotation marks: all, none, or some.
  package enum Kind: String, Sendable, CaseIterable {
    case direct, indirect, mixed
  }

  /// What the speaker does by saying it.
  package enum Act: String, Sendable, CaseIterable {
    case assert, deny, accuse, threaten, demand, promise, propose, ask, praise, withhold
  }

  package var sentence: Span
  /// Nil when the text names nobody, or the rules abstain.
  package var speaker: Optional<ActorReference>
  /// The words that stand for the speaker, as “He”; nil when there are none.
  package var speakerSpan: Optional<Span>
  package var cueSpans: [Span]
  package var contentSpans: [Span]
  package var kind: Kind
  package var act: Act
  package var addressee: Optional<String>
  /// Who passed it on, or the channel: an agency, a tweet.
  package var via: Optional<String>
  /// True when a speaker reports it of another.
  package var isInner: Bool
  /// The id of the attribution rule that found it.
  package var rule: String

  package init(
    sentence: Span, speaker: ActorReference?, speakerSpan: Span?, cueSpans: [Span],
    contentSpans: [Span], kind: Kind, act: Act, addressee: String? = nil, via: String? = nil,
    isInner: Bool = false, rule: String
  ) {
    self.sentence = sentence
    self.speaker = speaker
    self.speakerSpan = speakerSpan
    self.cueSpans = cueSpans
    self.contentSpans = contentSpans
    self.kind = kind
    self.act = act
    self.addressee = addressee
    self.via = via
    self.isInner = isInner
    self.rule = rule
  }
}

/// Points to an actor by id and carries the name and code under which it goes.
package struct ActorReference: Hashable, Sendable {
  package var id: String
  package var name: String
  package var code: String

  package init(id: String, name: String, code: String) {
    self.id = id
    self.name = name
    self.code = code
  }

  package init(_ actor: PoliticalActor) {
    self.init(id: actor.id, name: actor.name, code: actor.code)
  }

  /// The id alone tells nearly all apart.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
