import CUnpack

/// The files inside a zip, a tar or a compressed file, one after the other.
///
/// A member is a stream like any other and is read as it is unpacked; nothing is written to
/// the disk, and memory stays flat. What comes out is counted: a small container that holds
/// too much is given up.
final class PackedMembers {
  private let stream: ByteStream
  private let expansion: (times: Int, bytes: Int)
  private var reader: OpaquePointer?
  /// What kept the container itself from being read.
  private var failure: InputError?
  private var unpacked = 0

  init(_ stream: ByteStream, limits: IntakeLimits) {
    self.stream = stream
    expansion = limits.expansion
    let source: cu_source = { context, bytes, count in
      guard let context, let bytes else { return -1 }
      let members = Unmanaged<PackedMembers>.fromOpaque(context).takeUnretainedValue()
      do throws(InputError) {
        return try members.stream.take(
          into: UnsafeMutableRawBufferPointer(start: bytes, count: count))
      } catch {
        members.failure = error
        return -1
      }
    }
    reader = cu_open(source, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { if let reader { cu_close(reader) } }

  enum Member {
    case stream(ByteStream)
    /// It cannot be read; the others may be.
    case failure(InputError)
  }

  /// Nil at the end. The stream of a member is good until the next is asked for.
  ///
  /// - Throws: what keeps all that follows from being read.
  func next() throws(InputError) -> Member? {
    guard let reader else {
      throw InputError(
        path: stream.path,
        cu_is_installed() ? .damaged(message: "no memory") : .missing(.libarchive))
    }
    while true {
      let result = cu_next(reader)
      let name = String(cString: cu_name(reader))
      let path = name.isEmpty ? stream.path : "\(stream.path)/\(name)"
      switch result {
      case CU_END: return nil
      case CU_FATAL: throw failure ?? InputError(path: stream.path, .damaged(message: message))
      case CU_MEMBER where Self.isHidden(name): continue
      case CU_MEMBER: return .stream(ByteStream(path: path, pull: pull(path)))
      case CU_LOCKED: return .failure(InputError(path: path, .encrypted))
      default: return .failure(InputError(path: path, .damaged(message: message)))
      }
    }
  }

  /// As in folders; macOS puts such a companion beside every file that it packs.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private var message: String { reader.map { String(cString: cu_error($0)) } ?? "" }

  private func pull(_ path: String) -> ByteStream.Pull {
    { target throws(InputError) in
      guard let reader = self.reader, let start = target.baseAddress else { return 0 }
      let count = cu_read(reader, start.assumingMemoryBound(to: UInt8.self), target.count)
      guard count >= 0 else {
        throw self.failure ?? InputError(path: path, .damaged(message: self.message))
      }
      self.unpacked += count
      let limit = Int(cu_taken(reader)) * self.expansion.times + self.expansion.bytes
      guard self.unpacked <= limit else { throw InputError(path: path, .expandsTooFar) }
      return count
    }
  }
}
