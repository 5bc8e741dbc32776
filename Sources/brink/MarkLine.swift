import Archive
import Foundation

/// A line of what is noted, as JSON.
enum MarkLine {
  case record(MarkRecord)
  case filter(SavedFilter)

  init(_ line: Substring) throws {
    let data = Data(line.utf8)
    if let filter = try? JSONDecoder().decode(SavedFilter.self, from: data) {
      self = .filter(filter)
    } else {
      self = .record(try JSONDecoder().decode(MarkRecord.self, from: data))
    }
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// A file, or standard input for `-`.
  static func read(_ path: String) throws(CommandFailure) -> String {
    do {
      let text = try File.text(path == "-" ? "/dev/stdin" : path)
      if let text { return text }
    } catch {
      throw CommandFailure(
        path, because: CommandFailure.system(error.errno),
        advice: "Check the path and its permissions.", .noInput)
    }
    throw CommandFailure(
      path, because: "there is no such file", advice: "Check its name.", .noInput)
  }

  /// What is wrong with a line, in a few words.
  static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "there is no ‘\(key.stringValue)’ in it"
    case DecodingError.typeMismatch(_, let context): "‘\(name(context))’ is of the wrong kind"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "‘\(name(context))’ has a value that is not known"
    default: "it is no JSON object"
    }
  }

  private static func name(_ context: DecodingError.Context) -> String {
    context.codingPath.last?.stringValue ?? ""
  }
}
