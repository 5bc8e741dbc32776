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
  /// What a server said of the characters; nil when nothing did.
  var charset: Charset?
  private var source: Source?
  private let owned: Int32?
  private var buffer: [UInt8]
  private var start = 0
  /// What lies before it is known to hold no line feed.
  private var searched = 0
  /// How many lines were handed out.
  private(set) var line = 0

  /// Fills a buffer and tells how much of it; 0 at the end.
  package typealias Pull = (UnsafeMutableRawBufferPointer) throws(InputError) -> Int

  private enum Source {
    case descriptor(Int32)
    case pull(Pull)
  }

  /// A stream of an open descriptor, which it closes at the end, unless it is
  /// standard input.
  init(path: String, descriptor: Int32, size: Int? = nil) {
    self.path = path
    source = .descriptor(descriptor)
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

  /// A stream of bytes that something else makes, as a container its members.
  package init(path: String, pull: @escaping Pull) {
    self.path = path
    source = .pull(pull)
    size = nil
    owned = nil
    buffer = []
    original = nil
  }

  /// Whether nothing more can be read; the buffer may still hold some.
  var isDrained: Bool { source == nil }
  var buffered: Int { buffer.count - start }

  /// The first bytes that are buffered, at most `limit` of them.
  func peek(_ limit: Int) -> [UInt8] { Array(buffer[start..<min(buffer.count, start + limit)]) }
  func skip(_ count: Int) { start = min(buffer.count, start + count) }

  /// Reads once; false at the end of the input.
  func fill() throws(InputError) -> Bool {
    guard let source else { return false }
    if start > 0 {
      buffer.removeSubrange(..<start)
      searched = max(0, searched - start)
      start = 0
    }
    let kept = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let result = buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(InputError) in
        try read(source, into: UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
      }
    }
    let count = (try? result.get()) ?? 0
    buffer.removeLast(Self.chunk - count)
    if count == 0 { self.source = nil }
    return try result.get() > 0
  }

  /// Moves what comes next into a buffer: what is held already, else what can be read at once.
  func take(into target: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if buffered == 0, let source {
      let count = try read(source, into: target)
      if count == 0 { self.source = nil }
      return count
    }
    let count = min(buffered, target.count)
    target.copyBytes(from: buffer[start..<start + count])
    skip(count)
    return count
  }

  private func read(
    _ source: Source, into target: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    guard case .descriptor(let descriptor) = source else {
      guard case .pull(let pull) = source else { return 0 }
      return try pull(target)
    }
    while true {
      let count = Glibc.read(descriptor, target.baseAddress, target.count)
      if count >= 0 { return count }
      let problem = errno
      // A terminal or a pipe that someone else made non-blocking is waited for.
      if problem == EAGAIN { Self.wait(for: descriptor) }
      guard problem == EINTR || problem == EAGAIN else {
        throw InputError(path: path, .unreadable(errno: problem))
      }
    }
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

  /// What can be had at once; empty at the end.
  func piece() throws(InputError) -> [UInt8] {
    if buffered == 0 { _ = try fill() }
    defer { drop() }
    return start == 0 ? buffer : Array(buffer[start...])
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
