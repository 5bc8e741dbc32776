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
      let starts: [Int32]
      let lines: [Int32]

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

    package var line: Int { Int(text.lines[index]) }

    package var fields: [String] { (0..<text.width).map { self[$0] } }

    package subscript(column: Int) -> String {
      withBytes(of: column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil for an empty field.
    func optional(_ column: Int) -> String? { isEmpty(column) ? nil : self[column] }

    func isEmpty(_ column: Int) -> Bool { range(of: column).isEmpty }

    /// The parts of a field that holds a list; none for an empty field.
    package func list(_ column: Int) -> [String] {
      var parts: [String] = []
      forEachPart(of: column) { parts.append(String(decoding: $0, as: UTF8.self)) }
      return parts
    }

    /// Calls the body with every part of a list as UTF-8.
    @inline(__always)
    func forEachPart(of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      withBytes(of: column) { bytes in
        if bytes.isEmpty { return }
        var start = 0
        for place in 0...bytes.count
        where place == bytes.count || bytes[place] == UInt8(ascii: "|") {
          body(UnsafeBufferPointer(rebasing: bytes[start..<place]))
          start = place + 1
        }
      }
    }

    /// Whether a field has the same bytes as that of another row.
    func agrees(with other: Row, in column: Int) -> Bool {
      withBytes(of: column) { one in other.withBytes(of: column) { one.elementsEqual($0) } }
    }

    /// Whether a field is a text.
    func agrees(with text: StaticString, in column: Int) -> Bool {
      withBytes(of: column) {
        $0.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      }
    }

    @inline(__always)
    func withBytes<Result>(
      of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      text.bytes.withUnsafeBufferPointer { bytes in
        body(UnsafeBufferPointer(rebasing: bytes[range(of: column)]))
      }
    }

    private func range(of column: Int) -> Range<Int> {
      let place = index * (text.width + 1) + column
      return Int(text.starts[place])..<Int(text.starts[place + 1]) - 1
    }
  }
}
