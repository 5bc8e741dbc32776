/// Something that came from the terminal. (An *event* is a coded event.)
package enum Input: Hashable, Sendable {
  case key(Key)
  case resize(Size)
  case mouse(Mouse)
  /// Text pasted in bracketed mode: never read as keys.
  case paste(String)
  /// The terminal is gone: nothing can be shown or read any more.
  case closed
}

package enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

package struct Mouse: Hashable, Sendable {
  package enum Gesture: Hashable, Sendable {
    case press, doubleClick, wheelUp, wheelDown
    /// Moved with the button held down.
    case drag
  }

  package var gesture: Gesture
  package var column: Int
  package var row: Int

  package init(gesture: Gesture, column: Int, row: Int) {
    self.gesture = gesture
    self.column = column
    self.row = row
  }
}
