import EventData

/// An article as the coder left it, with the bytes that it was made from.
package struct CodedImport: Hashable, Sendable {
  package var coded: CodedArticle
  package var original: [UInt8]

  package init(coded: CodedArticle, original: [UInt8]) {
    self.coded = coded
    self.original = original
  }
}

/// What became of an article that was given to the archive.
package enum ImportOutcome: Hashable, Sendable, CaseIterable {
  /// Its id was new.
  case added
  /// The archive held the same article, coded by the same coder.
  case unchanged
  /// The archive held the same article, coded by another coder.
  case recoded
  /// The archive held another text or other facts under the same id.
  case replaced
  /// The archive holds a later text of the same page; this one is kept as an earlier version.
  case older
}

extension ArchiveWriter {
  /// Adds or replaces articles, all of them or, when it throws, none.
  ///
  /// Some hundreds at a time are fastest; one at a time costs twice as much. To have them
  /// prepared on other threads, see ``insert(prepared:coderVersion:)``.
  ///
  /// - Parameter coderVersion: how the coder names itself with its lexicons; the same article
  ///   coded by the same coder is not written again.
  /// - Returns: one outcome for each article, in order.
  /// - Throws: ``ArchiveError/locked``, ``ArchiveError/full``, ``ArchiveError/corrupt(_:)`` or
  ///   ``ArchiveError/failed(code:message:)``.
  package func insert(
    _ batch: [CodedImport], coderVersion: String
  ) throws(ArchiveError) -> [ImportOutcome] {
    try insert(prepared: PreparedImport.prepare(batch), coderVersion: coderVersion)
  }

  /// The same for articles that are ready to be written.
  ///
  /// - Parameter keepsVersions: whether a text that is replaced is kept as an earlier version.
  package func insert(
    prepared batch: [PreparedImport], coderVersion: String, keepsVersions: Bool = true
  ) throws(ArchiveError) -> [ImportOutcome] {
    try write { db in
      let session = try ImportSession(
        db, try memory.take(db), coderVersion: coderVersion, keepsVersions: keepsVersions)
      let outcomes = try batch.map(session.store)
      memory.keep(try session.finish())
      return outcomes
    }
  }
}
