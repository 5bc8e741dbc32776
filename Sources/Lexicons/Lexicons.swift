/// All that brink knows about the world, as immutable tables.
package struct Lexicons: Sendable {
  package let states: [State]
  package let officeHolders: [OfficeHolder]
  /// Organisations and armed groups.
  package let organisations: [Organisation]
  package let outlets: [Outlet]
  package let places: Places
  package let givenNames: [GivenName]
  /// Peoples and the inhabitants of regions.
  package let peoples: [People]
  /// Those of `role-nouns.tsv`, then the nouns of ``peoples``.
  package let roleNouns: [RoleNoun]
  package let cueVerbs: [CueVerb]
  /// Forms of the verbs of news, the lemma first.
  package let verbs: [[String]]
  package let words: WordClasses
  package let eventFrames: [EventFrame]
  package let eventObjects: [String: [String]]
  /// What can be asked for, promised or refused; the first row that fits is meant.
  package let eventMatters: [EventMatter]
  /// The Goldstein score of each CAMEO code, from -10 (conflict) to 10 (cooperation).
  package let goldsteinOfCode: [String: Double]
  /// The tables as they were read, for their samples.
  package let tables: [LexiconTable]
  /// Changes whenever a byte of a table does.
  package let fingerprint: UInt64

  /// Reads every table of the resources, then the user's own of the same names, whose
  /// rows win where they have the same id.
  ///
  /// - Parameter userFolder: A folder that may hold tables; ignored when it is not there.
  /// - Throws: ``LexiconError``, with file and line.
  package init(
    from resources: ResourceLocator, userFolder: String? = nil
  ) throws(LexiconError) {
    var reader = TableReader(
      folder: resources.path("lexicons"), own: userFolder.map(TableReader.tables(in:)) ?? [])
    try self.init(&reader)
  }

  init(_ reader: inout TableReader) throws(LexiconError) {
    states = try reader.rows("states.tsv", State.columns, State.init)
    organisations = try Organisation.all(in: &reader)
    outlets = try reader.rows("outlets.tsv", Outlet.columns, Outlet.init)
    places = try Places(
      regions: reader.rows("regions.tsv", Place.regionColumns) {
        row, table throws(LexiconError) in
        try Place.check(region: row, in: table)
        return row
      },
      gazetteer: reader.rows("gazetteer.tsv", Place.gazetteerColumns) {
        row, table throws(LexiconError) in
        try Place.check(gazetteer: row, in: table)
        return row
      })
    let peoples = try reader.rows("peoples.tsv", People.columns, People.init)
    self.peoples = peoples
    roleNouns =
      try reader.rows("role-nouns.tsv", RoleNoun.columns, RoleNoun.init)
      + peoples.indices.flatMap { people in peoples[people].nouns.map { RoleNoun($0, of: people) } }
    cueVerbs = try reader.rows(
      "cue-verbs.tsv", CueVerb.columns, isSame: { CueVerb.isNoun($0) == CueVerb.isNoun($1) },
      CueVerb.init)
    officeHolders = try OfficeHolder.all(in: &reader)
    givenNames = try Self.givenNames(in: &reader)
    var verbs: [[String]] = []
    for table in try reader.tables("verbs.tsv", ["lemma", "forms"]) {
      verbs += table.rows.map { $0.list(1) }
    }
    self.verbs = verbs
    let formsOfVerb = Dictionary(verbs.map { ($0[0], $0) }, uniquingKeysWith: { $1 })
    eventFrames = try reader.rows("event-frames.tsv", EventFrame.columns) {
      row, table throws(LexiconError) in
      try EventFrame(row, in: table, verbs: formsOfVerb)
    }
    eventMatters = try reader.rows(
      "event-matters.tsv", EventMatter.columns, EventMatter.init)
    goldsteinOfCode = try Self.scores(in: &reader)
    var objects: [String: [String]] = [:]
    for table in try reader.tables("event-objects.tsv", ["class", "words"]) {
      for row in table.rows { objects[row[0], default: []] += row.list(1) }
    }
    eventObjects = objects
    words = try WordClasses(&reader)
    tables = reader.tables
    fingerprint = reader.fingerprint
  }

  private static func scores(
    in reader: inout TableReader
  ) throws(LexiconError) -> [String: Double] {
    let tables = try reader.tables("event-codes.tsv", ["code", "goldstein"])
    var scores: [String: Double] = [:]
    try reader.forEachRow(of: tables) { (row, table) throws(LexiconError) in
      guard let score = Double(row[1]), abs(score) <= 10 else {
        throw table.malformed(row, "the Goldstein score must be a number from -10 to 10")
      }
      scores[row[0]] = score
    }
    return scores
  }

  private static func givenNames(
    in reader: inout TableReader
  ) throws(LexiconError) -> [GivenName] {
    let tables = try reader.tables("given-names.tsv", GivenName.columns)
    var names: [GivenName] = []
    names.reserveCapacity(tables.reduce(0) { $0 + $1.rows.count })
    try reader.forEachRow(of: tables) { (row, table) throws(LexiconError) in
      names.append(try GivenName(row, in: table))
    }
    return names
  }
}
