import Glibc
import Intake

/// Counts what was read and reports what was not, as it happens.
struct InputTally {
  private(set) var read = 0
  private(set) var failed = 0

  /// Says that a person is expected to type, where one is.
  init(reading paths: [String]) {
    if paths.contains("-"), isatty(STDIN_FILENO) != 0 {
      StandardError.write("brink: reading standard input; Ctrl-D on a line of its own ends it\n")
    }
  }

  /// The article; nil after a report on standard error.
  mutating func article(_ result: Result<ImportedArticle, InputError>) -> ImportedArticle? {
    switch result {
    case .success(let imported):
      read += 1
      return imported
    case .failure(let error):
      failed += 1
      StandardError.write(error.report)
      return nil
    }
  }

  /// - Throws: the exit status, when something was not read.
  func finish() throws(ExitStatus) {
    if failed > 0 { throw read > 0 ? .partial : .noInput }
  }
}
