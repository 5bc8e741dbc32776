import CSandbox
import Glibc

/// What a kiosk has locked itself into: it reads its archive and resources and does nothing else.
struct Sandbox {
  /// What the kernel does not offer, in words; empty when every lock holds.
  let missing: [String]

  /// Locks this process for good; call it while it has one thread only.
  ///
  /// - Parameter paths: Files and folders that it goes on reading; see `cs_lock`.
  static func lock(reading paths: [String]) -> Sandbox {
    let strings = paths.map { strdup($0) }
    defer { for string in strings { free(string) } }
    var pointers = strings.map { UnsafePointer($0) }
    let locks = cs_lock(&pointers, Int32(pointers.count))
    var missing: [String] = []
    if !locks.no_new_privileges { missing.append("no-new-privileges") }
    if !locks.landlock { missing.append("Landlock") }
    if !locks.seccomp { missing.append("seccomp") }
    return Sandbox(missing: missing)
  }

  /// What is missing as a sentence; nil when nothing is.
  var warning: String? {
    missing.isEmpty
      ? nil
      : "The kernel offers no \(missing.joined(separator: " and no ")): the kiosk is not locked"
  }

  /// - Throws: ``CommandFailure`` when a lock is missing.
  func require() throws(CommandFailure) {
    guard let warning else { return }
    throw CommandFailure(
      "kiosk", because: warning,
      advice: "Use a kernel with Landlock (5.13 or newer) and seccomp, or leave out"
        + " --require-sandbox.", .sandbox)
  }
}

/// Tries what a locked process must not be able to do.
enum SandboxTrial {
  /// One thing tried.
  struct Attempt {
    let what: String
    /// Why it was refused; nil when it was done.
    let refusal: String?
  }

  /// Where the kernel tells of threads. The whole of it, as each has a folder of its own there;
  /// Landlock itself keeps the memory, environment and files of other processes closed.
  static let threads = "/proc"

  /// Whether it can still do what it must be able to.
  static var canWatchItsThreads: Bool {
    let file = open("\(threads)/\(getpid())/stat", O_RDONLY)
    if file >= 0 { close(file) }
    return file >= 0
  }

  /// - Parameters:
  ///   - folder: One that this user could write to before.
  ///   - archive: A file that may be read and not written.
  static func attempts(in folder: String, archive: String) -> [Attempt] {
    let file = folder + "/brink-trial"
    var child: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { for argument in arguments { free(argument) } }
    return [
      attempt("make a file") { open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600) },
      attempt("make a folder") { mkdir(file, 0o700) },
      attempt("write to the archive") { open(archive, O_RDWR) },
      attempt("rename the archive") { rename(archive, file) },
      attempt("delete the archive") { unlink(archive) },
      attempt("read other files") { open("/etc/passwd", O_RDONLY) },
      attempt("start a program") {
        // It answers with the error itself.
        errno = posix_spawn(&child, "/bin/true", nil, nil, arguments, nil)
        return errno == 0 ? 0 : -1
      },
      attempt("open a network connection") { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) },
      attempt("open a local connection") { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) },
    ]
  }

  private static func attempt(_ what: String, _ body: () -> Int32) -> Attempt {
    let result = body()
    return Attempt(what: what, refusal: result < 0 ? String(cString: strerror(errno)) : nil)
  }
}
