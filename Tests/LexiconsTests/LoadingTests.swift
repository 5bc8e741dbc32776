import EventData
import Lexicons
import Testing

@Suite("Tables once loaded")
struct LoadingTests {
  private let lexicons: Lexicons

  init() throws {
    lexicons = try SmallTables().load()
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test("give a state with its names and degrees")
  func state() throws {
    let state = try #require(lexicons.states.first)
    #expect(state.code == "OST" && state.alpha2 == "OS" && state.name == "Ostmark")
    #expect(state.aliases == ["Republic of Ostmark"])
    #expect(state.adjectives == ["Ostmarkian"] && state.people == ["Ostmarkians"])
    #expect(state.capitals == ["Sabel"] && state.seats == [])
    #expect(state.latitude == 50.5 && state.longitude == -30.25)
  }

  @Test("give organisations first and then armed groups")
  func organisations() {
    #expect(lexicons.organisations.map(\.id) == ["harbour-watch", "dune-front"])
    #expect(lexicons.organisations.map(\.isArmedGroup) == [false, true])
    #expect(lexicons.organisations[0].affiliation == "OST")
    #expect(lexicons.organisations[1].affiliation == nil)
    #expect(lexicons.organisations[0].aliases == ["HW", "Watch"])
  }

  @Test("give regions first and then the gazetteer")
  func places() {
    #expect(lexicons.places.map(\.id) == ["sand-coast", "narrow-sound", "geonames:77"])
    #expect(lexicons.places.map(\.kind) == [.region, .sea, .city])
    #expect(lexicons.places.map(\.country) == ["OS", nil, "OS"])
    #expect(lexicons.places[2].population == 12_000)
    #expect(lexicons.places.map(\.isFromGazetteer) == [false, false, true])
  }

  @Test("give the frames, prepositions and act of a cue")
  func cues() {
    let warn = lexicons.cueVerbs[0]
    #expect(warn.lemma == "warn" && warn.act == .threaten && !warn.isNoun)
    #expect(warn.frames == [.quotation, .that, .clause, .addressee])
    #expect(warn.prepositions == ["of", "against"])
    #expect(lexicons.cueVerbs[1].isNoun && lexicons.cueVerbs[1].frames == .that)
  }

  @Test("give event frames")
  func frames() {
    let (shell, meet) = (lexicons.eventFrames[0], lexicons.eventFrames[1])
    #expect(shell.predicate == .verb && shell.target == .object && shell.category == .assault)
    #expect(shell.indicator == "FU1" && !shell.isReciprocal && shell.object == [])
    #expect(
      shell.forms == [
        "shell", "shells", "shelled", "shelling", "sail", "sails", "sailed", "sailing",
      ])
    #expect(meet.target == .preposition(["with", "to"]) && meet.particle == ["up", "with"])
    #expect(meet.isReciprocal && meet.object == ["talks", "harbour"] && meet.mode == nil)
    #expect(meet.forms == ["meeting", "meetings"])
  }

  @Test("give what can be asked for, and its code by stance")
  func matters() {
    let talks = lexicons.eventMatters[0]
    #expect(talks.words == ["talks", "harbour"] && talks.done == ["04", "05"])
    #expect(talks.code(.intend) == "036" && talks.code(.reject) == "125")
    #expect(talks.code(.threaten) == nil)
    #expect(lexicons.goldsteinOfCode == ["194": -10])
  }

  @Test("give words with what they count as")
  func words() {
    #expect(lexicons.words.words[.determiner]?.map(\.text) == ["the", "a"])
    #expect(lexicons.words.words[.number]?.map(\.value) == [1, 0.5])
    #expect(lexicons.words.words[.month] == nil)
  }

  @Test("gather the offices of one person")
  func officeHolder() throws {
    let marden = lexicons.officeHolders[0]
    #expect(lexicons.officeHolders.count == 2)
    #expect(marden.terms.map(\.office) == ["head-of-state", "foreign-minister"])
    #expect(marden.aliases == ["I. Marden", "Marden"] && marden.gender == "f")
    #expect(marden.terms[0].from == (try day("2015-03-01")))
    #expect(marden.terms[1].from == (try day("2021-01-01")))
    #expect(marden.terms[1].to == (try day("2022-12-31")))
    #expect(lexicons.officeHolders[1].terms[0].to == nil)
  }

  @Test(
    "know which office somebody held on a day: that one, else the last before it, else the first",
    arguments: [
      ("2014-01-01", "president"), ("2015-03-01", "president"), ("2020-06-30", "president"),
      ("2020-12-31", "president"), ("2021-01-01", "foreign minister"),
      ("2022-12-31", "foreign minister"), ("2024-01-01", "foreign minister"),
    ])
  func term(_ iso: String, _ title: String) throws {
    #expect(lexicons.officeHolders[0].term(on: try day(iso))?.title == title)
  }

  @Test("count both limits of a term as held")
  func limits() throws {
    let days = try ["2015-02-28", "2015-03-01", "2020-06-30", "2020-07-01"].map(day)
    let holds = days.map(lexicons.officeHolders[0].terms[0].holds)
    #expect(holds == [false, true, true, false])
    #expect(lexicons.officeHolders[1].terms[0].holds(on: try day("2999-01-01")))
  }

  @Test("take a given name without a gender as one of both")
  func givenNames() {
    #expect(lexicons.givenNames.map(\.name) == ["Ilse", "Robin"])
    #expect(lexicons.givenNames.map(\.gender) == [.female, .either])
  }
}

@Suite("The user's own tables")
struct UserFolderTests {
  private let user: TemporaryFolder

  init() throws {
    user = try TemporaryFolder()
  }

  @Test("win row by row, and add what is new")
  func override() throws {
    try user.write(
      """
      id	name	kind	code	affiliation	aliases
      harbour-watch	Harbour Guard	ngo	NGO	OST	
      tide-union	Tide Union	union	LAB	OST	

      """, to: "organisations.tsv")
    let lexicons = try SmallTables().load(userFolder: user.path)
    #expect(lexicons.organisations.map(\.name) == ["Harbour Guard", "Tide Union", "Dune Front"])
    #expect(lexicons.states.map(\.name) == ["Ostmark"])
    #expect(lexicons.tables.contains { $0.file == user.path + "/organisations.tsv" })
  }

  @Test("win over a cue only where both are verbs or both are nouns")
  func cues() throws {
    try user.write(
      """
      lemma	forms	act	frames
      claim	claim|claims|claimed|claiming	assert	qtc
      warn	warn|warns|warned|warning	demand	qt

      """, to: "cue-verbs.tsv")
    let cues = try SmallTables().load(userFolder: user.path).cueVerbs
    #expect(cues.map(\.key) == ["warn", "noun claim", "claim"])
    #expect(cues.map(\.act) == [.demand, .accuse, .assert])
  }

  @Test("give people more offices")
  func offices() throws {
    try user.write(
      """
      body	office	title	name	aliases	gender	from	to
      OST	head-of-government	prime minister	Tomas Bek	T. Bek	m	2019	2019

      """, to: "officeholders-mine.tsv")
    let lexicons = try SmallTables().load(userFolder: user.path)
    let bek = try #require(lexicons.officeHolders.first { $0.name == "Tomas Bek" })
    #expect(bek.terms.map(\.title) == ["prime minister", "president"])
    #expect(bek.aliases == ["T. Bek"])
  }

  @Test("may be missing, and so may their folder")
  func missing() throws {
    #expect(try SmallTables().load(userFolder: user.path).states.count == 1)
    #expect(try SmallTables().load(userFolder: user.path + "/none").states.count == 1)
  }

  @Test("change the fingerprint, and so does any byte of a table")
  func fingerprint() throws {
    let plain = try SmallTables().load().fingerprint
    #expect(try SmallTables().load().fingerprint == plain)
    let changed = SmallTables.standard["verbs.tsv"]! + "#"
    #expect(try SmallTables(["verbs.tsv": changed]).load().fingerprint != plain)
    try user.write("lemma\tforms\n", to: "verbs.tsv")
    #expect(try SmallTables().load(userFolder: user.path).fingerprint != plain)
  }
}
