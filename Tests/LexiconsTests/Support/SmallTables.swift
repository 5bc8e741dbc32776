import Lexicons

/// The smallest tables that load, in a folder of their own, to be broken one at a time.
struct SmallTables {
  static let standard: [String: String] = [
    "states.tsv": """
    code	alpha2	name	aliases	adjectives	people	capital	seats	lat	lon
    OST	OS	Ostmark	Republic of Ostmark	Ostmarkian	Ostmarkians	Sabel		50.5	-30.25

    """,
    "organisations.tsv": """
    id	name	kind	code	affiliation	aliases
    harbour-watch	Harbour Watch	ngo	NGO	OST	HW|Watch

    """,
    "armed-groups.tsv": """
    id	name	kind	code	affiliation	aliases	region
    dune-front	Dune Front	rebels	OSTREB			sand-coast

    """,
    "outlets.tsv": """
    id	name	kind	country	domains	aliases
    sabel-courier	Sabel Courier	newspaper	OST	courier.example|sabel.example	Courier

    """,
    "regions.tsv": """
    id	name	kind	country	parent	lat	lon	aliases
    sand-coast	Sand Coast	region	OS	OST	50	-30	the Sands
    narrow-sound	Narrow Sound	strait			51	-31	

    """,
    "gazetteer.tsv": """
    id	name	country	admin1	lat	lon	population	aliases
    77	Port Amelin	OS	02	50.1	-30.1	12000	Amelin

    """,
    "role-nouns.tsv": """
    noun	plural	sector	kind
    harbour master	harbour masters	GOV	person

    """,
    "later-codes.tsv": """
    id	organisation	from	code
    dune-front-2020	dune-front	2020-05	OSTGOV

    """,
    "peoples.tsv": """
    id	state	adjectives	people
    dunefolk	OST	Dunish	Dunefolk

    """,
    "cue-verbs.tsv": """
    lemma	forms	act	frames
    warn	warn|warns|warned|warning	threaten	qtca +of +against
    claim	claim|claims	accuse	noun t

    """,
    "event-frames.tsv": """
    id	predicate	words	particle	object	target	category	mode	cameo	indicator	status	reciprocal
    shell	verb	shell|sail			object	ASSAULT	heavy	194	FU1	occurred	
    meet	noun	meeting|meetings	up with	talks harbour	with|to	CONSULT		040		occurred	yes

    """,
    "event-objects.tsv": """
    class	words
    talks	talks|meeting
    harbour	port

    """,
    "event-matters.tsv": """
    id	words	done	appeal	intend	demand	reject	threaten	protest
    talks	talks harbour	04|05	026	036	106	125		

    """,
    "event-codes.tsv": """
    code	goldstein
    194	-10

    """,
    "officeholders-all.tsv": """
    body	office	title	name	aliases	gender	from	to
    OST	head-of-state	president	Ilse Marden	I. Marden	f	2015-03	2020-06-30
    OST	head-of-state	president	Tomas Bek		m	2020-07-01	
    OST	foreign-minister	foreign minister	Ilse Marden	Marden	f	2021	2022

    """,
    "given-names.tsv": """
    name	gender
    Ilse	f
    Robin	

    """,
    "verbs.tsv": """
    lemma	forms
    sail	sail|sails|sailed|sailing
    shell	shell|shells|shelled|shelling

    """,
    "words.tsv": """
    class	words
    determiner	the|a
    number	one=1|half=0.5

    """,
  ]

  let folder: TemporaryFolder
  let locator: ResourceLocator

  /// - Parameter changes: Tables by file name; nil leaves the table out.
  init(_ changes: [String: String?] = [:]) throws {
    folder = try TemporaryFolder()
    let tables = try folder.folder("lexicons")
    for (file, standard) in Self.standard {
      if let text = changes[file] ?? standard { try folder.write(text, to: "lexicons/\(file)") }
    }
    locator = ResourceLocator(root: folder.path)
    precondition(tables == locator.path("lexicons"))
  }

  func load(userFolder: String? = nil) throws(LexiconError) -> Lexicons {
    try Lexicons(from: locator, userFolder: userFolder)
  }

  /// Where the table of that name stands.
  func path(_ file: String) -> String { locator.path("lexicons/\(file)") }
}
