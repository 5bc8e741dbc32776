import ArgumentParser

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Open the dashboard (the default).")

  @Flag(help: "The same as brink kiosk.")
  var kiosk = false

  @OptionGroup var looks: LooksOptions

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    if kiosk {
      var command = try KioskCommand.parse([])
      (command.looks, command.options) = (looks, options)
      return try command.run()
    }
    if let firstRun = try FirstRun(options) {
      guard try firstRun.offersSample() else { return }
      var command = try SampleCommand.parse([])
      command.looks = looks
      return try command.run()
    }
    try DashboardLaunch(looks: looks, options: options).run()
  }
}
