import ArgumentParser

struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract: "Open the dashboard read-only and locked, for a screen on the wall.",
    discussion: "No key leaves it or writes; SIGTERM ends it. See Documentation/kiosk.md.",
    subcommands: [SetPhrase.self])

  @Option(
    help: ArgumentHelp("Show the views of this file in turn, and alerts.", valueName: "file"))
  var playlist: String?

  @Option(
    help: ArgumentHelp(
      "The phrase that opens it (default: $XDG_CONFIG_HOME/brink/kiosk-phrase).",
      valueName: "file"))
  var phraseFile: String?

  @Option(
    help: ArgumentHelp("Let the clock run so many times faster, as a trial.", valueName: "times"))
  var hasten = 1

  @Flag(help: "Do not start where the kernel cannot lock the program in.")
  var requireSandbox = false

  @Option(
    help: ArgumentHelp(
      "Seconds without a key after which filters are forgotten; 0 for never.",
      valueName: "seconds"))
  var idle = 120

  @Flag(help: "Lock the program in, try what must be refused, and say what was.")
  var check = false

  @OptionGroup var looks: LooksOptions

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    guard (0...86_400).contains(idle) else {
      throw ValidationError("--idle takes 0 to 86400 seconds")
    }
    guard idle > 0 || playlist == nil else {
      throw ValidationError("--idle 0 would stop the playlist at the first key for ever")
    }
    guard (1...1000).contains(hasten) else {
      throw ValidationError("--hasten takes 1 to 1000")
    }
  }

  func run() throws {
    if check { return try tryLocks() }
    let kiosk = DashboardLaunch.Kiosk(
      requiresSandbox: requireSandbox, idleSeconds: idle > 0 ? idle : nil,
      playlist: try playlist.map { try PlaylistFile.read($0) }, phrase: try phrase(),
      speed: hasten)
    try DashboardLaunch(looks: looks, options: options, kiosk: kiosk).run()
  }

  /// A file that was named must be there; without one there may be no phrase.
  private func phrase() throws(CommandFailure) -> ExitPhrase? {
    guard let path = phraseFile else {
      return Places.configuration == nil ? nil : try ExitPhrase.read(ExitPhrase.defaultFile())
    }
    guard let phrase = try ExitPhrase.read(path) else {
      throw CommandFailure(
        "phrase \(path)", because: "there is no such file",
        advice: "Make it: brink kiosk set-phrase --file \(path)", .configuration)
    }
    return phrase
  }

  struct SetPhrase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set-phrase",
      abstract: "Set the phrase that opens a kiosk; it is read without being shown.")

    // Not --phrase-file: the parser would take it for that of brink kiosk itself.
    @Option(
      help: ArgumentHelp(
        "Where its hash is kept (default: $XDG_CONFIG_HOME/brink/kiosk-phrase).",
        valueName: "file"))
    var file: String?

    func run() throws {
      let path = try file ?? ExitPhrase.defaultFile()
      try ExitPhrase(setTo: PhraseReading.phrase()).write(to: path)
      try StandardOutput.write(Visible.text("Hash of the phrase written to \(path)") + "\n")
    }
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
    let watches = SandboxTrial.canWatchItsThreads
    try StandardOutput.write("watch its own threads: \(watches ? "possible" : "REFUSED")\n")
    try sandbox.require()
    guard watches, attempts.allSatisfy({ $0.refusal != nil }) else { throw ExitStatus.sandbox }
  }
}
