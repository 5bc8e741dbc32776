import Archive
import Dashboard
import Glibc
import NcursesTerminal
import Terminal

/// What the dashboard and the kiosk share: from options to a screen that runs.
struct DashboardLaunch {
  /// How a kiosk differs.
  struct Kiosk {
    /// Without all locks it does not start.
    var requiresSandbox = false
    /// Seconds without a key after which it forgets its visitor; nil for never.
    var idleSeconds: Int?
  }

  var palette: String?
  var ascii = false
  var options: ArchiveOptions
  /// Nil for a dashboard at a desk.
  var kiosk: Kiosk?

  func run() throws {
    Allocator.returnLargeBlocks()
    let configuration = try Configuration.load()
    let path = try options.path(configuration)
    let catalogue = try Tools.indicators()
    let palette = try Tools.palette(palette ?? configuration.palette ?? "dark")
    let keymap = try UserKeys.keymap()
    // What is wrong with the archive is said before the terminal is taken over.
    let archive = try options.dashboardArchive(path, catalogue, mayWrite: kiosk == nil)
    let borders = try MapBorders.path()
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(
        NcursesTerminal.Options(
          palette: palette, asciiOnly: ascii || configuration.ascii ?? false,
          mouse: configuration.mouse ?? (kiosk == nil), isKiosk: kiosk != nil))
    } catch {
      throw CommandFailure(error)
    }
    defer { terminal.close() }
    let sandbox = kiosk.map { _ in Sandbox.lock(reading: Self.readable(path) + [borders]) }
    if kiosk?.requiresSandbox == true { try sandbox?.require() }
    let runner = DashboardRunner(
      archive: archive, terminal: terminal, keymap: kiosk == nil ? keymap : keymap.kiosk,
      asciiOnly: terminal.asciiOnly, notice: sandbox?.warning,
      idleLimit: kiosk?.idleSeconds.map { .seconds($0) },
      searches: kiosk == nil ? SearchHistory()?.load() ?? [] : [])
    _ = runner.run()
  }

  /// What a kiosk reads when it runs: the folder of its archive, since SQLite keeps two files
  /// beside it and the archive may be replaced.
  static func readable(_ archive: String) -> [String] {
    let slash = archive.lastIndex(of: "/")
    let folder = slash.map { String(archive[..<$0]) } ?? "."
    return [folder.isEmpty ? "/" : folder]
  }
}
