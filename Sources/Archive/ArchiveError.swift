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
  /// Damaged; the message is SQLite's.
  case corrupt(String)
  /// The file or its folder cannot be read, made or written; the number is an `errno`.
  case unreadable(errno: Int32)
  /// The disk is full.
  case full
  /// Any other answer of SQLite, with its extended result code.
  case failed(code: Int32, message: String)
}
