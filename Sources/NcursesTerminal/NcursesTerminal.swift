import CNcurses
import Glibc
import Terminal

/// The terminal that the program runs in, by ncurses.
///
/// One at a time, used by the thread that made it; only ``waker`` may be called from others.
/// However the process ends, the terminal is left as it was found: by ``close()``, by a
/// crash, by a signal. Only the parts of rows that differ from those shown before are handed to
/// ncurses, which sends the cells that differ.
package final class NcursesTerminal: TerminalBackend {
  package internal(set) var size: Size
  package let waker = Waker()
  /// Whether the user's locale knows ASCII only: draw with `Canvas.asciiOnly`. Whatever else
  /// a frame holds is shown by ``AsciiFallback``.
  package let asciiOnly: Bool
  /// 0 colours mean attributes only.
  package let depth: ColorDepth
  package var palette: Palette {
    didSet { definePalette() }
  }

  let isKiosk: Bool
  var decoder: InputDecoder
  var bytes = [UInt8](repeating: 0, count: 4096)
  /// When the last byte was read, in milliseconds of a steady clock.
  var lastByte = 0
  var isOpen = true
  private var shown: Frame?
  private var writer = RowWriter()

  /// - Throws: ``NcursesTerminalError``; the terminal is then as it was.
  package init(_ options: Options = Options()) throws(NcursesTerminalError) {
    var facts = cn_facts()
    let report = options.crashReport.map { strdup($0) } ?? nil
    defer { free(report) }
    var request = cn_options(
      colour: options.color.isWanted, mouse: options.mouse, report: report,
      kiosk: options.isKiosk)
    if let error = NcursesTerminalError(cn_open(&request, &facts)) { throw error }
    depth = ColorDepth(colors: Int(facts.colours))
    palette = options.palette
    asciiOnly = options.asciiOnly || !facts.utf8
    isKiosk = options.isKiosk
    decoder = InputDecoder(sequences: NcursesTerminal.keySequences())
    size = NcursesTerminal.currentSize()
    definePalette()
  }

  deinit {
    close()
  }

  /// Gives the terminal back; inputs are ``Input/closed`` from then on.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
  }

  package func show(_ frame: Frame) {
    guard isOpen else { return }
    let isSame = shown?.size == frame.size
    if !isSame { cn_erase() }
    for row in 0..<min(frame.size.rows, size.rows) {
      var columns = 0..<frame.size.columns
      if isSame, let shown {
        guard let changes = frame.changes(inRow: row, since: shown) else { continue }
        columns = changes
      }
      writer.write(columns, ofRow: row, in: frame, asciiOnly: asciiOnly)
    }
    shown = frame
    let cursor = frame.cursor
    cn_present(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? -1))
  }

  /// Sends everything again (^L), for a screen that another program has written on.
  package func redraw() {
    guard isOpen else { return }
    cn_forget_screen()
    showAgain()
  }

  /// Stops the process as ^Z does and redraws when it is continued; nothing in a kiosk.
  package func suspend() {
    guard isOpen, !isKiosk else { return }
    cn_suspend()
    showAgain()
  }

  /// Shows the last frame, cut to the terminal, until a better one comes.
  func showAgain() {
    size = NcursesTerminal.currentSize()
    guard let frame = shown else { return }
    shown = nil
    show(frame)
  }

  static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private func definePalette() {
    let palette = depth == .none ? .mono : palette
    let renditions = Role.allCases.map { palette[$0].rendition(for: depth) }
    writer.learn(renditions)
    for (role, rendition) in zip(Role.allCases, renditions) {
      cn_define_style(
        role.rawValue, Int32(rendition.foreground), Int32(rendition.background),
        UInt32(rendition.attributes.rawValue))
    }
    guard shown != nil else { return }
    showAgain()
  }
}
