import Glibc

/// The bytes of one input, read piece by piece, so that memory stays flat.
///
/// Lines are handed out as soon as their line feed has arrived: a pipe is not waited
/// for longer than it must be.
package final class ByteStream {
  /// How much is asked of the system at a time.
  static let chunk = 64 << 10

  package let path: String
  /// What was read, when the stream holds something made from it; see
  /// ``ArticleReader``, which turns UTF-16 into UTF-8 before a format sees it.
  let original: [UInt8]?
  /// In bytes, when the input is a regular file; nil for a pipe.
  let size: Int?
  private var descriptor: Int32?
  private let owned: Int32?
  private var buffer: [UInt8]
  private var start = 0
  /// What lies before it is known to hold no line feed.
  private var searched = 0
  /// How many lines were handed out.
  private(set) var line = 0

  /// A stream of an open descriptor, which it closes at the end, unless it is
  /// standard input.
  init(path: String, descriptor: Int32, size: Int? = nil) {
    self.path = path
    self.descriptor = descriptor
    self.size = size
    owned = descriptor > STDIN_FILENO ? descriptor : nil
    buffer = []
    original = nil
  }

  deinit {
    if let owned { close(owned) }
  }

  /// A stream of bytes that are already there.
  package init(path: String = "-", bytes: [UInt8], original: [UInt8]? = nil) {
    self.path = path
    self.original = original
    size = bytes.count
    owned = nil
    buffer = bytes
  }

  /// Whether nothing more can be read from the system; the buffer may still hold some.
  var isDrained: Bool { descriptor == nil }
  var buffered: Int { buffer.count - start }

  /// The first bytes that are buffered, at most `limit` of them.
  func peek(_ limit: Int) -> [UInt8] { Array(buffer[start..<min(buffer.count, start + limit)]) }
  func skip(_ count: Int) { start = min(buffer.count, start + count) }

  /// Reads once; false at the end of the input.
  func fill() throws(InputError) -> Bool {
    guard let descriptor else { return false }
    if start > 0 {
      buffer.removeSubrange(..<start)
      searched = max(0, searched - start)
      start = 0
    }
    let kept = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    var count = -1
    var problem = EINTR
    while count < 0, problem == EINTR || problem == EAGAIN {
      // A terminal or a pipe that someone else made non-blocking is waited for.
      if problem == EAGAIN { Self.wait(for: descriptor) }
      count = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(descriptor, bytes.baseAddress! + kept, Self.chunk)
      }
      problem = errno
    }
    buffer.removeLast(Self.chunk - max(0, count))
    guard count >= 0 else {
      self.descriptor = nil
      throw InputError(path: path, .unreadable(errno: problem))
    }
    if count == 0 { self.descriptor = nil }
    return count > 0
  }

  private static func wait(for descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, -1)
  }

  enum Line: Hashable {
    case line([UInt8])
    case tooLong
  }

  /// The next line without its line feed; nil at the end. A line longer than `limit`
  /// is read past, not kept.
  func nextLine(limit: Int) throws(InputError) -> Line? {
    var isTooLong = false
    while true {
      if let end = endOfLine() {
        isTooLong = isTooLong || end - start > limit
        let bytes = isTooLong ? [] : Array(buffer[start..<end])
        start = end + 1
        searched = start
        line += 1
        return isTooLong ? .tooLong : .line(bytes)
      }
      if buffered > limit {
        isTooLong = true
        drop()
      }
      if try fill() { continue }
      guard buffered > 0 || isTooLong else { return nil }
      let bytes = isTooLong || buffered > limit ? nil : Array(buffer[start...])
      drop()
      line += 1
      return bytes.map { .line($0) } ?? .tooLong
    }
  }

  /// Everything that is left, or nil when it is more than `limit`; a file that is
  /// known to be larger is not read for that.
  func rest(limit: Int) throws(InputError) -> [UInt8]? {
    guard (size ?? 0) <= limit else { return nil }
    while buffered <= limit, try fill() {}
    guard buffered <= limit else { return nil }
    let bytes = start == 0 ? buffer : Array(buffer[start...])
    drop()
    return bytes
  }

  private func drop() {
    buffer = []
    start = 0
    searched = 0
  }

  private func endOfLine() -> Int? {
    let from = max(start, searched)
    let end = buffer.withUnsafeBytes { bytes -> Int? in
      guard from < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + from, 0x0A, bytes.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    if end == nil { searched = buffer.count }
    return end
  }
}
