import ArgumentParser
import Dashboard
import Terminal

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys of the dashboard as they are in force.",
    discussion: "Your own are read from $XDG_CONFIG_HOME/brink/keys.yaml.")

  func run() throws {
    let keymap = try UserKeys.keymap()
    let width = keymap.actions.map(\.name.count).max() ?? 0
    func line(_ name: String, _ keys: [Key], _ text: String) -> String {
      let keys = keys.map(KeyNotation.notation).joined(separator: " ")
      return Self.padded(name, width) + "  " + Self.padded(keys.isEmpty ? "-" : keys, 24) + "  "
        + text + "\n"
    }
    let actions = keymap.actions.map { line($0.name, $0.keys, $0.description) }
    let covered = keymap.covered.map { line($0.by.name, [$0.key], "instead of \($0.instead.name)") }
    try StandardOutput.write(
      actions.joined()
        + (covered.isEmpty
          ? "" : "\nKeys that mean something of its own in a pane:\n" + covered.joined()))
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}
