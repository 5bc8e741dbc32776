import ArgumentParser

struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract: "Open the dashboard read-only and locked, for a screen on the wall.",
    discussion: "No key leaves it or writes; SIGTERM ends it. See Documentation/kiosk.md.")

  @Flag(help: "Do not start where the kernel cannot lock the program in.")
  var requireSandbox = false

  @Option(
    help: ArgumentHelp(
      "Seconds without a key after which filters are forgotten; 0 for never.",
      valueName: "seconds"))
  var idle = 120

  @Flag(help: "Lock the program in, try what must be refused, and say what was.")
  var check = false

  @Option(help: ArgumentHelp("dark, light, high-contrast or mono.", valueName: "name"))
  var palette: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    guard (0...86_400).contains(idle) else {
      throw ValidationError("--idle takes 0 to 86400 seconds")
    }
  }

  func run() throws {
    if check { return try tryLocks() }
    try DashboardLaunch(
      palette: palette, ascii: ascii, options: options,
      kiosk: .init(requiresSandbox: requireSandbox, idleSeconds: idle > 0 ? idle : nil)
    ).run()
  }

  private func tryLocks() throws {
    let path = try options.path(Configuration.load())
    let readable = DashboardLaunch.readable(path)
    let sandbox = Sandbox.lock(reading: readable)
    let attempts = SandboxTrial.attempts(in: readable[0], archive: path)
    for attempt in attempts {
      try StandardOutput.write(
        Visible.text("\(attempt.what): \(attempt.refusal.map { "refused (\($0))" } ?? "DONE")")
          + "\n")
    }
    try sandbox.require()
    guard attempts.allSatisfy({ $0.refusal != nil }) else { throw ExitStatus.sandbox }
  }
}
