/// Containers as the tests need them, packed without compressing.
enum Packing {
  /// A zip file (APPNOTE.TXT) of stored members.
  static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let facts =
        word(0x0014) + word(0x0800) + word(0) + word(0) + word(0x21) + long(crc(bytes))
        + long(UInt32(bytes.count)) + long(UInt32(bytes.count)) + word(UInt16(name.utf8.count))
        + word(0)
      directory +=
        long(0x0201_4B50) + word(0x0014) + facts + word(0) + word(0) + word(0) + long(0)
        + long(UInt32(file.count)) + Array(name.utf8)
      file += long(0x0403_4B50) + facts + Array(name.utf8) + bytes
    }
    let count = UInt16(members.count)
    return file + directory + long(0x0605_4B50) + word(0) + word(0) + word(count) + word(count)
      + long(UInt32(directory.count)) + long(UInt32(file.count)) + word(0)
  }

  /// A tar file (POSIX ustar).
  static func tar(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    for (name, bytes) in members {
      func octal(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = String(value, radix: 8)
        return Array((String(repeating: "0", count: width - 1 - digits.count) + digits).utf8) + [0]
      }
      func field(_ text: String, _ width: Int) -> [UInt8] {
        Array(text.utf8) + Array(repeating: 0, count: width - text.utf8.count)
      }
      var header =
        field(name, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
        + octal(bytes.count, 12) + octal(0, 12)
      header += Array("        0".utf8) + field("", 100) + field("ustar", 6) + Array("00".utf8)
      header += [UInt8](repeating: 0, count: 512 - header.count)
      let sum = header.reduce(0) { $0 + Int($1) }
      header.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
      file += header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
    return file + [UInt8](repeating: 0, count: 1024)
  }

  /// A gzip file (RFC 1952) of stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let block = bytes[start..<min(bytes.count, start + 0xFFFF)]
      start = block.endIndex
      file += [start == bytes.count ? 1 : 0] + word(UInt16(block.count))
      file += word(~UInt16(block.count)) + block
    } while start < bytes.count
    return file + long(crc(bytes)) + long(UInt32(bytes.count))
  }

  /// A zstd file (RFC 8878) of one raw block.
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    // A frame of one segment, whose size has four bytes.
    let size = UInt32(bytes.count)
    let block = size << 3 | 1
    return long(0xFD2F_B528) + [0xA0] + long(size) + Array(long(block).prefix(3)) + bytes
  }

  private static func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func long(_ value: UInt32) -> [UInt8] {
    word(UInt16(value & 0xFFFF)) + word(UInt16(value >> 16))
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = .max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
