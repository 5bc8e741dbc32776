import EventData
import Foundation
import Reports
import Testing

@Suite("A coded article as a line of JSON")
struct CodedArticleJSONTests {
  private let line: ParsedLine
  private let bare: ParsedLine

  init() throws {
    line = try ParsedLine(SampleArticle.coded)
    bare = try ParsedLine(SampleArticle.bare)
  }

  private static let members: [String: Set<String>] = [
    "actors": ["id", "name", "kind", "affiliation", "role", "code", "mentions"],
    "regions": ["id", "name", "kind", "country", "lat", "lon", "mentions"],
    "statements": [
      "sentence", "speaker", "speaker_surface", "cue", "content", "kind", "act", "addressee", "via",
      "inner", "rule", "content_spans", "speaker_spans", "cue_spans",
    ],
    "events": [
      "sentence", "source", "target", "source_code", "target_code", "plover", "mode", "cameo",
      "goldstein", "indicator", "status", "origin", "region", "date", "rule", "spans",
    ],
    "figures": [
      "sentence", "quantity", "lower", "qualifier", "unit", "subject", "stock", "origin", "spans",
    ],
  ]

  @Test("has the keys of the schema and no others")
  func keys() {
    let head: Set = ["id", "path", "title", "published", "outlet", "url", "language", "body"]
    #expect(Set(line.object.keys) == head.union(Self.members.keys))
    #expect(Set(bare.object.keys) == head.union(Self.members.keys))
    for (list, keys) in Self.members {
      for member in line[list] + bare[list] { #expect(Set(member.keys) == keys, "\(list)") }
      #expect(!line[list].isEmpty)
    }
    for mention in line["actors"][0]["mentions"] as? [[String: Any]] ?? [] {
      #expect(Set(mention.keys) == ["start", "end", "text"])
    }
  }

  @Test("is one line, in the order of the schema")
  func order() {
    var coded = SampleArticle.bare
    coded.statements = []
    coded.events = []
    coded.figures[0].quantity = 12
    let expected: [String] = [
      #"{"id":"bare","path":"-","title":null,"published":null,"outlet":null,"url":null,"#,
      #""language":null,"body":"Ships left.\n","actors":[],"regions":[],"statements":[],"#,
      #""events":[],"figures":[{"sentence":"Ships left.","quantity":12,"lower":null,"#,
      #""qualifier":null,"unit":"ships","subject":null,"stock":false,"origin":null,"spans":[]}]}"#,
      "\n",
    ]
    let line = CodedArticleJSON.withLine(of: coded) { String(decoding: $0, as: UTF8.self) }
    #expect(line == expected.joined())
  }

  @Test("says null where nothing is known, and --- for an actor without a code")
  func missing() {
    let event = bare["events"][0]
    for key in ["source", "target", "mode", "indicator", "origin", "region", "date"] {
      #expect(event[key] is NSNull, "\(key)")
    }
    #expect(event["source_code"] as? String == "---")
    #expect(event["target_code"] as? String == "---")
    for key in ["speaker", "speaker_surface", "addressee", "via"] {
      #expect(bare["statements"][0][key] is NSNull, "\(key)")
    }
    #expect(bare["figures"][0]["quantity"] as? Double == 0.5)
  }

  @Test("gives what the article holds")
  func values() {
    #expect(line.object["title"] as? String == SampleArticle.title)
    #expect(line.object["body"] as? String == SampleArticle.body)
    #expect(line.object["published"] as? String == "2022-01-12T14:05:00Z")
    #expect(line["events"][0]["date"] as? String == "2022-01-10")
    #expect(line["events"][0]["goldstein"] as? Double == -4.4)
    #expect(line["events"][0]["plover"] as? String == "THREATEN")
    #expect(line["regions"][0]["lat"] as? Double == 35.6895)
    #expect(line["statements"][0]["content"] as? String == "“no ships” … le\u{301}ft Port Amelin")
    #expect(line["statements"][1]["inner"] as? Bool == true)
    #expect(line["figures"][0]["quantity"] as? Int == 1200)
    #expect(line["figures"][0]["stock"] as? Bool == true)
  }

  @Test("counts spans in Unicode scalars of the body, behind emoji, accents and CJK")
  func scalars() {
    let mention = (line["regions"][0]["mentions"] as? [[String: Any]])?.first
    #expect(mention?["start"] as? Int == 23)
    #expect(mention?["end"] as? Int == 25)
    #expect(line.cut(line["statements"][0]["speaker_spans"]) == ["Zoë Märtens"])
    #expect(line.cut(line["statements"][0]["cue_spans"]) == ["said"])
    #expect(
      line.cut(line["statements"][0]["content_spans"])
        == ["“no ships”", "le\u{301}ft Port Amelin"])
    #expect(line.cut(line["events"][0]["spans"]) == ["warned"])
    #expect(line.cut(line["figures"][0]["spans"]) == ["at least 1,200 sailors"])
  }

  @Test("gives what stands in the title no spans")
  func title() {
    #expect(line["actors"][1]["name"] as? String == "envoy")
    #expect((line["actors"][1]["mentions"] as? [Any])?.isEmpty == true)
    let statement = line["statements"][1]
    #expect(statement["content"] as? String == "claim")
    #expect(statement["speaker_surface"] as? String == "envoy")
    for key in ["content_spans", "speaker_spans", "cue_spans"] {
      #expect((statement[key] as? [Any])?.isEmpty == true, "\(key)")
    }
  }
}
