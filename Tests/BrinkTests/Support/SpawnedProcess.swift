import Glibc

/// A child process whose standard input, output and errors are files.
///
/// Not Foundation's `Process`: that takes a child for running as long as any descendant
/// does, a tmux server for one.
struct SpawnedProcess {
  private let identifier: pid_t

  /// - Parameters:
  ///   - path: is looked for in PATH if it has no slash.
  ///   - files: are for descriptors 0, 1 and 2; the first must exist.
  init(
    path: String, arguments: [String], environment: [String: String], directory: String = "/",
    files: [String] = ["/dev/null", "/dev/null", "/dev/null"]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
      let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), file, flags, 0o600)
    }

    // A child must not inherit what the test process ignores or blocks.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let command = ["/bin/sh", "-c", "cd -- \"$0\" && exec \"$@\"", directory, path] + arguments
    let words = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, variables)
    guard error == 0 else {
      throw HarnessError("cannot run \(path): \(String(cString: strerror(error)))")
    }
    identifier = child
  }

  /// How it ended; nil while it runs. Must not be asked again after it has ended.
  func ending() -> ProgramRun.Ending? {
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    return ProgramRun.Ending(status: status)
  }

  func send(_ signal: Int32) { Glibc.kill(identifier, signal) }

  /// Ends it at once.
  func kill() {
    Glibc.kill(identifier, SIGKILL)
    wait()
  }

  @discardableResult
  func wait() -> ProgramRun.Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return ProgramRun.Ending(status: status)
  }
}

extension ProgramRun.Ending {
  /// - Parameter status: as `waitpid` gives it.
  fileprivate init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
