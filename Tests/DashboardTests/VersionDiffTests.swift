import Testing

@testable import Dashboard

@Suite("What changed between two versions")
struct VersionDiffTests {
  @Test("is shown in the words of the newer, with what is gone where it stood")
  func words() {
    #expect(
      VersionDiff.paragraphs(
        from: "Ships wait\n\nThree ships are in the strait.\n\nNobody was hurt.",
        to: "Ships wait\n\nFive ships were in the strait at noon.\n\nNobody was hurt.")
        == [
          "Ships wait",
          "[-Three-] {+Five+} ships [-are-] {+were+} in the [-strait.-] {+strait at noon.+}",
          "Nobody was hurt.",
        ])
  }

  @Test("is a paragraph where one has come or gone, and nothing where all is the same")
  func paragraphs() {
    #expect(
      VersionDiff.paragraphs(from: "A b.\nC d.", to: "C d.\nE f.") == [
        "[-A b.-]", "C d.", "{+E f.+}",
      ])
    #expect(VersionDiff.paragraphs(from: "A b.", to: "A b.") == ["A b."])
    #expect(VersionDiff.paragraphs(from: "", to: "A b.") == ["{+A b.+}"])
  }
}
