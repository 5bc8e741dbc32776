import Foundation
import Testing

@Suite("The lexicon commands")
struct LexiconCommandTests {
  private let home: Home

  init() throws {
    home = try Home()
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/config/brink/lexicons", withIntermediateDirectories: true)
  }

  private func table(_ text: String, named name: String) throws -> String {
    try home.scratch.write(text, to: "config/brink/lexicons/\(name)")
  }

  @Test("find nothing wrong with what is shipped")
  func shipped() async throws {
    let run = try await home.brink("lexicon", "check")
    #expect(run.errors == "")
    #expect(run.output.hasSuffix(" samples: nothing is wrong\n"))
    #expect(run.ending == .exited(0))
  }

  @Test("say all that is wrong with a person's own tables, with file, line and what to do")
  func mistakes() async throws {
    let words = try table(
      "class\twords\ncolour\tred\nnumber\tten=X\nnegation\n", named: "words.tsv")
    let bodies = try table(
      """
      # sample: Harbour Watch => tide-union
      id\tname\tkind\tcode\taffiliation\taliases
      harbour-watch\tHarbour Watch\tngo\tNGO\tXQX\tWatch| Guard
      harbour-watch\tHarbour Watch\tngo\tNGO\t\ta||b

      """, named: "organisations.tsv")
    let unread = try table("lemma\tforms\n", named: "cue_verbs.tsv")
    let run = try await home.brink("lexicon", "check")
    for expected in [
      "\(words):2: ‘colour’ is not a class of words\n       Documentation/lexicons.md gives",
      "\(words):3: ‘ten=X’ is not a word\n", "\(words):4: 1 fields where the table has 2 columns\n",
      "\(bodies):1: ‘Harbour Watch’ should give tide-union, as its sample states\n       Correct",
      "\(bodies):3: ‘XQX’ is not the code of a state\n",
      "\(bodies):4: ‘harbour-watch’ stands in line 3 already\n",
      "\(bodies):4: a part of the list ‘a||b’ is empty\n",
      "\(unread): no table of that name is read from here\n       Give it",
    ] {
      #expect(run.errors.contains("brink: lexicon \(expected)"), "\(expected)\n\(run.errors)")
    }
    #expect(run.output.hasSuffix(" samples: 8 mistakes\n"))
    #expect(run.ending == .exited(78))
  }

  @Test("check files that are still elsewhere, in place of those in the configuration")
  func files() async throws {
    _ = try table("broken", named: "words.tsv")
    let good = try home.scratch.write("class\twords\nnegation\tnope\n", to: "words.tsv")
    #expect(try await home.brink("lexicon", "check", good).ending == .exited(0))
    let missing = try await home.brink("lexicon", "check", "\(home.path)/verbs.tsv")
    #expect(
      missing.errors.hasPrefix("brink: lexicon \(home.path)/verbs.tsv: there is no such file\n"))
    #expect(missing.ending == .exited(78))
  }

  @Test("show what is found in a sentence, and by which entry")
  func trying() async throws {
    let file = try table(
      "id\tname\tkind\tcode\taffiliation\taliases\ntide-union\tTide Union\tunion\tLAB\tISL\t\n",
      named: "organisations.tsv")
    let run = try await home.brink("lexicon", "try", "The Tide Union denied that Iceland had left.")
    #expect(run.output.contains("“Tide Union” is Tide Union, LAB  tide-union  \(file):2\n"))
    #expect(
      run.output.contains(
        /match  “denied” is a cue verb, deny  deny  .*Resources\/lexicons\/cue-verbs.tsv:\d+\n/))
    #expect(
      run.output.contains("  actor  “Tide Union” is Tide Union (LAB)  by lexicon-organisation"))
    #expect(run.output.contains("  statement  Tide Union | denied | Iceland had left\n"))
    #expect(run.errors == "")
    #expect(run.ending == .exited(0))
  }
}
