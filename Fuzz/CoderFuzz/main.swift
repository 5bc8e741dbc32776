import CFuzzer
import Coder
import EventData
import Foundation
import Intake
import Lexicons

// Everything between the bytes of a file and what is found in it: intake with all its cleaning,
// then the coder. Whatever the bytes are, nothing may trap, and what is found must lie in the
// text. Run by `make fuzz`, in the folder of the checkout.

/// What the function that libFuzzer calls cannot be handed.
private enum Tested {
  static let lexicons = try! Lexicons(from: ResourceLocator(root: "Resources"))
  static let coder = ArticleCoder(Knowledge(lexicons))
  static let reader = ArticleReader(options: IntakeOptions(furniture: furniture))
  static let furniture: FurniturePatterns = {
    let file = "Resources/lexicons/furniture.tsv"
    return try! FurniturePatterns(
      parsing: String(contentsOfFile: file, encoding: .utf8), file: file)
  }()
  static let rawReader = ArticleReader(options: IntakeOptions(asIs: true))
}

private func check(_ coded: CodedArticle) {
  let bytes = Array(coded.article.text.utf8)
  func check(_ span: Span) {
    precondition(0 <= span.start && span.start < span.end && span.end <= bytes.count)
    precondition(bytes[span.start] & 0xC0 != 0x80)
    precondition(span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
  }
  for mention in coded.actors.flatMap(\.mentions) { check(mention.span) }
  for mention in coded.regions.flatMap(\.mentions) { check(mention.span) }
  for found in coded.statements {
    precondition(!found.cueSpans.isEmpty && !found.contentSpans.isEmpty)
    for cue in found.cueSpans {
      check(cue)
      precondition(!found.contentSpans.contains { $0.overlaps(cue) })
    }
    found.contentSpans.forEach(check)
  }
  for found in coded.events { found.spans.forEach(check) }
  for found in coded.figures { found.spans.forEach(check) }
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // The first byte chooses whether furniture is taken out of the text.
    let reader = bytes.first.map { $0 & 1 == 0 } == true ? Tested.reader : Tested.rawReader
    reader.read(ByteStream(bytes: Array(bytes.dropFirst()))) { result in
      guard case .success(let imported) = result else { return }
      check(Tested.coder.code(imported.article))
    }
    return 0
  })
