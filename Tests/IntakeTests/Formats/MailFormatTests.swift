import Testing

@testable import Intake

@Suite("Letters")
struct MailFormatTests {
  private static let letter = """
    Return-Path: <news@tarnbypost.example>
    From: "The Tarnby Post" <news@tarnbypost.example>
    To: reader@velm.example
    Subject: =?utf-8?Q?Envoys_meet_in?= =?utf-8?B?IFbDqWxt?=
    Date: Tue, 4 Mar 2031 10:30:00 +0200 (EET)
    Message-ID: <7@tarnbypost.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    For old programs.
    --outer
    Content-Type: multipart/alternative;
     boundary=inner

    --inner
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    They met in V=E9lm on Monday, the first=
     time in a year.

    They left.
    --inner
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: base64

    PHA+VGhleSBtZXQuPC9wPg==
    --inner--
    --outer
    Content-Type: text/plain
    Content-Disposition: attachment; filename=a.txt

    Not for reading.
    --outer--

    """

  @Test("give their subject, text, date and sender")
  func readsLetter() throws {
    let outcome = Outcome(reading: Self.letter, path: "a.eml")
    #expect(outcome.errors == [])
    let article = try #require(outcome.articles.first)
    #expect(article.title == "Envoys meet in Vélm")
    #expect(article.body == "They met in Vélm on Monday, the first time in a year.\n\nThey left.")
    #expect(article.published?.iso == "2031-03-04T08:30:00Z")
    #expect(article.outlet == "The Tarnby Post")
    #expect(article.id == "7@tarnbypost.example")
    #expect(outcome.originals == [Array(Self.letter.utf8)])
  }

  @Test("in HTML alone give the text of it")
  func readsHTML() {
    let outcome = Outcome(
      reading: """
        From: news@velm.example
        Subject: Envoys meet
        MIME-Version: 1.0
        Content-Type: text/html; charset=koi8-r

        <html><head><style>p {}</style></head><body><p>\u{1}</p><p>They left.</p></body></html>
        """.utf8.map { $0 == 1 ? 0xED : $0 })
    #expect(outcome.articles.map(\.body) == ["М\n\nThey left."])
    #expect(outcome.articles.map(\.outlet) == ["velm.example"])
  }

  @Test("lie one behind the other in a mailbox")
  func readsMailbox() {
    let mailbox = """
      From news@velm.example Tue Mar  4 10:00:00 2031
      From: Velm Daily <news@velm.example>
      Subject: Envoys meet
      Date: Tue, 4 Mar 2031 10:00:00 +0000

      They met.
      >From there they went home.

      From news@velm.example Wed Mar  5 10:00:00 2031
      From: Velm Daily <news@velm.example>
      Subject: Nothing
      Date: Wed, 5 Mar 2031 10:00:00 +0000


      From news@velm.example Thu Mar  6 10:00:00 2031
      From: Velm Daily <news@velm.example>
      Subject: Envoys leave
      Date: Thu, 6 Mar 2031 10:00:00 +0000

      They left.
      From habit nobody waved.
      """
    let outcome = Outcome(reading: mailbox, path: "a.mbox")
    #expect(outcome.articles.map(\.title) == ["Envoys meet", "Envoys leave"])
    #expect(outcome.articles.first?.body.contains("From there they went home.") == true)
    #expect(outcome.articles.last?.body.contains("From habit nobody waved.") == true)
    #expect(outcome.errors == [InputError(path: "a.mbox", line: 9, .noText)])
  }

  @Test("in an encoding that nobody knows say so")
  func reportsCharset() {
    let outcome = Outcome(
      reading: """
        From: a@velm.example
        Subject: Envoys meet
        Date: Tue, 4 Mar 2031 10:00:00 +0000
        Content-Type: text/plain; charset=x-velm

        They met \u{1}.
        """.utf8.map { $0 == 1 ? 0xFF : $0 }, path: "a.eml")
    #expect(outcome.errors == [InputError(path: "a.eml", .unknownCharset("x-velm"))])
  }
}
