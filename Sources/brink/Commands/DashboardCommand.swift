import ArgumentParser
import Dashboard
import NcursesTerminal
import Terminal

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Open the dashboard (the default).")

  @Flag(help: "Read-only, for a screen on the wall: no key leaves or writes; stop it with SIGTERM.")
  var kiosk = false

  @Option(help: ArgumentHelp("dark, light, high-contrast or mono.", valueName: "name"))
  var palette: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    Allocator.returnLargeBlocks()
    let configuration = try Configuration.load()
    let archive = try options.dashboardArchive(
      options.path(configuration), mayWrite: !kiosk)
    let palette = try Tools.palette(palette ?? configuration.palette ?? "dark")
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(
        NcursesTerminal.Options(
          palette: palette, asciiOnly: ascii || configuration.ascii ?? false,
          mouse: configuration.mouse ?? !kiosk, isKiosk: kiosk))
    } catch {
      throw CommandFailure(error)
    }
    let runner = DashboardRunner(
      archive: archive, terminal: terminal, keymap: kiosk ? .standard.kiosk : .standard,
      asciiOnly: terminal.asciiOnly)
    _ = runner.run()
    terminal.close()
  }
}
