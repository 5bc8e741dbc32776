import CMarkup
import Glibc

/// Hears the elements and texts of XML or HTML, in their order. Subclassed by whoever reads.
class MarkupSink {
  /// - Parameter space: the namespace of the name; empty without one.
  func start(_ name: String, space: String, _ attributes: MarkupAttributes) {}
  func end(_ name: String, space: String) {}
  /// May be called several times for one text.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The attributes of an element, while it is told of.
struct MarkupAttributes {
  fileprivate let all: UnsafeBufferPointer<cm_attribute>

  /// Nil when the element has no such attribute; of XML's names the part behind the colon.
  subscript(name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same, as bytes.
  func bytes(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    for attribute in all where strcmp(attribute.name, name) == 0 {
      return UnsafeBufferPointer(start: attribute.value, count: attribute.length)
    }
    return nil
  }
}

/// An XML document that arrives piece by piece, in UTF-8.
///
/// Nothing is fetched, and no entity is expanded but those of XML and HTML themselves.
final class XMLParser {
  private let parser: OpaquePointer
  private let sink: MarkupSink

  /// - Throws: ``InputError/Reason/missing(_:)``, or that no memory is left.
  init(_ sink: MarkupSink) throws(InputError.Reason) {
    guard cm_is_installed() else { throw .missing(.libxml2) }
    self.sink = sink
    var handler = cm_handler.calling
    guard let parser = cm_open_xml(&handler, Unmanaged.passUnretained(sink).toOpaque()) else {
      throw .notXML(message: "no memory is left")
    }
    self.parser = parser
  }

  deinit { cm_close_xml(parser) }

  /// Nil while all is well; afterwards nothing more is read.
  func feed(_ bytes: [UInt8], isLast: Bool) -> MarkupProblem? {
    let result = bytes.withUnsafeBufferPointer {
      cm_feed(parser, $0.baseAddress, $0.count, isLast)
    }
    switch result {
    case CM_GOES_ON: return nil
    case CM_TOO_DEEP: return MarkupProblem(line: line, reason: .nestsTooDeep)
    case CM_NO_MEMORY:
      return MarkupProblem(line: line, reason: .notXML(message: "no memory is left"))
    default:
      let message = String(cString: cm_error_message(parser))
      return MarkupProblem(line: line, reason: .notXML(message: message))
    }
  }

  /// How many bytes have been read; see `cm_place`.
  var place: Int { cm_place(parser) }

  private var line: Int { Int(cm_error_line(parser)) }
}

/// What ends the reading of a document.
struct MarkupProblem {
  var line: Int
  var reason: InputError.Reason
}

/// HTML, which is never malformed: a page, or the piece of one that a feed holds.
enum HTMLParser {
  /// Without it no HTML can be read.
  static var isInstalled: Bool { cm_is_installed() }

  /// - Parameter bytes: UTF-8. What nests too deep ends the reading quietly.
  static func read(_ bytes: some Collection<UInt8>, into sink: MarkupSink) {
    let context = Unmanaged.passUnretained(sink).toOpaque()
    var handler = cm_handler.calling
    func read(_ text: UnsafeBufferPointer<UInt8>) {
      _ = cm_read_html(text.baseAddress, text.count, &handler, context)
    }
    if bytes.withContiguousStorageIfAvailable(read) == nil {
      Array(bytes).withUnsafeBufferPointer(read)
    }
  }
}

extension cm_handler {
  /// Calls the sink that is the context.
  fileprivate static var calling: cm_handler {
    cm_handler(
      start: { context, name, space, attributes, count in
        sink(context)?.start(
          name.map { String(cString: $0) } ?? "", space: space.map { String(cString: $0) } ?? "",
          MarkupAttributes(all: UnsafeBufferPointer(start: attributes, count: count)))
      },
      end: { context, name, space in
        sink(context)?.end(
          name.map { String(cString: $0) } ?? "", space: space.map { String(cString: $0) } ?? "")
      },
      text: { context, bytes, count in
        sink(context)?.text(UnsafeBufferPointer(start: bytes, count: count))
      })
  }
}

private func sink(_ context: UnsafeMutableRawPointer?) -> MarkupSink? {
  context.map { Unmanaged<MarkupSink>.fromOpaque($0).takeUnretainedValue() }
}
