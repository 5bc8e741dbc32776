import GRDB
import Glibc

/// What can go wrong with an archive: facts, without wording.
package enum ArchiveError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing
  /// Another process holds the archive longer than the time given to wait.
  case locked
  /// The file is something else: not SQLite, or another program's database.
  case notAnArchive
  /// Written by a newer brink; the numbers are schema versions.
  case newerVersion(found: Int, known: Int)
  /// Written by an older brink and opened only for reading: a writer has to migrate it first.
  case olderVersion(found: Int, known: Int)
  /// Damaged; the message is SQLite's, or says what could not be read.
  case corrupt(String)
  /// The file or its folder cannot be read, made or written; the number is an `errno`.
  case unreadable(errno: Int32)
  /// What was written last stands in a log beside it, which can be read only where files can be
  /// made.
  case unreadableLog
  /// The disk is full.
  case full
  /// The system takes no more bytes of the file; the number is an `errno`: a quota, a limit to
  /// its size, a disk that fails.
  case unwritable(errno: Int32)
  /// Somebody has asked to stop: see ``ArchiveReader/interrupt()``.
  case interrupted
  /// Any other answer of SQLite, with its extended result code.
  case failed(code: Int32, message: String)
}

extension ArchiveError {
  /// - Parameter errno: what the system answered to SQLite; 0 where that is not known.
  init(_ error: any Error, errno: Int32 = 0) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as DatabaseError: self.init(error, errno: errno)
    case let error as RowDecodingError: self = .corrupt("\(error)")
    default: self = .failed(code: 1, message: "\(error)")
    }
  }

  private static let writing: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE,
  ]

  private init(_ error: DatabaseError, errno: Int32) {
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked
    case .SQLITE_NOTADB: self = .notAnArchive
    case .SQLITE_CORRUPT: self = .corrupt(message)
    case .SQLITE_FULL: self = .full
    case .SQLITE_IOERR where errno == ENOSPC: self = .full
    // Where nobody knows more: a file of a few bytes could not grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE && errno == 0:
      self = .full
    case .SQLITE_IOERR where Self.writing.contains(error.extendedResultCode):
      self = .unwritable(errno: errno == 0 ? EIO : errno)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
      self = .corrupt("a part of it is cut off")
    case .SQLITE_INTERRUPT: self = .interrupted
    // The file itself could be opened before, so it is its companions that cannot be made.
    case .SQLITE_CANTOPEN, .SQLITE_READONLY: self = .unreadable(errno: EACCES)
    // The schema is damaged but still reads.
    case .SQLITE_ERROR where message.hasPrefix("no such"): self = .corrupt(message)
    default: self = .failed(code: error.extendedResultCode.rawValue, message: message)
    }
  }
}
