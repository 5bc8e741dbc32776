import ArgumentParser

/// How the dashboard is drawn: the same options for every command that opens it.
struct LooksOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("dark, light, high-contrast, colour-blind or mono.", valueName: "name"))
  var palette: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false
}
