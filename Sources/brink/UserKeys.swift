import Dashboard
import Terminal
import Yams

/// The keys of a user, from `$XDG_CONFIG_HOME/brink/keys.yaml`.
enum UserKeys {
  /// - Throws: ``CommandFailure`` with the line of what is wrong.
  static func keymap() throws(CommandFailure) -> Keymap {
    guard let path = Places.configuration.map({ $0 + "/keys.yaml" }) else { return .standard }
    let lines = try lines(of: path)
    do {
      return try Keymap.standard.rebound(lines.map(\.binding))
    } catch {
      throw CommandFailure(error, lines, in: path)
    }
  }

  fileprivate struct Line {
    let number: Int
    let binding: KeyBinding
  }

  private static func lines(of path: String) throws(CommandFailure) -> [Line] {
    let text: String?
    do {
      text = try File.text(path)
    } catch {
      throw CommandFailure(
        "keys \(path)", because: CommandFailure.system(error.errno),
        advice: "It must be a file that may be read.", .configuration)
    }
    guard let text, !text.allSatisfy(\.isWhitespace) else { return [] }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw CommandFailure(error as? YamlError, of: "keys", in: path)
    }
    // A file of comments alone asks for nothing.
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      throw CommandFailure(
        "keys \(path)", because: "it must hold lines of the form “action: keys”",
        advice: advice, .configuration)
    }
    var lines: [Line] = []
    for (name, value) in mapping { lines.append(try line(name, value, in: path)) }
    return lines
  }

  private static func line(
    _ name: Node, _ value: Node, in path: String
  ) throws(CommandFailure) -> Line {
    let number = name.mark?.line ?? 1
    let written = value.sequence?.map { $0.string } ?? [value.string]
    var keys: [Key] = []
    for text in written {
      do {
        // Keys stand side by side or apart.
        keys += try KeyNotation.keys(text?.filter { $0 != " " } ?? "")
      } catch {
        throw CommandFailure(
          "keys \(path):\(number)", because: "‘\(error.name)’ is no key",
          advice: "Write keys as z, <F5>, <C-x>, <Space> or <Enter>.", .configuration)
      }
    }
    return Line(number: number, binding: KeyBinding(name.string ?? "", keys))
  }

  fileprivate static let advice =
    "It holds lines of the form “action: keys”; `brink keys` lists the actions."
}

extension CommandFailure {
  fileprivate init(_ error: KeyBindingError, _ lines: [UserKeys.Line], in path: String) {
    switch error {
    case .unknownAction(let index):
      self.init(
        "keys \(path):\(lines[index].number)",
        because: "there is no action ‘\(lines[index].binding.name)’", advice: UserKeys.advice,
        .configuration)
    case .keyTwice(let index, let key, let before):
      self.init(
        "keys \(path):\(lines[index].number)",
        because: "\(KeyNotation.notation(for: key)) is given to ‘\(lines[before].binding.name)’"
          + " in line \(lines[before].number) already",
        advice: "In one place a key can do one thing.", .configuration)
    case .needsKey(let index):
      self.init(
        "keys \(path):\(lines[index].number)",
        because: "nothing would be left for ‘\(lines[index].binding.name)’",
        advice: "Give it a key, or leave the line out.", .configuration)
    }
  }
}
