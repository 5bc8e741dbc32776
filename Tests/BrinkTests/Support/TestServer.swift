import Glibc
import Synchronization

/// An HTTP server on the loopback address that answers byte for byte what a test wants, faults
/// included.
final class TestServer: Sendable {
  struct Request: Sendable {
    var path: String
    /// By names in lower case.
    var headers: [String: String]
  }

  /// What is sent, and whether the connection then stays open without another byte.
  struct Answer: Sendable {
    var bytes: [UInt8]
    var hangs = false

    /// An answer with its length.
    static func document(
      _ body: [UInt8], status: String = "200 OK", _ headers: [String] = []
    ) -> Answer {
      let head =
        (["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + headers)
        .joined(separator: "\r\n") + "\r\n\r\n"
      return Answer(bytes: Array(head.utf8) + body)
    }

    static func text(
      _ body: String, status: String = "200 OK", _ headers: [String] = []
    ) -> Answer {
      document(Array(body.utf8), status: status, headers)
    }
  }

  let port: Int
  private let listener: Int32
  private let answer: @Sendable (Request) -> Answer
  private let requests = Mutex<[Request]>([])

  /// `http://127.0.0.1:PORT`.
  var address: String { "http://127.0.0.1:\(port)" }
  var seen: [Request] { requests.withLock { $0 } }

  init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        var size = size
        return bind(listener, address, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    guard isBound else { throw HarnessError("no server: \(String(cString: strerror(errno)))") }
    port = Int(UInt16(bigEndian: place.sin_port))
    let thread = Server(listener: listener) { [weak self] request in
      guard let self else { return nil }
      self.requests.withLock { $0.append(request) }
      return self.answer(request)
    }
    thread.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }
}

/// What the threads of a server share.
private struct Server: Sendable {
  let listener: Int32
  let answer: @Sendable (TestServer.Request) -> TestServer.Answer?

  func start() {
    detach {
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        detach {
          serve(connection)
          close(connection)
        }
      }
    }
  }

  private func serve(_ connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let sides = line.split(separator: ":", maxSplits: 1)
      if sides.count == 2 { headers[sides[0].lowercased()] = String(sides[1].dropFirst()) }
    }
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    guard let answer = answer(TestServer.Request(path: path, headers: headers)) else { return }
    var sent = 0
    while sent < answer.bytes.count {
      let count = answer.bytes.withUnsafeBytes {
        send(connection, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
    // Until the client has had enough.
    if answer.hangs { while recv(connection, &buffer, buffer.count, 0) > 0 {} }
  }

  private func detach(_ work: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(work)).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
        return nil
      }, context)
    pthread_detach(thread)
  }
}

/// gzip with real compression, of nothing but blanks.
enum GzipBomb {
  /// - Parameter count: of bytes once it is unpacked, at least.
  static func bytes(unpackingTo count: Int) -> [UInt8] {
    var bits = Bits()
    bits.put(1, 1)  // the last block
    bits.put(1, 2)  // of fixed codes (RFC 1951)
    bits.code(0x30 + 0x20, 8)
    // Each 258 bytes more, a copy of what stands one byte before: 13 bits.
    for _ in 0..<(count / 258 + 1) {
      bits.code(0b1100_0101, 8)
      bits.code(0, 5)
    }
    bits.code(0, 7)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + bits.bytes + [0, 0, 0, 0, 0, 0, 0, 0]
  }

  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func put(_ value: Int, _ count: Int) {
      for bit in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
        used += 1
      }
    }

    /// Huffman codes begin with their highest bit.
    mutating func code(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { put(value >> bit & 1, 1) }
    }
  }
}
