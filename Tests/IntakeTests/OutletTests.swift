import Testing

@testable import Intake

@Suite("Outlets and addresses")
struct OutletTests {
  @Test(
    "reads the host of an address",
    arguments: [
      ("https://www.TarnbyPost.example/a?b=c#d", "tarnbypost.example"),
      ("http://user:pass@news.co.uk:8080", "news.co.uk"),
      ("HTTPS://live.tarnbypost.example", "live.tarnbypost.example"),
    ])
  func readsHost(_ address: String, _ host: String) {
    #expect(WebAddress(address)?.host == host)
  }

  @Test(
    "knows what is no address",
    arguments: [
      "tarnbypost.example", "https://", "https://localhost/", "https://a.b c", "ftp://a.b",
    ])
  func knowsNoAddress(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "finds the registrable part of a host",
    arguments: [
      ("tarnbypost.example", "tarnbypost.example"),
      ("a.b.tarnbypost.example", "tarnbypost.example"),
      ("live.news.co.uk", "news.co.uk"),
      ("news.gov.au", "news.gov.au"),
    ])
  func findsRegistrable(_ host: String, _ expected: String) {
    #expect(WebAddress.registrable(host) == expected)
  }

  @Test("asks for the host and for the domains above it")
  func asksUpwards() {
    #expect(sampleOutlets.outlet(ofHost: "live.tarnbypost.example") == "Tarnby Post")
    #expect(sampleOutlets.outlet(ofHost: "m.news.co.uk") == "The News")
    #expect(sampleOutlets.outlet(ofHost: "other.co.uk") == nil)
  }

  @Test(
    "finds the agency of a dateline",
    arguments: [
      ("(Velm Wire) -- Talks went on.", "Velm Wire"),
      ("OSTRAND, Mar 4 (Velm Wire) - Talks went on.", "Velm Wire"),
      ("PORT-SAINT-VELM, Estmark (VP) — Talks went on.", "Velm Press"),
      ("Port Velm EBN — Talks went on.", "Estmark Broadcasting"),
      ("EBN — Talks went on.", "Estmark Broadcasting"),
    ])
  func findsAgency(_ text: String, _ expected: String) {
    #expect(Signature.agency(ofDateline: text, outlets: sampleOutlets) == expected)
  }

  @Test(
    "finds no agency where there is none",
    arguments: [
      "Ostrand — Talks went on.",
      "OSTRAND — Talks went on.",
      "The Northern Front (NF) said on Monday - and not for the first time - that it would talk.",
      "Talks (which began on Monday) - went on.",
      "He is 40 (2031) - and well.",
    ])
  func findsNoAgency(_ text: String) {
    #expect(Signature.agency(ofDateline: text, outlets: sampleOutlets) == nil)
  }

  @Test(
    "finds the owner of the rights",
    arguments: [
      ("©2031 Velm News L.P.", "Velm News"),
      ("© 2031 Tarnby Post. All rights reserved.", "Tarnby Post"),
      ("Copyright 2031 The Tarnby Post Ltd", "Tarnby Post"),
      ("(c) 2031 by Bank of Estmark", "Bank of Estmark"),
      ("All rights reserved.", nil),
      ("© 2031", nil),
    ] as [(String, String?)])
  func findsOwner(_ line: String, _ expected: String?) {
    #expect(Signature.owner(ofCopyright: line) == expected)
  }
}
