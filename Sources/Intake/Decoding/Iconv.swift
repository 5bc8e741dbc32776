import Glibc

/// A converter of the system from some character encoding to UTF-8.
///
/// Bytes that mean nothing in the encoding become U+FFFD, one each.
final class Iconv {
  private let descriptor: iconv_t
  /// The beginning of a character whose rest is still to come.
  private var kept: [UInt8] = []

  /// Nil when the system does not know the encoding.
  init?(_ name: String) {
    let plain = name.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || "-_.:".utf8.contains(byte)
    }
    guard plain, let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1
    else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// - Parameter isLast: Whether a character that is not complete is broken for good.
  func utf8(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var input = kept + bytes
    kept = []
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(64, min(input.count * 2, 1 << 16)))
    var start = 0
    while start < input.count {
      var left = input.count - start
      var room = chunk.count
      let result = input.withUnsafeMutableBytes { from in
        chunk.withUnsafeMutableBytes { to in
          var source = from.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
          var target = to.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(descriptor, &source, &left, &target, &room)
        }
      }
      let problem = errno
      output += chunk[..<(chunk.count - room)]
      start = input.count - left
      guard result == -1 else { continue }
      if problem == EINVAL, !isLast {
        kept = Array(input[start...])
        return output
      }
      // Whatever else is wrong with a byte, it must not be tried for ever.
      if problem != E2BIG {
        output += [0xEF, 0xBF, 0xBD]
        start += 1
      }
    }
    return output
  }
}
