import Testing

@testable import Intake

@Suite("The hash of a text")
struct ContentHashTests {
  @Test(
    "is FNV-1a with 128 bits",
    arguments: [
      ("", "6c62272e07bb014262b821756295c58d"),
      ("a", "d228cb696f1a8caf78912b704e4a8964"),
      ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
      ("Ž", "088093b10eab1be95aa0733054be3287"),
    ])
  func isFNV(_ text: String, _ expected: String) {
    var hash = ContentHash()
    hash.combine(Array(text.utf8))
    #expect(hash.hex == expected)
  }
}
