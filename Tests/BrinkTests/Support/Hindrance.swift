import Glibc

/// Words before a command that keep it from something.
enum Hindrance {
  /// Not one byte more goes into a file: as on a full disk, for one process.
  static let noRoom = ["prlimit", "--fsize=0"]

  /// Even root is a person without the right to pass over permissions.
  static let permissions =
    geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
}
