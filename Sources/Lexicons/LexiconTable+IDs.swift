extension LexiconTable {
  /// What tells the rows of the table apart; nil where several rows may belong to one thing.
  var id: ((Row) -> String)? {
    switch name {
    case "words.tsv", "event-objects.tsv": nil
    case _ where name.hasPrefix("officeholders-"): nil
    default: key
    }
  }

  /// The name by which a row is found: an id, a code, a lemma, the name of a person.
  var key: (Row) -> String {
    switch name {
    case "cue-verbs.tsv": { CueVerb.key(lemma: $0[0], isNoun: CueVerb.isNoun($0)) }
    case _ where name.hasPrefix("officeholders-"): { $0[3] }
    default: { $0[0] }
    }
  }
}
