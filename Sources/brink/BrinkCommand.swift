import ArgumentParser

@main
struct BrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "brink")
}
