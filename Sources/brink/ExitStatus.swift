/// What `brink` answers to the shell; documented in `Documentation/commands.md`.
///
/// Thrown by itself it ends the program without another word.
enum ExitStatus: Int32, Error {
  case ok = 0
  /// Something could not be read, the rest was done.
  case partial = 1
  /// The command line was not understood.
  case usage = 2
  /// Nothing that was given could be read.
  case noInput = 66
  /// The archive cannot be used: missing, locked, damaged, of a newer version.
  case archive = 69
  /// Writing the output failed.
  case output = 74
  /// There is no terminal that the dashboard could use.
  case terminal = 75
  /// The kernel cannot lock the kiosk in as was asked for.
  case sandbox = 77
  /// Resources or configuration are missing or wrong.
  case configuration = 78
}
