import Archive
import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("Lists of actors and regions")
struct FacetPaneTests {
  private func wide(after keys: String) throws -> String {
    try screen(after: keys, columns: 160, rows: 48)
  }

  @Test("keep articles out with !, in sight and until it is pressed again")
  func excludes() throws {
    let without = try wide(after: "3!")
    #expect(without.contains("Filter: not actor Tomas Reyk"))
    #expect(!without.contains("Minister denies order"))
    #expect(without.contains("Harbour Council asks"))
    #expect(try session(after: "3!!").state.scope.isEmpty)
    #expect(try session(after: "3!⏎").state.scope.facets.count == 1)
  }

  @Test("keep out what mentions a region, too")
  func excludesRegions() throws {
    let without = try session(after: "4/kessel⏎!")
    #expect(without.state.frame().plain.contains("not region Kessel Strait"))
    #expect(without.state.scope.filter.withoutRegions == ["kessel"])
    #expect(!without.state.frame().plain.contains("Norvane says convoy left under escort"))
  }

  @Test("filter by one and no other with a full stop, and by none with a second one")
  func only() throws {
    #expect(try session(after: "3⏎4⏎3.").state.scope.facets.count == 1)
    #expect(try session(after: "3..").state.scope.isEmpty)
  }

  private func session(after keys: String) throws -> DashboardSession {
    var session = DashboardSession(
      archive: try ArchiveWriter.holding(Story.articles).dashboard,
      size: Size(columns: 160, rows: 48))
    session.send(try KeyNotation.inputs(keys))
    return session
  }

  @Test("show while it is typed only names that have it, and all again after Esc")
  func narrows() throws {
    let narrow = try screen(after: "3z/harb")
    #expect(narrow.contains("“harb” 1 of 1"))
    #expect(narrow.contains("Harbour Council") && !narrow.contains("Sudmark"))
    // Who belongs to it is found as well.
    #expect(try screen(after: "3z/norv").contains("Ilse Marden"))
    #expect(try screen(after: "3z/harb⏎<Esc>").contains("Sudmark"))
    #expect(try screen(after: "3z/harb<Esc>").contains("Sudmark"))
    #expect(try screen(after: "3z/zebra⏎").contains("No actor of that name here."))
    #expect(try screen(after: "4z/kess").contains("“kess” 1 of 1"))
    #expect(try screen(after: "4z/zebra").contains("No region of that name here."))
  }

  @Test("stand as a tree of kinds, and of what belongs to whom")
  func actorTree() throws {
    let lines = try screen(after: "3zt").split(separator: "\n").map(String.init)
    func place(_ text: String) throws -> Int {
      try #require(lines.firstIndex { $0.contains(text) }, "\(text)")
    }
    let states = try place("States")
    let norvane = try place("  Norvane")
    #expect(states < norvane)
    #expect(try place("    Ilse Marden") == norvane + 1)
    #expect(try place("    Tomas Reyk") == place("  Sudmark") + 1)
    #expect(try place("Organisations") < place("Harbour Council"))
    #expect(!lines.contains { $0.contains("People") })
  }

  @Test("have headings that filter by nothing")
  func headings() throws {
    let after = try session(after: "3t⏎")
    #expect(after.state.scope.isEmpty)
    #expect(after.state.remark == "This is a heading")
  }

  @Test("stand as countries and what lies in them")
  func regionTree() throws {
    let named = Story.article(
      "Norvane closes its coast", outlet: "Amelin Post", day: "2031-05-05",
      "{r:norvane-land Norvane} closed {r:amelin Port Amelin} and the {r:kessel strait}.")
    let lines = try screen(after: "4zt", of: [named]).split(separator: "\n").map(String.init)
    let norvane = try #require(lines.firstIndex { $0.contains("■  Norvane") })
    #expect(lines[norvane + 1].contains("    Port Amelin"))
    let elsewhere = try #require(lines.firstIndex { $0.contains("Elsewhere") })
    #expect(lines[elsewhere + 1].contains("    Kessel Strait"))
  }

  @Test("have no end where two belong to each other")
  func circularTree() {
    func row(_ id: String, of owner: String) -> ActorRow {
      ActorRow(
        actor: PoliticalActor(id: id, name: id, kind: .group, affiliation: owner), articles: 1,
        statements: 0)
    }
    let lines = ActorTree.lines(of: [row("a", of: "b"), row("b", of: "a")])
    #expect(lines.compactMap(\.row?.id) == ["a", "b"])
  }
}

@Suite("Quick facets")
struct QuickFacetTests {
  @Test("are offered with their counts under the filter, and taken by a part of the name")
  func offers() throws {
    let offered = try screen(after: "f")
    #expect(offered.contains("Filter by"))
    #expect(offered.contains("actor Tomas Reyk"))
    let taken = try session(after: "foutlet amelin⏎")
    #expect(taken.state.scope.search == "outlet:\"Amelin Post\"")
    #expect(taken.state.frame().plain.contains("1 of 1"))
    #expect(try session(after: "fcouncil⏎").state.scope.filter.actors == ["council"])
    #expect(
      try session(after: "f2031-05⏎").state.scope.search == "since:2031-05 until:2031-05")
  }

  @Test("add to the words that were searched for")
  func adds() throws {
    let both = try session(after: "/convoy⏎foutlet⏎")
    #expect(both.state.scope.search == "convoy outlet:\"Amelin Post\"")
  }

  @Test("leave the filter as it was with Esc, or where nothing is called so")
  func leaves() throws {
    #expect(try screen(after: "f<Esc>") == screen())
    #expect(try screen(after: "fzebra⏎").contains("⚠ nothing is called so"))
  }
}
