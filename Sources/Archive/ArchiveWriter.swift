import EventData
import GRDB

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
}

/// Writes an archive: the only type that can.
package struct ArchiveWriter: Sendable {
  let database: DatabaseQueue

  /// An archive that lives as long as its writer and its readers.
  package init() throws(ArchiveError) {
    do { database = try DatabaseQueue() } catch { throw .failed(code: 0, message: "\(error)") }
  }

  /// Reads what this writer has written, through its own connection: for an archive in memory.
  package var reader: ArchiveReader { ArchiveReader(database: database) }

  /// Adds or replaces articles, all of them or, when it throws, none.
  ///
  /// - Returns: one outcome for each article, in order.
  package func insert(
    _ batch: [CodedImport], coderVersion: String
  ) throws(ArchiveError) -> [ImportOutcome] { [] }
}
