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
    /// What it shows in turn; nil for a walk-up.
    var playlist: Playlist?
    /// What opens it; nil when nothing does.
    var phrase: ExitPhrase?
    /// So many times faster than time goes by.
    var speed = 1
  }

  var looks: LooksOptions
  var options: ArchiveOptions
  /// For who sees the program for the first time.
  var tour: Tour?
  /// Nil for a dashboard at a desk.
  var kiosk: Kiosk?

  func run() throws {
    Allocator.returnLargeBlocks()
    let configuration = try Configuration.load()
    let path = try options.path(configuration)
    let catalogue = try Tools.indicators()
    let palette = try Tools.palette(looks.palette ?? configuration.palette ?? "dark")
    // Whose kiosk it is says what it can do; nobody's own keys open more.
    let keymap = kiosk == nil ? try UserKeys.keymap() : .standard
    // What is wrong with the archive is said before the terminal is taken over.
    let archive = try options.dashboardArchive(
      path, catalogue, mayWrite: kiosk == nil,
      desk: kiosk == nil ? .services(copies: configuration.clipboard ?? true) : Desk())
    let borders = try MapBorders.path()
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(
        NcursesTerminal.Options(
          palette: palette, asciiOnly: looks.ascii || configuration.ascii ?? false,
          mouse: configuration.mouse ?? (kiosk == nil), isKiosk: kiosk != nil,
          crashReport: Places.crashReport))
    } catch {
      throw CommandFailure(error)
    }
    defer { terminal.close() }
    let runner =
      try kiosk.map { try Self.runner(of: $0, archive, terminal, path, borders) }
      ?? DashboardRunner(
        archive: archive, terminal: terminal, keymap: keymap, asciiOnly: terminal.asciiOnly,
        searches: SearchHistory()?.load() ?? [], arrangements: LayoutMemory()?.load() ?? [:],
        tour: tour)
    _ = runner.run()
  }

  /// Locks the process in; from then on it reads its archive and nothing else.
  private static func runner(
    of options: Kiosk, _ archive: DashboardArchive, _ terminal: NcursesTerminal, _ path: String,
    _ borders: String
  ) throws -> DashboardRunner {
    let clock = SystemClock.running(times: options.speed)
    let sandbox = Sandbox.lock(reading: readable(path) + [borders])
    if options.requiresSandbox { try sandbox.require() }
    let registry = options.playlist == nil ? PaneRegistry.standard : .wall
    let kiosk = Dashboard.Kiosk(
      at: clock(), idleLimit: options.idleSeconds.map { .seconds($0) }, notice: sandbox.warning,
      playlist: options.playlist,
      gate: options.phrase.map { phrase in Gate { phrase.isRight($0) } })
    return DashboardRunner(
      archive: archive, terminal: terminal, registry: registry,
      keymap: .kiosk(
        for: registry, rotates: options.playlist != nil, unlocks: options.phrase != nil),
      asciiOnly: terminal.asciiOnly, kiosk: (kiosk, clock))
  }

  /// What a kiosk reads when it runs: the folder of its archive, since SQLite keeps two files
  /// beside it and the archive may be replaced; and how busy threads are, which libdispatch,
  /// on which GRDB waits for its turn, must be able to ask: it ends a process in which it cannot.
  static func readable(_ archive: String) -> [String] {
    let slash = archive.lastIndex(of: "/")
    let folder = slash.map { String(archive[..<$0]) } ?? "."
    return [folder.isEmpty ? "/" : folder, SandboxTrial.threads]
  }
}
