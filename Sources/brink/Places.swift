import Archive
import Glibc
import Lexicons

/// Where files live, after the XDG base directory specification.
enum Places {
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }

  /// `$XDG_DATA_HOME/brink/archive.sqlite`.
  static func defaultArchive() throws(CommandFailure) -> String {
    try base("XDG_DATA_HOME", under: ".local/share") + "/brink/archive.sqlite"
  }

  /// `$XDG_CONFIG_HOME/brink`; nil when there is no home.
  static var configuration: String? {
    (try? base("XDG_CONFIG_HOME", under: ".config")).map { $0 + "/brink" }
  }

  /// `$XDG_STATE_HOME/brink`; nil when there is no home.
  static var state: String? {
    (try? base("XDG_STATE_HOME", under: ".local/state")).map { $0 + "/brink" }
  }

  /// `$XDG_CACHE_HOME/brink/sample.sqlite`.
  static func sampleArchive() throws(CommandFailure) -> String {
    try base("XDG_CACHE_HOME", under: ".cache") + "/brink/sample.sqlite"
  }

  /// `$XDG_STATE_HOME/brink/crashes.txt`; nil when there is no home. Its folder is made.
  static var crashReport: String? {
    state.flatMap { folder in
      (try? File.makeFolder(folder)) != nil && access(folder, W_OK) == 0
        ? folder + "/crashes.txt" : nil
    }
  }

  /// Who corrects, has seen or acknowledges, unless told otherwise.
  static var reader: String { environment("USER") ?? "somebody" }

  /// Where a person's own tables live; nil when there is no home.
  static var lexicons: String? { configuration.map { $0 + "/lexicons" } }

  private static func base(
    _ variable: String, under fallback: String
  ) throws(CommandFailure) -> String {
    // The specification asks for absolute paths; others are passed over.
    if let path = environment(variable), path.hasPrefix("/") { return path }
    guard let home = environment("HOME") else {
      throw CommandFailure(
        "no archive", because: "neither \(variable) nor HOME is set",
        advice: "Name the archive: --archive FILE", .configuration)
    }
    return "\(home)/\(fallback)"
  }

  static func resources() throws(CommandFailure) -> ResourceLocator {
    let variables = ["BRINK_RESOURCES": environment("BRINK_RESOURCES") ?? ""]
    do {
      return try ResourceLocator(
        environment: variables, executable: executable, workingDirectory: workingDirectory)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static var executable: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return CommandLine.arguments[0] }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
