import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// The file of an archive: found, made and opened.
struct ArchiveFile {
  var path: String

  /// Opens for reading only. SQLite refuses every write on such a connection.
  func openReader(busyTimeout: Duration) throws(ArchiveError) -> DatabaseQueue {
    try checkReadable()
    var configuration = Self.configuration(busyTimeout)
    configuration.readonly = true
    configuration.label = "brink.archive.reader"
    // A reader may be forbidden to make files, as in a kiosk.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try PrefixTerms.prepare(db)
    }
    do {
      return try Self.checked(DatabaseQueue(path: path, configuration: configuration))
    } catch let error as DatabaseError where Self.isOfCompanions(error) {
      return try openAsItStands(configuration, otherwise: error)
    } catch {
      throw ArchiveError(error)
    }
  }

  /// What goes with an archive in use: its log, and the index of the log that all processes share.
  private var log: String { path + "-wal" }
  private var index: String { path + "-shm" }

  /// Whether somebody has it open or has left something in its log. Nobody writes it otherwise,
  /// and what is written later would not be seen.
  var isInUse: Bool {
    guard let bytes = Self.size(of: log) else { return false }
    return bytes > 0 || Self.size(of: index) ?? 0 >= Self.indexBytes
  }

  /// What the index of a log has at least; SQLite begins with a few bytes.
  private static let indexBytes = 32_768

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether it may come from files that cannot be made, or have no room, beside the archive.
  private static func isOfCompanions(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL].contains(error.resultCode)
      || [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN].contains(error.extendedResultCode)
  }

  /// Whoever may not make the files beside it, or has no room for them, can still read: without
  /// them where nobody writes, or with an index of the log in his own memory.
  private func openAsItStands(
    _ configuration: Configuration, otherwise failure: DatabaseError
  ) throws(ArchiveError) -> DatabaseQueue {
    let isInUse = isInUse
    guard !isInUse || Self.size(of: index) != nil else { throw .unreadableLog }
    let option = isInUse ? "readonly_shm=1" : "immutable=1"
    guard let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed),
      let database = try? DatabaseQueue(
        path: "file:\(escaped)?\(option)", configuration: configuration)
    else { throw ArchiveError(failure) }
    do {
      return try Self.checked(database)
    } catch {
      throw ArchiveError(error)
    }
  }

  private static func checked(_ database: DatabaseQueue) throws -> DatabaseQueue {
    switch try database.read(ArchiveSchema.state) {
    case .current: return database
    case .older(let found):
      throw ArchiveError.olderVersion(found: found, known: ArchiveSchema.version)
    case .empty: throw ArchiveError.notAnArchive
    }
  }

  /// Opens for writing; makes folders and file, and brings the tables up to date.
  func openWriter(busyTimeout: Duration) throws(ArchiveError) -> DatabaseQueue {
    try makeFile()
    do {
      try checkBelongsToUs(busyTimeout)
      var configuration = Self.configuration(busyTimeout)
      configuration.journalMode = .wal
      configuration.label = "brink.archive.writer"
      configuration.prepareDatabase(Self.prepareWriter)
      let database = try DatabaseQueue(path: path, configuration: configuration)
      do {
        try Self.migrate(database)
      } catch {
        throw Self.failure(error, of: database)
      }
      return database
    } catch {
      throw ArchiveError(error)
    }
  }

  /// What went wrong, with what the system answered to SQLite.
  static func failure(_ error: any Error, of database: DatabaseQueue) -> ArchiveError {
    // Of a COMMIT that fails SQLite does not keep the answer; the thread does.
    let last = errno
    let kept = database.unsafeRead { sqlite3_system_errno($0.sqliteConnection) }
    return ArchiveError(
      error, errno: kept != 0 ? kept : [EFBIG, ENOSPC, EDQUOT].contains(last) ? last : 0)
  }

  /// Looks before anything is touched, and read-only: even closing another program's database
  /// could change it.
  private func checkBelongsToUs(_ busyTimeout: Duration) throws {
    var configuration = Self.configuration(busyTimeout)
    configuration.readonly = true
    let probe = try DatabaseQueue(path: path, configuration: configuration)
    _ = try probe.read(ArchiveSchema.state)
    try probe.close()
  }

  static func migrate(_ database: DatabaseQueue) throws {
    while true {
      let before = try database.read(ArchiveSchema.state)
      do {
        return try ArchiveSchema.migrator.migrate(database)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        // Another process migrates, too: what it has done meanwhile need not be done again.
        guard try database.read(ArchiveSchema.state) != before else { throw error }
      }
    }
  }

  static func configuration(_ busyTimeout: Duration) -> Configuration {
    var configuration = Configuration()
    let (seconds, attoseconds) = busyTimeout.components
    configuration.busyMode = .timeout(Double(seconds) + Double(attoseconds) / 1e18)
    configuration.foreignKeysEnabled = false
    return configuration
  }

  private static func prepareWriter(_ db: Database) throws {
    // The -wal and -shm files stay when the last writer closes: a reader that may not write to
    // the folder cannot make them and could not open the archive at all.
    var on: Int32 = 1
    _ = sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &on)
    try db.execute(
      sql: """
        PRAGMA secure_delete = FAST;
        PRAGMA wal_autocheckpoint = 10000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -65536;
        """)
  }

  // MARK: The file system

  private func checkReadable() throws(ArchiveError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAnArchive }
  }

  /// Makes the folders that are missing (0700) and an empty file (0600); SQLite gives its
  /// companions the mode of the file.
  private func makeFile() throws(ArchiveError) {
    try makeFolders()
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unreadable(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAnArchive }
  }

  private func makeFolders() throws(ArchiveError) {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      index = path.index(after: slash)
      let folder = String(path[..<slash])
      guard !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      // A folder above may be closed to us and still be passable.
      var status = stat()
      let reason = errno
      guard stat(folder, &status) == 0 else { throw .unreadable(errno: reason) }
    }
  }
}
