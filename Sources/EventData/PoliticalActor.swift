/// Somebody or something that speaks or acts. (Swift owns the name `Actor`.)
///
/// What may be missing is written as in ``Event``.
package struct PoliticalActor: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case person, state, organisation, group
  }

  /// Stable across articles for everybody whom the lexicons know; derived from the
  /// name for everybody else.
  package var id: String
  package var name: String
  package var kind: Kind
  /// The name of the state or body that the actor belongs to.
  package var affiliation: Optional<String>
  /// The role that the text gives, else the one held on the article's date.
  package var role: Optional<String>
  /// CAMEO: the state (ISO 3166-1 alpha-3) or international body, then roles; `---` for none.
  package var code: String

  package init(
    id: String, name: String, kind: Kind, affiliation: String? = nil, role: String? = nil,
    code: String = "---"
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.affiliation = affiliation
    self.role = role
    self.code = code
  }

  /// One actor goes under several roles; what else differs, differs with them.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(role)
  }
}

/// An actor with its mentions in one article.
package struct ActorMentions: Hashable, Sendable {
  package var actor: PoliticalActor
  package var mentions: [Mention]

  package init(actor: PoliticalActor, mentions: [Mention]) {
    self.actor = actor
    self.mentions = mentions
  }
}
