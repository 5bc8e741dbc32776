import Yams

/// What a person has set in `$XDG_CONFIG_HOME/brink/config.yaml`; options given on the
/// command line win.
struct Configuration: Decodable {
  var archive: String?
  var palette: String?
  var ascii: Bool?
  var mouse: Bool?
  /// Whether the terminal may be asked to copy; true unless it is set.
  var clipboard: Bool?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case archive, palette, ascii, mouse, clipboard
  }

  init() {}

  /// - Throws: ``CommandFailure`` with the line when the file is there and wrong.
  static func load() throws(CommandFailure) -> Configuration {
    guard let folder = Places.configuration else { return Configuration() }
    let path = folder + "/config.yaml"
    do {
      guard let text = try File.text(path) else { return Configuration() }
      if text.allSatisfy(\.isWhitespace) { return Configuration() }
      try checkKeys(text, path)
      return try YAMLDecoder().decode(Configuration.self, from: text)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as FileError {
      throw CommandFailure(
        "configuration \(path)", because: CommandFailure.system(error.errno),
        advice: "It must be a file that may be read.", .configuration)
    } catch let error as YamlError {
      throw CommandFailure(error, of: "configuration", in: path)
    } catch {
      throw CommandFailure(
        "configuration \(path)", because: "a value is not of the kind that its key asks for",
        advice: "archive and palette are texts, ascii, mouse and clipboard are true or false.",
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

extension CommandFailure {
  /// - Parameters:
  ///   - error: nil for an error of another kind.
  ///   - what: what the file is, as `configuration`.
  init(_ error: YamlError?, of what: String, in path: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init("\(what) \(path):\(mark.line)", because: problem, .configuration)
    default:
      self.init("\(what) \(path)", because: "it is not YAML", .configuration)
    }
    advice = "It holds lines of the form “key: value”."
  }
}
