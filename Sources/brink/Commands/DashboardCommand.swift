import ArgumentParser

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Open the dashboard (the default).")

  @Flag(help: "The same as brink kiosk.")
  var kiosk = false

  @Option(help: ArgumentHelp("dark, light, high-contrast or mono.", valueName: "name"))
  var palette: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    if kiosk {
      var command = try KioskCommand.parse([])
      (command.palette, command.ascii, command.options) = (palette, ascii, options)
      return try command.run()
    }
    try DashboardLaunch(palette: palette, ascii: ascii, options: options).run()
  }
}
