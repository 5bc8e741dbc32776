import Dashboard
import Glibc
import Synchronization

extension Desk {
  /// What the dashboard may do for the person in front of it.
  ///
  /// - Parameter copies: whether the terminal may be asked to copy.
  static func services(copies: Bool) -> Desk {
    let browser = Browser()
    return Desk(
      copies: copies, open: { try browser.open($0) }, save: { try SavedFile.write($1, to: $0) },
      pipe: { try Filtering.run($0, on: $1) })
  }
}

/// Shows addresses in `$BROWSER`, or else by `xdg-open`; no shell reads them.
private final class Browser: Sendable {
  /// Browsers that may still run, or have ended unnoticed.
  private let children = Mutex<[pid_t]>([])

  func open(_ address: String) throws {
    children.withLock { $0.removeAll { waitpid($0, nil, WNOHANG) != 0 } }
    let wish = Places.environment("BROWSER") ?? "xdg-open"
    // Several may be named, the first that is there counts.
    for command in wish.split(separator: ":") {
      let words = command.split(separator: " ").map(String.init)
      guard let program = words.first else { continue }
      let named = words.contains { $0.contains("%s") }
      let arguments =
        named
        ? words.map { $0.replacing("%s", with: address) } : words + [address]
      if let child = try? Child.start(program, arguments, input: nil, output: nil) {
        return children.withLock { $0.append(child) }
      }
    }
    throw LoadFailure("No browser: \(wish) cannot be started; set BROWSER")
  }
}

/// Files that a person asks for.
private enum SavedFile {
  /// - Returns: where it is.
  static func write(_ text: String, to name: String) throws -> String {
    let home = Places.environment("HOME")
    let path = name.hasPrefix("~/") ? (home.map { $0 + name.dropFirst(1) } ?? name) : name
    guard !File.exists(path) else {
      throw LoadFailure("There is a file \(path) already; nothing was written")
    }
    do {
      try File.replace(path, with: text)
    } catch {
      throw LoadFailure("Cannot write \(path): \(CommandFailure.system(error.errno))")
    }
    return path
  }
}

/// Commands that a person gives a text to.
private enum Filtering {
  /// Seconds that are waited for a command; it may go on after that.
  private static let patience = 10
  /// Bytes of its output that are looked at.
  private static let most = 4096

  /// - Returns: the first line that it printed, or that it printed none.
  static func run(_ command: String, on text: String) throws -> String {
    guard let input = tmpfile(), let output = tmpfile() else {
      throw LoadFailure("No room for a temporary file: \(CommandFailure.system(errno))")
    }
    defer {
      fclose(input)
      fclose(output)
    }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, input) == bytes.count, fflush(input) == 0 else {
      throw LoadFailure("No room for a temporary file: \(CommandFailure.system(errno))")
    }
    rewind(input)
    let child = try Child.start(
      "/bin/sh", ["/bin/sh", "-c", command], input: fileno(input), output: fileno(output))
    var status: Int32 = 0
    let end = ContinuousClock.now + .seconds(patience)
    while waitpid(child, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < end else { return "The command still runs" }
      usleep(5000)
    }
    var buffer = [UInt8](repeating: 0, count: most)
    rewind(output)
    let count = fread(&buffer, 1, most, output)
    let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    let code = status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
    let said = lines.first.map(String.init) ?? "it printed nothing"
    return code == 0 ? said : "The command failed (\(code)): \(said)"
  }
}

/// Other programs, each in a session of its own, so that it cannot reach the terminal.
private enum Child {
  /// POSIX_SPAWN_SETSID, which C shows to GNU programs only.
  private static let ownSession: Int16 = 0x80

  /// - Parameters:
  ///   - input: a descriptor to read from; nil for nothing.
  ///   - output: a descriptor for what it says; nil for nowhere.
  static func start(
    _ program: String, _ arguments: [String], input: Int32?, output: Int32?
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in [(0, input), (1, output), (2, output)] as [(Int32, Int32?)] {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, target)
      } else {
        posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The loader's threads block signals, and some are ignored; a program of its own must not.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | ownSession)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    let code = posix_spawnp(&child, program, &actions, &attributes, words, environ)
    guard code == 0 else {
      throw LoadFailure("\(program) cannot be started: \(CommandFailure.system(code))")
    }
    return child
  }
}
