import EventData
import Testing

@testable import Coder

@Suite("Events of a sentence with several parties")
struct AscriptionTests {
  @Test(
    "are not ascribed to whom the sentence only mentions",
    arguments: [
      ("Eritrea is sending tanks and soldiers to the border.", ["ERI MOBILIZE --- occurred"]),
      ("A notice to pilots closed the airspace along the border.", []),
      (
        "Niger said it had learned that the Malian army was moving units while it weighed whether "
          + "to attack.", ["MLIMIL MOBILIZE --- occurred"]
      ),
      ("The video would have shown destroyed vehicles made to look Moldovan.", []),
      (
        "Mali and Niger promised crippling sanctions.",
        ["MLI THREATEN --- threatened", "NER THREATEN --- threatened"]
      ),
      ("Mali promised a quick answer to any attack.", ["MLI THREATEN --- threatened"]),
      (
        "Kenya warned of grave consequences for any new attack on Somalia.",
        ["KEN THREATEN --- threatened"]
      ),
      (
        "Peru's parliament approved a state of emergency on Wednesday, and late in the evening "
          + "the palace said that rebels had fled.", ["PERLEG COERCE --- occurred"]
      ),
      (
        "Peru and its allies attacked Bolivia.",
        ["--- ASSAULT BOL occurred", "PER ASSAULT BOL occurred"]
      ),
      (
        "Chad has accused Niger's army of arming rebels, an allegation that Niamey rejected.",
        [
          "NERMIL AID NERREB denied", "NERMIL AID NERREB occurred", "TCD ACCUSE NERMIL occurred",
        ]
      ),
      (
        "Togo said that “Benin is at fault” and demanded that Ghana close the port.",
        ["TGO REQUEST GHA occurred"]
      ),
      ("The convoy had been looted and shot at by gunmen.", ["UAF ASSAULT MIL occurred"]),
      ("The separatist leaders asked Bolivia for military help.", ["SEP REQUEST BOL occurred"]),
      (
        "President Lasso declared martial law and broke off diplomatic relations with Peru.",
        ["ECUGOV COERCE --- occurred", "ECUGOV SANCTION PER occurred"]
      ),
    ])
  func mentioned(_ text: String, _ expected: [String]) throws {
    #expect(try code(text, published: "2022-01-26").events.map(\.summary).sorted() == expected)
  }
}
