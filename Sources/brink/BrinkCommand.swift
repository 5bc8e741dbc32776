import Coder
import EventData
import Foundation
import Lexicons
import Reports

@main
struct BrinkCommand {
  static func main() throws {
    let args = CommandLine.arguments
    let clock = ContinuousClock()
    var lex: Lexicons!
    let t1 = try clock.measure {
      lex = try Lexicons(from: ResourceLocator(root: args[1]))
    }
    var know: Knowledge!
    let t2 = clock.measure { know = Knowledge(lex) }
    FileHandle.standardError.write("lexicons \(t1) compile \(t2)\n".data(using: .utf8)!)
    let coder = ArticleCoder(know)
    var articles: [Article] = []
    for path in args[2...] {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      if path.hasSuffix(".jsonl") {
        for line in text.split(separator: "\n") {
          guard let o = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
          let date = (o["date"] as? String).flatMap { Day(iso: $0.prefix(10)) }
          articles.append(Article(id: o["id"] as? String ?? "x", path: path, title: o["title"] as? String, published: date.map { PublicationDate(day: $0) }, text: o["text"] as! String))
        }
      } else {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let title = lines.removeFirst()
        var date: Day?
        if let l = lines.first, l.count == 8, let n = Int(l) { date = Day(year: n / 10000, month: n / 100 % 100, day: n % 100); lines.removeFirst(2) }
        if lines.contains("Jan 26, 2022") { date = Day(iso: "2022-01-26"); }
        let body = lines.filter { $0 != "Jan 26, 2022" && $0 != "" }.joined(separator: "\n\n")
        articles.append(Article(id: path, path: path, title: title, published: date.map { PublicationDate(day: $0) }, text: title + "\n\n" + body, bodyStart: title.utf8.count + 2))
      }
    }
    var bytes = 0
    var out: [UInt8] = []
    let t3 = clock.measure {
      for a in articles {
        bytes += a.text.utf8.count
        out += CodedArticleJSON.line(coder.code(a)) + [10]
      }
    }
    FileHandle.standardOutput.write(Data(out))
    FileHandle.standardError.write("\(articles.count) articles \(bytes) bytes \(t3)\n".data(using: .utf8)!)
  }
}
