import Testing

@testable import Intake

@Suite("The registry of formats")
struct InputFormatRegistryTests {
  @Test("lists every file of the folder")
  func listsEveryFile() {
    let listed = InputFormatRegistry.standard.formats.map { "\(type(of: $0))" }
    #expect(listed.sorted() == Package.swiftFiles(in: "Sources/Intake/Formats"))
  }

  @Test("gives every format an id of its own")
  func idsAreUnique() {
    let ids = InputFormatRegistry.standard.formats.map { type(of: $0).id }
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "chooses by content",
    arguments: [
      ("{\"text\": \"Shots were heard.\"}\n", "jsonl"),
      ("\n  { \"text\": \"Shots were heard.\"}", "jsonl"),
      ("cut off\"}\n{\"text\": \"Shots were heard.\"}\n", "jsonl"),
      ("{}", "jsonl"),
      ("[{\"text\": \"Shots\"}]", "json"),
      ("{\n  \"text\": \"Shots were heard.\"\n}", "json"),
      ("[Shots] were heard.", "text"),
      ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", "rss"),
      ("<!-- a --><rdf:RDF xmlns=\"x\">", "rss"),
      ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "atom"),
      ("<opml version=\"2.0\">", "opml"),
      ("\n<!doctype HTML>\n<title>", "html"),
      ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "html"),
      ("<p>They met.</p>", "html"),
      ("<Shots> were heard.", "text"),
      ("From: a@b.example\nSubject: c\nDate: d\n\ne", "eml"),
      ("From: the envoys\n\nThey met.", "text"),
      ("From a@b.example\nFrom: a@b.example\nSubject: c\n\nd", "mbox"),
      ("From the coast they came.\n\nThey met.", "text"),
      ("date,title,text\n", "csv"),
      ("title\tbody\n", "csv"),
      ("Shots heard in Port Velm\n\nPolice said so.", "text"),
      ("{The bracket opens a sentence.}", "text"),
      ("One.\nTwo.\n{\"three\": 3}\n", "text"),
      ("   \n", "text"),
    ])
  func choosesByContent(_ text: String, _ id: String) {
    let format = InputFormatRegistry.standard.format(for: InputHead(Array(text.utf8)))
    #expect(format.map { type(of: $0).id } == id)
  }

  @Test("waits while one line is too little to tell")
  func waits() {
    let head = InputHead(Array("A headline\n".utf8), isComplete: false)
    #expect(InputFormatRegistry.standard.format(for: head) == nil)
  }

  @Test("does not wait when the first line is an object")
  func doesNotWait() {
    let head = InputHead(Array("{\"te".utf8), isComplete: false)
    #expect(InputFormatRegistry.standard.format(for: head) is JSONLinesFormat)
  }

  @Test("reports text that no format claims")
  func reportsUnclaimed() {
    var errors: [InputError] = []
    ArticleReader(formats: InputFormatRegistry([JSONLinesFormat()]))
      .read(ByteStream(path: "a.txt", bytes: Array("Shots were heard.".utf8))) { result in
        if case .failure(let error) = result { errors.append(error) }
      }
    #expect(errors == [InputError(path: "a.txt", .unrecognised)])
  }
}
