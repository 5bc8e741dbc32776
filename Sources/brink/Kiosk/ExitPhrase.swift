import CCrypt
import Glibc

/// The phrase that opens a kiosk, as it is kept: a slow, salted hash and nothing else.
struct ExitPhrase: Sendable {
  /// Shorter ones are guessed.
  static let shortest = 8

  private let hash: String

  /// - Throws: ``CommandFailure`` when it is too short, or cannot be hashed.
  init(setTo phrase: String) throws(CommandFailure) {
    guard phrase.count >= Self.shortest else {
      throw CommandFailure(
        "phrase", because: "it has fewer than \(Self.shortest) characters",
        advice: "Some words are easier to keep than signs, and harder to guess.", .usage)
    }
    var room = [CChar](repeating: 0, count: Int(CC_HASH_ROOM))
    guard cc_hash(phrase, &room) else {
      throw CommandFailure(
        "phrase", because: "this system's libcrypt has no yescrypt", .configuration)
    }
    hash = String(decoding: room.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Takes a tenth of a second, on purpose.
  func isRight(_ phrase: String) -> Bool { cc_matches(phrase, hash) }

  // MARK: The file

  /// `$XDG_CONFIG_HOME/brink/kiosk-phrase`.
  static func defaultFile() throws(CommandFailure) -> String {
    guard let folder = Places.configuration else {
      throw CommandFailure(
        "phrase", because: "neither XDG_CONFIG_HOME nor HOME is set",
        advice: "Name the file: --phrase-file FILE", .configuration)
    }
    return folder + "/kiosk-phrase"
  }

  /// What a file holds; nil when there is none.
  ///
  /// - Throws: ``CommandFailure`` when others may read it, or it holds something else.
  static func read(_ path: String) throws(CommandFailure) -> ExitPhrase? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path, errno)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw CommandFailure(
        "phrase \(path)", because: "others may read it or write to it",
        advice: "chmod 600 \(path), then set a new phrase: brink kiosk set-phrase",
        .configuration)
    }
    do {
      guard let text = try File.text(path) else { return nil }
      return try ExitPhrase(stored: text.filter { !$0.isNewline }, in: path)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as FileError {
      throw failure(path, error.errno)
    } catch {
      throw CommandFailure("phrase \(path)", because: "\(error)", .configuration)
    }
  }

  private init(stored hash: String, in path: String) throws(CommandFailure) {
    guard cc_is_hash(hash) else {
      throw CommandFailure(
        "phrase \(path)", because: "it holds no hash of a phrase",
        advice: "Set one: brink kiosk set-phrase", .configuration)
    }
    self.hash = hash
  }

  /// Writes the file anew, for its owner alone: all of it or nothing.
  func write(to path: String) throws(CommandFailure) {
    do {
      if let slash = path.lastIndex(of: "/") { try File.makeFolder(String(path[..<slash])) }
      try File.replace(path, with: hash + "\n")
    } catch {
      throw Self.failure(path, error.errno)
    }
  }

  private static func failure(_ path: String, _ number: Int32) -> CommandFailure {
    CommandFailure(
      "phrase \(path)", because: CommandFailure.system(number),
      advice: "Check the path and its permissions.", .configuration)
  }
}
