import ArgumentParser
import Intake

/// Counts what was read and reports what was not, as it happens.
struct InputTally {
  private(set) var read = 0
  private(set) var failed = 0

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
  func finish() throws(ExitCode) {
    if failed > 0 {
      throw ExitCode(read > 0 ? ExitStatus.partial.rawValue : ExitStatus.noInput.rawValue)
    }
  }
}
