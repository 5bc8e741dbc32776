/// What a person at a desk may do beyond the screen. Everything is nil where there is no such
/// person, as in front of a kiosk.
package struct Desk: Sendable {
  /// Whether the terminal may be asked to copy.
  package var copies: Bool
  /// Shows an address in the browser.
  package var open: (@Sendable (String) throws -> Void)?
  /// Writes a new file and says where it is.
  package var save: (@Sendable (_ name: String, _ text: String) throws -> String)?
  /// Gives a text to a command and says what came of it, in a line.
  package var pipe: (@Sendable (_ command: String, _ text: String) throws -> String)?

  package init(
    copies: Bool = false, open: (@Sendable (String) throws -> Void)? = nil,
    save: (@Sendable (_ name: String, _ text: String) throws -> String)? = nil,
    pipe: (@Sendable (_ command: String, _ text: String) throws -> String)? = nil
  ) {
    self.copies = copies
    self.open = open
    self.save = save
    self.pipe = pipe
  }
}
