import EventData
import Testing

@testable import Coder

@Suite("Statements")
struct StatementTests {
  @Test(
    "are direct, mixed or indirect by how much of them stands in quotation marks",
    arguments: [
      ("“We are ready,” Zelensky said.", .direct), ("Zelensky said they were ready.", .indirect),
      ("Zelensky said they were “ready for anything that may come” this winter.", .mixed),
      ("Zelensky said: “We are ready.”", .direct),
      ("Lavrov said: ‘We are ready to wait.’", .direct),
      ("We are ready to wait, Lavrov said.", .direct),
      ("Lavrov said that our patience was not endless.", .mixed),
      ("Lavrov said that patience was at an end,” and left.", .mixed),
    ] as [(String, Statement.Kind)])
  func kind(_ text: String, _ kind: Statement.Kind) throws {
    #expect(try code(text).statements.first?.kind == kind)
  }

  @Test(
    "have the act of their cue",
    arguments: [
      ("Lavrov said talks had failed.", .assert), ("Lavrov denied the claim.", .deny),
      ("Lavrov rejected the claim.", .deny), ("Lavrov warned that talks would fail.", .threaten),
      ("Lavrov threatened to leave the talks.", .threaten),
      ("Lavrov demanded that NATO leave.", .demand), ("Lavrov urged NATO to leave.", .demand),
      ("Lavrov promised to come.", .promise), ("Lavrov vowed to come.", .promise),
      ("Lavrov accused NATO of lying.", .accuse), ("Lavrov asked whether NATO would come.", .ask),
      ("Lavrov praised the deal.", .praise), ("Lavrov proposed to meet in May.", .propose),
      ("Lavrov declined to comment.", .withhold),
      ("Lavrov did not say when he would come.", .withhold),
      ("Lavrov did not deny the claim.", .withhold),
      ("Lavrov called it an insult.", .assert), ("Lavrov called for talks.", .demand),
      ("Lavrov claimed to have won.", .assert), ("Lavrov told the crew to leave.", .demand),
      ("Lavrov told the crew not to leave.", .demand),
      ("Lavrov told the crew that they would leave.", .assert),
      ("Lavrov reported seeing smoke.", .assert),
    ] as [(String, Statement.Act)])
  func act(_ text: String, _ act: Statement.Act) throws {
    #expect(try code(text, published: "2022-01-26").statements.first?.act == act)
  }

  @Test(
    "are inner where another speaker reports them",
    arguments: [
      ("Yuri Dans said that the president had said the treaty was dead.", [false, true]),
      ("Lavrov said talks had failed, and Blinken said they had not.", [false, false]),
      ("Lavrov said talks had failed.", [false]),
    ])
  func inner(_ text: String, _ inner: [Bool]) throws {
    let statements = try code(text, published: "2022-01-26").statements.sorted {
      $0.cueSpans[0] < $1.cueSpans[0]
    }
    #expect(statements.map(\.isInner) == inner)
  }

  @Test("stand in the sentence of their cue, also where a quotation began before it")
  func sentence() throws {
    let coded = try code("“No troops. No bases,” Blinken said. Nobody answered.")
    #expect(
      coded.statements.map { coded.text(of: $0.contentSpans[0]) } == ["“No troops. No bases,”"])
    let sentence = try #require(coded.statements.first?.sentence)
    #expect(coded.sentences.contains { $0.span == sentence })
    #expect(sentence.contains(coded.statements[0].cueSpans[0]))
  }

  @Test("are not looked for in headings")
  func headings() throws {
    var article = article("Putin said talks had failed\n\nShips left.")
    article.headings = [Span(0, 27)]
    #expect(try Coding.coder.get().code(article).statements.isEmpty)
    article.headings = []
    #expect(try Coding.coder.get().code(article).statements.count == 1)
  }

  @Test("may be in the title")
  func title() throws {
    let coded = try code("Nothing else.", title: "Putin warns that talks have failed")
    #expect(coded.statements.map { $0.speaker?.name } == ["Vladimir Putin"])
    #expect(coded.sentences.first?.isTitle == true)
  }

  @Test("name whom they were said to")
  func addressee() throws {
    let coded = try code("Lavrov told reporters that talks had failed. Blinken urged NATO to wait.")
    #expect(coded.statements.map(\.addressee) == ["reporters", "NATO"])
  }

  @Test(
    "begin behind whom they were said to, with and without “that”",
    arguments: [
      "{source Lavrov} {cue told} Reuters {content the talks had failed}.",
      "{source Lavrov} {cue told} him {content the talks had failed}.",
      "{source Lavrov} {cue told} reporters {content the talks had failed}.",
      "{source Lavrov} {cue told} the crew {content to leave the port}.",
      "{source Lavrov} {cue told} the Echo's morning programme: {content “The talks have failed.”}",
    ])
  func behindAddressee(_ marked: String) throws {
    try expectStatements(marked)
  }

  @Test(
    "are found where apostrophes were lost",
    arguments: [
      "{content Hes ready and theyre not}, {source Blinken} {cue said}.",
      "{content Ukraine doesnt accept NATOs offer}, {source Kuleba} {cue said}.",
    ])
  func lostApostrophes(_ marked: String) throws {
    try expectStatements(marked)
  }

  @Test(
    "are of who tells, not of whom it is told",
    arguments: [
      "{content “Nobody sleeps,”} {source the mayor of Lanwick}, Ivo Reke, {cue told} a crowd.",
      "{content “Nobody sleeps,”} {source Ivo Reke}, the mayor of Lanwick, {cue told} Reuters.",
    ])
  func telling(_ marked: String) throws {
    try expectStatements(marked)
  }

  @Test("are not what is called back")
  func calledBack() throws {
    #expect(try code("Latvia recalled its ambassador from Paris.").statements.isEmpty)
    #expect(try code("Lavrov recalled the winter of 1999.").statements.count == 1)
  }

  @Test("are not the names of those whom an outlet cites")
  func cited() throws {
    let coded = try code("Reuters reported that ships had left, citing two officials.")
    #expect(coded.statements.count == 1)
  }

  @Test("are all found in a long live blog")
  func liveBlog() throws {
    let entries = 300
    let blog = (0..<entries).map {
      "\($0 / 60 % 24):\(10 + $0 % 50) — Marta Illyn said that \($0) boats had left the harbour of "
        + "Sabel, where nobody was waiting for them any more."
    }
    let coded = try code(blog.joined(separator: "\n\n"))
    #expect(coded.statements.count == entries)
    #expect(coded.statements.allSatisfy { $0.speaker?.name == "Marta Illyn" })
  }
}
