import Testing

/// An input that invites a loop inside a loop.
struct StrangeShape: CustomTestStringConvertible {
  let name: String
  let content: String

  /// Not the content, which would fill the log.
  var testDescription: String { name }

  static let all = [
    StrangeShape(
      name: "nested.html",
      content: String(repeating: "<div><b>", count: 40_000) + "Iceland warned Norway."),
    StrangeShape(
      name: "open.html", content: "<html><body>" + String(repeating: "<", count: 300_000)),
    StrangeShape(
      name: "attributes.html",
      content: "<html><p " + String(repeating: "a='b' ", count: 50_000) + ">Iceland.</p>"
    ),
    StrangeShape(
      name: "references.html",
      content: "<html><p>" + String(repeating: "&#38;amp;", count: 40_000) + "</p>"),
    StrangeShape(
      name: "comments.html",
      content: "<html>" + String(repeating: "<!-- ", count: 60_000) + "Iceland."),
    StrangeShape(name: "nested.json", content: String(repeating: "[", count: 200_000)),
    StrangeShape(
      name: "escapes.jsonl",
      content: "{\"text\": \"" + String(repeating: "\\u001b", count: 50_000) + "\"}"),
    StrangeShape(
      name: "nested.rss",
      content: "<rss><channel><item><title>" + String(repeating: "<a>", count: 60_000)),
    StrangeShape(
      name: "header.eml",
      content: "Subject: " + String(repeating: "=?utf-8?q?a?= ", count: 20_000) + "\n\nIceland."
    ),
    StrangeShape(
      name: "parts.eml",
      content: "Content-Type: multipart/mixed; boundary=a\n\n"
        + String(repeating: "--a\nContent-Type: multipart/mixed; boundary=a\n\n", count: 5000)
    ),
    StrangeShape(
      name: "marks.txt",
      content: "Iceland a" + String(repeating: "\u{301}", count: 150_000) + " warned Norway."),
    StrangeShape(
      name: "bidi.txt",
      content: "Iceland " + String(repeating: "\u{2067}\u{202E}", count: 60_000) + " said no."),
    StrangeShape(name: "word.txt", content: String(repeating: "Iceland", count: 60_000)),
    StrangeShape(name: "quotes.txt", content: String(repeating: "“Iceland said ", count: 20_000)),
    StrangeShape(name: "table.csv", content: String(repeating: "\"", count: 300_001)),
    StrangeShape(
      name: "box.mbox",
      content: String(repeating: "From a@b Mon Jan  1 00:00:00 2031\n\n", count: 8000)),
  ]
}
