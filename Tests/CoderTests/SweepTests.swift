import EventData
import Foundation
import Testing

@testable import Coder

/// Articles, and what may become of each on its way: nothing of it may break the coder.
@Suite("An article that was damaged on its way")
struct SweepTests {
  /// What happens to texts before they are read.
  enum Damage: String, CaseIterable {
    case none, cut, withoutQuotes, upperCase, shuffled, oneLine

    func apply(to text: String, using generator: inout SeededGenerator) -> String {
      switch self {
      case .none: return text
      case .cut:
        let bytes = Array(text.utf8)
        let ends = (0..<2).map { _ in Int.random(in: 0...bytes.count, using: &generator) }
        return String(decoding: bytes[ends.min()!..<ends.max()!], as: UTF8.self)
      case .withoutQuotes: return text.filter { !"“”„«»\"‘’'".contains($0) }
      case .upperCase: return text.uppercased()
      case .shuffled:
        return text.components(separatedBy: ". ").shuffled(using: &generator)
          .joined(separator: ". ")
      case .oneLine: return text.replacing("\n", with: " ")
      }
    }
  }

  @Test("is coded soundly, and the same every time", arguments: Damage.allCases)
  func sweep(_ damage: Damage) throws {
    var generator = SeededGenerator(seed: 7)
    let coder = try Coding.coder.get()
    for whole in Self.texts {
      for _ in 0..<(damage == .cut ? 4 : 1) {
        let text = damage.apply(to: whole, using: &generator)
        let coded = coder.code(article(text, published: "2022-01-26"))
        RobustnessTests.expectSound(coded, #_sourceLocation)
        if coder.code(coded.article) != coded { Issue.record("coded twice: \(text)") }
      }
    }
  }

  /// Invented news, news of random words, and part of a corpus where there is one.
  private static let texts: [String] = {
    var generator = SeededGenerator(seed: 11)
    return InventedNews.all.map(\.text)
      + (0..<10).map { _ in RandomText.make(pieces: 400, using: &generator) } + corpus
  }()

  /// Every eightieth article of `../shared/corpus/news.jsonl.gz`; none where it is not there.
  private static let corpus: [String] = {
    let file = URL(filePath: #filePath)
      .appending(path: "../../../../shared/corpus/news.jsonl.gz").standardized.path()
    guard FileManager.default.fileExists(atPath: file) else { return [] }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["--decompress", "--stdout", file]
    process.standardOutput = output
    guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd()
    else { return [] }
    return data.split(separator: 0x0A).enumerated().filter { $0.offset % 80 == 0 }.compactMap {
      let object = try? JSONSerialization.jsonObject(with: Data($0.element)) as? [String: Any]
      return object?["text"] as? String
    }
  }()
}
