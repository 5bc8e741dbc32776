import CFuzzer
import EventData
import Foundation
import Intake

// Every format by itself, whatever the input looks like, then the choice between them with its
// containers. Whatever the bytes are, nothing may trap, and what comes out is an article whose
// parts lie in its text. Run by `make fuzz`, in the folder of the checkout.

/// What the function that libFuzzer calls cannot be handed.
private enum Tested {
  static let formats = InputFormatRegistry.standard.formats
  /// Small limits are reached by small inputs.
  static let limits = IntakeLimits(
    articleBytes: 2048, lineBytes: 1024, pageBytes: 3072, expansion: (times: 20, bytes: 4096))
  static let reader = ArticleReader(options: IntakeOptions(limits: limits))
}

private func check(_ result: Result<ImportedArticle, InputError>) {
  guard case .success(let imported) = result else { return }
  let article = imported.article
  let bytes = Array(article.text.utf8)
  precondition(0 <= article.bodyStart && article.bodyStart <= bytes.count)
  precondition(!article.id.isEmpty && !article.text.isEmpty)
  for heading in article.headings {
    precondition(0 <= heading.start && heading.start < heading.end && heading.end <= bytes.count)
  }
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // The first byte chooses who reads the rest.
    let choice = Int(bytes.first ?? 0) % (Tested.formats.count + 2)
    let rest = Array(bytes.dropFirst())
    if choice < Tested.formats.count {
      Tested.formats[choice].read(ByteStream(bytes: rest), with: Tested.reader.maker, check)
    } else if choice == Tested.formats.count {
      _ = try? FeedList.read(rest, path: "-")
    } else {
      Tested.reader.read(ByteStream(bytes: rest), check)
    }
    return 0
  })
