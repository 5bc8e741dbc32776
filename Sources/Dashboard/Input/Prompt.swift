import Archive

/// A line that is being typed.
package struct Prompt: Hashable, Sendable {
  /// What is done with the text.
  package enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// Filters everything, while it is typed.
    case search
    /// Names an action.
    case command
    /// Narrows the help.
    case help
    /// Looks for words in a pane, while they are typed.
    case find
    /// Narrows a list to choose from.
    case choice
    /// Names a file to write.
    case export
    /// A command of the shell.
    case pipe
    /// Writes the tags, or the note, of something.
    case tags, note
    /// Opens a kiosk; what is typed is shown to nobody.
    case phrase
  }

  /// The longest text taken, in characters: nobody types more, a paste may.
  package static let limit = 256

  package let purpose: Purpose
  /// What tags and notes are of.
  package let subject: MarkSubject?
  package private(set) var characters: [Character]
  /// Counted in characters from the start of the text.
  package private(set) var cursor: Int

  /// Why the text was not taken; nil as soon as it changes.
  package private(set) var complaint: String?

  private struct Recall: Hashable {
    /// How far back.
    var steps: Int
    /// What was typed before.
    var draft: [Character]
  }

  /// Set while the text is a former one.
  private var recall: Recall?

  package init(
    _ text: String = "", for purpose: Purpose = .search, of subject: MarkSubject? = nil
  ) {
    self.purpose = purpose
    self.subject = subject
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  package var text: String { String(characters) }

  package mutating func complain(_ reason: String, at place: Int) {
    complaint = reason
    cursor = min(max(0, place), characters.count)
  }

  package mutating func insert(_ text: String) {
    complaint = nil
    recall = nil
    for character in text where characters.count < Self.limit {
      characters.insert(character.isNewline || character == "\t" ? " " : character, at: cursor)
      cursor += 1
    }
  }

  /// Puts a text in place of characters; the cursor goes behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    complaint = nil
    characters.replaceSubrange(range.clamped(to: 0..<characters.count), with: Array(text))
    characters = Array(characters.prefix(Self.limit))
    cursor = min(range.lowerBound + text.count, characters.count)
  }

  /// Takes a former text, so many further back; below none, what was typed before.
  ///
  /// - Parameter history: the latest last.
  mutating func recall(_ steps: Int, from history: [String]) {
    let draft = recall?.draft ?? characters
    let wanted = min(history.count, max(0, (recall?.steps ?? 0) + steps))
    characters = wanted == 0 ? draft : Array(history[history.count - wanted].prefix(Self.limit))
    recall = wanted == 0 ? nil : Recall(steps: wanted, draft: draft)
    cursor = characters.count
    complaint = nil
  }

  /// False when the action is none of a prompt's.
  package mutating func perform(_ action: Action.ID) -> Bool {
    complaint = nil
    switch action {
    case .deleteBackward where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .deleteForward where cursor < characters.count: characters.remove(at: cursor)
    case .deleteBackward, .deleteForward: break
    case .deleteWord: deleteWord()
    case .deleteLine: self = Prompt(for: purpose)
    case .cursorLeft: cursor = max(0, cursor - 1)
    case .cursorRight: cursor = min(characters.count, cursor + 1)
    case .cursorStart: cursor = 0
    case .cursorEnd: cursor = characters.count
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}
