import Logging

/// What a command does, step by step, on standard error, for whoever looks for a fault.
///
/// It is silent unless `BRINK_LOG` names a level. The dashboard does not log: its standard error
/// is the terminal that it draws on.
enum Log {
  static func logger(of command: String) throws(CommandFailure) -> Logger {
    var logger = Logger(label: "brink.\(command)") { StreamLogHandler.standardError(label: $0) }
    // No step of a command is critical: that would be its error.
    logger.logLevel = .critical
    guard let name = Places.environment("BRINK_LOG") else { return logger }
    guard let level = Logger.Level(rawValue: name) else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(
        "BRINK_LOG", because: "\(name) is not a level", advice: "Levels are \(levels).",
        .configuration)
    }
    logger.logLevel = level
    return logger
  }
}
