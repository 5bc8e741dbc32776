extension LexiconTable {
  /// The rows of a table in their order.
  package struct Rows: RandomAccessCollection, Sendable {
    private let text: Shared

    init(_ text: TableText) {
      self.text = Shared(text)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { text.lines.count }
    package subscript(index: Int) -> Row { Row(index: index, text: text) }

    /// One text for all rows, so that a row is no more than a number and a reference.
    fileprivate final class Shared: Sendable {
      let bytes: [UInt8]
      let width: Int
      let starts: [Int]
      let lines: [Int]

      init(_ text: TableText) {
        bytes = text.bytes
        width = text.width
        starts = text.starts
        lines = text.lines
      }
    }
  }

  /// A row whose fields become strings when they are asked for.
  package struct Row: Sendable {
    fileprivate let index: Int
    fileprivate let text: Rows.Shared

    package var line: Int { text.lines[index] }

    package var fields: [String] { (0..<text.width).map { self[$0] } }

    package subscript(column: Int) -> String {
      withBytes(of: column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil for an empty field.
    func optional(_ column: Int) -> String? { isEmpty(column) ? nil : self[column] }

    func isEmpty(_ column: Int) -> Bool { range(of: column).isEmpty }

    /// The parts of a field that holds a list; none for an empty field.
    package func list(_ column: Int) -> [String] {
      withBytes(of: column) { bytes in
        if bytes.isEmpty { return [] }
        var parts: [String] = []
        parts.reserveCapacity(bytes.count { $0 == UInt8(ascii: "|") } + 1)
        var start = 0
        for place in bytes.indices where bytes[place] == UInt8(ascii: "|") {
          parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
          start = place + 1
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
      }
    }

    /// The one letter of a field, where it is among `letters`; nil when it is not.
    ///
    /// - Parameter other: Stands for an empty field.
    func letter(_ column: Int, of letters: StaticString, or other: Character) -> Character? {
      withBytes(of: column) { bytes in
        guard let byte = bytes.first else { return other }
        let isKnown = letters.withUTF8Buffer { $0.contains(byte) }
        return isKnown && bytes.count == 1 ? Character(Unicode.Scalar(byte)) : nil
      }
    }

    func withBytes<Result>(
      of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      text.bytes.withUnsafeBufferPointer { bytes in
        body(UnsafeBufferPointer(rebasing: bytes[range(of: column)]))
      }
    }

    private func range(of column: Int) -> Range<Int> {
      let place = index * (text.width + 1) + column
      return text.starts[place]..<(text.starts[place + 1] - 1)
    }
  }
}
