import Testing

@testable import Coder

@Suite("The clause rule")
struct ClauseRuleTests {
  @Test(
    "finds source, cue and content",
    arguments: [
      "{source Putin} {cue warned} that {content talks had failed}.",
      "{source The ministry} {cue said} {content its forces had withdrawn}.",
      "{source Zelensky} {cue has also warned} {content of a wider war}.",
      "{source Berlin} {cue called for} {content an inquiry}.",
      "{source The ministry} {cue said} in a statement on Sunday that {content its forces had withdrawn}.",
      "{source The general} {cue said} in Moscow that {content the exercise was over}.",
      "{source NATO} {cue said} Wednesday {content it had seen no pullback}.",
      "{source Tomas Bek}, quoted by the agency, {cue said} {content talks had failed}.",
      "{source The minister}, backed by the party, {cue warned} that {content it would be late}.",
      "{source Tomas Bek} {cue told} reporters that {content the bridge was safe}.",
      "{source The envoy} {cue urged} both sides {content to pull back}.",
      "{source He} {cue pledged} {content to rebuild the bridge}.",
      "{source The mayor} {cue asked} {content why the sirens had stayed silent}.",
      "{source NATO} {cue denied} {content the claim}.",
      "{source Norway} {cue announced} {content new sanctions}; Riga banned their ships.",
      "On Tuesday, {source Lavrov} {cue announced} that {content the drill was over}.",
      "{source Blinken} {cue would say} only that {content talks go on}.",
      "{source The envoy} {cue urged} both sides {content not to fire}.",
      "{source NATO} {cue dismissed} as absurd {content claims that it had fired first}.",
      "{source NATO} {cue rejected} {content claims that it had fired first}.",
      "{source The president} {cue ordered} {content the fleet back to its port} and closed the straits.",
      "In a short statement {source the ministry} {cue said} {content the road was closed}.",
      "After the summit {source the alliance} {cue said} {content it would send ships}.",
    ])
  func threeParts(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "finds no content in deeds that a verb of saying names, nor in how something will be done",
    arguments: [
      "The president declared a state of emergency after rioters had stormed the port.",
      "The president declared martial law and broke off relations with Riga.",
      "The fleet would respond “with all its force” to any shot.",
    ])
  func deeds(_ text: String) throws {
    try expectStatements(text)
  }

  @Test("takes what somebody calls something for an assertion to nobody")
  func called() throws {
    let found = try code("Oslo denied it, calling the report “a plain lie”.").statements
    #expect(found.map(\.act) == [.deny, .assert])
    #expect(found.map(\.addressee) == [nil, nil])
  }

  @Test(
    "names all who stand in a list, and nobody of the clause before",
    arguments: [
      ("Norway, Latvia and Estonia said that talks would go on.", "Norway, Latvia and Estonia"),
      ("Norway, Latvia, and Estonia said that talks would go on.", "Norway, Latvia and Estonia"),
      ("After talks in Norway, Latvia and Estonia said that it was late.", "Latvia and Estonia"),
      ("Talks were held in Riga, and Norway said that it would leave.", "Norway"),
      ("The army of Norway and Latvia said that talks would go on.", "army"),
      ("An ally of Norway and Latvia said that talks would go on.", "ally"),
    ])
  func lists(_ text: String, _ speaker: String) throws {
    #expect(try code(text).statements.map { $0.speaker?.name } == [speaker])
  }

  @Test(
    "finds a quotation behind the cue",
    arguments: [
      "{source Anna Reke} {cue said}: {content “We were never asked.”}",
      "{source Lavrov} {cue said}, {content “We will answer”}.",
      "{source Lavrov} {cue said} {content “we will answer”}.",
      "{source Ilse Marden} {cue said} on Monday: {content \"We were never asked.\"}",
    ])
  func quotation(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "finds the subject past insertions, relative clauses and days",
    arguments: [
      "{source Marta Illyn}, the region's deputy governor, {cue said} {content the corridor would stay open}.",
      "{source Tomas Bek}, who led the drill, {cue said} {content the bridge was safe}.",
      "{source A senior Western official}, who spoke on condition of anonymity because the talks are private, {cue said} {content the offer had been withdrawn}.",
      "{source Ilse Marden} on Tuesday {cue said} {content the port would reopen}.",
      "{source An analyst at the Meridian Institute} {cue said} {content the drill was routine}.",
    ])
  func insertions(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "gives a participle and a coordinated verb the source of the clause before",
    arguments: [
      "{source12 Rebel leaders} {cue1 rejected} {content1 the plan}, {cue2 adding} that {content2 the shelling must stop first}.",
      "{source12 The mayor} {cue1 said} {content1 the bridge was open} and {cue2 warned} that {content2 it might close again}.",
    ])
  func sharedSource(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "finds who stands before a gerund that opens a quotation",
    arguments: [
      "The film shows {source Marta Illyn} {cue saying}, {content “Nobody sails before noon.”}",
      "{source Marta Illyn} nodded before {cue asking}, {content “Who fired first?”}",
    ])
  func gerund(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "ends the content where another clause begins",
    arguments: [
      "{source1 The mayor} {cue1 said} {content1 the bridge was open}; {source2 drivers} {cue2 say} {content2 it is closed}.",
      "{source1 The mayor} {cue1 said} {content1 the bridge was open}, while {source2 the army} {cue2 denied} {content2 any delay}.",
      "{source1 Ankara} {cue1 denies} {content1 arming the rebels}.",
      "{source1 Oslo} {cue1 says} {content1 talks have failed}.",
      "{source1 Oslo} {cue1 says} {content1 it's not a party to the war}.",
    ])
  func limits(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "leaves out where it was said and how the source is to be cited",
    arguments: [
      "{source The navy} {cue said} in a letter published on Monday that {content its boats had left}.",
      "{source A diplomat}, who declined to be identified, {cue said} {content the ships would sail}.",
      "{source A report} published Friday {cue warned} {content of hunger by autumn}.",
    ])
  func adverbials(_ marked: String) throws {
    try expectStatements(marked, by: ClauseRule.id)
  }

  @Test(
    "finds nothing where nothing has been said",
    arguments: [
      "The ministry will announce the date on Friday.",
      "The mayor wants to say that the bridge is safe.",
      "The bridge was closed on Monday.",
      "Troops said to be near the border have left.",
      "It was to say the least a surprise.",
      "We like this step which confirms the close alliance.",
    ])
  func nothing(_ text: String) throws {
    try expectStatements(text)
  }

  @Test("takes a negated cue for something withheld")
  func negated() throws {
    let marked = "{source The minister} {cue did not say} {content when the flights would resume}."
    try expectStatements(marked, by: ClauseRule.id)
    #expect(try code(MarkedText(marked).text).statements.map(\.act) == [.withhold])
  }
}
