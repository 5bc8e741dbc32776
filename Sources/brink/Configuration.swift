import Glibc
import Terminal
import Yams

/// What a person has set in `$XDG_CONFIG_HOME/brink/config.yaml`; options given on the
/// command line win.
struct Configuration: Decodable {
  var archive: String?
  var palette: String?
  var ascii: Bool?
  var mouse: Bool?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case archive, palette, ascii, mouse
  }

  init() {}

  /// - Throws: ``CommandFailure`` with the line when the file is there and wrong.
  static func load() throws(CommandFailure) -> Configuration {
    guard let folder = Places.configuration else { return Configuration() }
    let path = folder + "/config.yaml"
    guard let text = File.text(path) else { return Configuration() }
    if text.allSatisfy(\.isWhitespace) { return Configuration() }
    do {
      try checkKeys(text, path)
      return try YAMLDecoder().decode(Configuration.self, from: text)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as YamlError {
      throw CommandFailure("configuration \(path)", because: "\(error)", .configuration)
    } catch {
      throw CommandFailure(
        "configuration \(path)", because: "a value is not of the kind that its key asks for",
        advice: "archive and palette are texts, ascii and mouse are true or false.",
        .configuration)
    }
  }

  /// A key that is not known is a slip of the pen, not a wish for the default.
  private static func checkKeys(_ text: String, _ path: String) throws {
    guard let mapping = try Yams.compose(yaml: text)?.mapping else {
      throw CommandFailure(
        "configuration \(path)", because: "it must hold lines of the form “key: value”",
        .configuration)
    }
    let known = CodingKeys.allCases.map(\.rawValue)
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      throw CommandFailure(
        "configuration \(path):\(key.mark?.line ?? 1)",
        because: "there is no setting ‘\(key.string ?? "")’",
        advice: "Known are: \(known.joined(separator: ", ")).", .configuration)
    }
  }
}

/// Small files that are read as a whole.
enum File {
  static func text(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
