import Foundation

/// What stands in the log of an archive alone, as long as nobody has moved it into the main file.
extension Home {
  /// Stars the newest article of the story as another program, in the log.
  ///
  /// - Returns: the other program's connection: as long as it is there, the archive is in use.
  func starring() throws -> Database {
    let other = try Database(archive)
    try other.execute(
      """
      PRAGMA wal_autocheckpoint = 0;
      INSERT INTO mark (article, kind, words, is_read, is_starred) VALUES (6, 'article', 0, 1, 1)
      """)
    return other
  }

  /// Stars the newest article and leaves the log behind, as somebody who was killed.
  ///
  /// - Parameter index: whether the index of the log stays, too, as it does unless files are copied.
  func leavingStar(withIndex index: Bool = true) throws {
    let files = FileManager.default
    let names = ["", "-wal", "-shm"].map { archive + $0 }
    try withExtendedLifetime(try starring()) { _ in
      for name in names { try files.copyItem(atPath: name, toPath: name + ".left") }
    }
    for name in names {
      try? files.removeItem(atPath: name)
      if index || name != names[2] { try files.moveItem(atPath: name + ".left", toPath: name) }
    }
    if !index { try files.removeItem(atPath: names[2] + ".left") }
  }
}
