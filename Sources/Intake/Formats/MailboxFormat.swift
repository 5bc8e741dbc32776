/// Letters one after the other in one file (mbox, RFC 4155), each behind a line that begins
/// with `From `.
package struct MailboxFormat: InputFormat {
  package static let id = "mbox"

  package init() {}

  package func recognises(_ head: InputHead) -> Recognition {
    guard head.bytes.starts(with: "From ".utf8) else { return .no }
    guard let end = head.bytes.firstIndex(of: 0x0A) else {
      return head.isComplete ? .no : .needsMore
    }
    return MailHeaders.known(in: head.bytes[(end + 1)...]) >= 2 ? .yes : .no
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.articleBytes
    var letter: [UInt8] = []
    var first = 1
    var isTooLong = false
    var isAfterEmpty = true

    func result() -> Result<ImportedArticle, InputError>? {
      if isTooLong {
        return .failure(InputError(path: stream.path, line: first, .tooLarge(limit: limit)))
      }
      guard letter.contains(where: { $0 > 0x20 }) else { return nil }
      return MailMessageFormat.article(letter, path: stream.path, line: first, maker)
    }

    while true {
      let line: ByteStream.Line?
      do {
        line = try stream.nextLine(limit: limit)
      } catch {
        return try handle(.failure(error))
      }
      guard let line else { break }
      guard case .line(var bytes) = line else {
        isTooLong = true
        continue
      }
      if isAfterEmpty, bytes.starts(with: "From ".utf8) {
        if let result = result() { try handle(result) }
        (letter, first, isTooLong) = ([], stream.line, false)
        continue
      }
      isAfterEmpty = bytes.isEmpty || bytes == [0x0D]
      // A line of the text that begins like that has a sign before it.
      let marks = bytes.prefix { $0 == UInt8(ascii: ">") }.count
      if marks > 0, bytes[marks...].starts(with: "From ".utf8) { bytes.removeFirst() }
      if letter.count + bytes.count < limit { letter += bytes + [0x0A] } else { isTooLong = true }
    }
    if let result = result() { try handle(result) }
  }
}
