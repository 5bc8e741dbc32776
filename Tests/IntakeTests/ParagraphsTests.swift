import Testing

@testable import Intake

@Suite("Paragraphs")
struct ParagraphsTests {
  private func paragraphs(_ text: String) -> [String] {
    var bytes = TextScrubber.scrub(Array(text.utf8))
    return Paragraphs.find(in: &bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test("are lines where every line ends its sentence")
  func areLines() {
    let text = "Envoys met on Monday.\nThey left on Tuesday.\n\nThey will be back."
    #expect(
      paragraphs(text) == ["Envoys met on Monday.", "They left on Tuesday.", "They will be back."])
  }

  @Test("are joined from lines that were wrapped")
  func areJoined() {
    let text = """
      Envoys of the two coastal states met in the old town on Monday and
      agreed to open the strait for grain, said a mediator who was in the
      room. They will meet again.

      Residents of the port said that they had heard shelling at night, and
      that the lights went out.
      """
    #expect(
      paragraphs(text) == [
        "Envoys of the two coastal states met in the old town on Monday and agreed to open the "
          + "strait for grain, said a mediator who was in the room. They will meet again.",
        "Residents of the port said that they had heard shelling at night, and that the lights "
          + "went out.",
      ])
  }

  @Test("keep the title and the date of a wrapped text apart")
  func keepTitleApart() {
    let text = """
      Envoys meet in Velm
      4 March 2031
      https://tarnbypost.example/7
      Envoys of the two coastal states met in the old town on Monday and
      agreed to open the strait for grain, said a mediator who was in the
      room.
      They will meet again.
      """
    #expect(
      paragraphs(text) == [
        "Envoys meet in Velm", "4 March 2031", "https://tarnbypost.example/7",
        "Envoys of the two coastal states met in the old town on Monday and agreed to open the "
          + "strait for grain, said a mediator who was in the room.",
        "They will meet again.",
      ])
  }

  @Test("are made whole where lines were torn")
  func areMadeWhole() {
    let text = """
      The mediator said there was no deal in
      Port Velm and that
      talks would go on, although the minister of the northern state had left the table twice on the first day already.
      Both sides
      denied it.
      """
    #expect(
      paragraphs(text) == [
        "The mediator said there was no deal in Port Velm and that talks would go on, although the "
          + "minister of the northern state had left the table twice on the first day already.",
        "Both sides denied it.",
      ])
  }

  @Test("are not counted without end")
  func haveLimit() {
    var bytes = TextScrubber.scrub(Array("One.\nTwo.\n\nThree.\n\nFour.\nFive.\n\n".utf8))
    let found = Paragraphs.find(in: &bytes, mostLines: 2)
    #expect(
      found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["One.", "Two.", "Three.  Four. Five."])
  }

  @Test("are not made from headings and lists")
  func areNotLists() {
    let text = "Killed: two soldiers\nWounded: nine\nMissing: one\nTalks will go on."
    #expect(paragraphs(text).count == 4)
  }
}
