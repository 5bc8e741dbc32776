/// Why an input, or a part of it, gave no article.
///
/// Facts only: where, and what was found. The wording and the advice belong to the
/// program that reports it.
package struct InputError: Error, Hashable, Sendable {
  /// As it was given; `-` for standard input.
  package var path: String
  /// Counted from 1; nil when the whole input is meant.
  package var line: Int?
  package var reason: Reason

  package init(path: String, line: Int? = nil, _ reason: Reason) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  package enum Reason: Error, Hashable, Sendable {
    /// No bytes at all.
    case empty
    /// A folder without a file in it that could hold articles.
    case emptyFolder
    /// There is nothing at the path, or no longer.
    case vanished
    /// Opening or reading failed; `errno` as the system gave it.
    case unreadable(errno: Int32)
    /// Bytes that no character encoding explains.
    case binary(BinaryKind)
    /// Text that no format of the registry claims.
    case unrecognised
    /// More bytes than one article may have; nothing of it was kept.
    case tooLarge(limit: Int)
    /// The line is not one JSON object; `column` counts UTF-8 bytes from 1.
    case notJSON(column: Int, JSONProblem)
    /// The XML ends or breaks off at the line; `message` is the parser's.
    case notXML(message: String)
    /// Elements that nest deeper than any article does.
    case nestsTooDeep
    /// It cannot be read without a library that is not installed.
    case missing(Library)
    /// A record of a table has a quotation mark that nothing closes.
    case openQuote
    /// A list of feeds (OPML), in which there are no articles.
    case feedList
    /// A container, or a member of it; `message` is the unpacker's.
    case damaged(message: String)
    /// The member of a container is encrypted.
    case encrypted
    /// More comes out of a container than such a small one can hold in good faith.
    case expandsTooFar
    /// Containers inside containers, more than anyone packs.
    case packedTooDeep
    /// The input names a character encoding that the system does not know.
    case unknownCharset(String)
    /// Nothing is left that a reader would read.
    case noText
  }
}

/// A library that is loaded when the first input needs it.
package enum Library: String, Hashable, Sendable {
  case libxml2, libarchive
}

/// What the first bytes of a file that is not text say about it.
package enum BinaryKind: String, Hashable, Sendable, CaseIterable {
  case pdf, zip, tar, gzip, bzip2, xz, zstd, png, jpeg, gif, elf, sqlite
  case ole, other
}

/// What is wrong with a line that should hold one JSON object.
package enum JSONProblem: String, Hashable, Sendable {
  case notAnObject = "not an object"
  case badString = "bad string"
  case badValue = "bad value"
  case missingColon = "missing colon"
  case missingComma = "missing comma"
  case truncated
  case tooDeep = "too deep"
  case trailingText = "text after the object"
}
