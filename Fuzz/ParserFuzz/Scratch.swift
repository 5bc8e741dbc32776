import Foundation

/// A folder for what can only be read from files: a person's settings, too.
enum Scratch {
  static let folder: String = {
    let folder =
      FileManager.default.currentDirectoryPath
      + "/.build/fuzz/scratch-\(ProcessInfo.processInfo.processIdentifier)"
    for name in ["brink", "lexicons"] {
      try! FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    setenv("XDG_CONFIG_HOME", folder, 1)
    return folder
  }()

  /// The path of a file that holds these bytes, readable by its owner alone.
  static func file(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
    let path = "\(folder)/\(name)"
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    precondition(isMade)
    return path
  }
}
