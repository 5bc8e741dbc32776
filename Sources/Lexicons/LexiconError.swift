/// What is wrong with a lexicon, and where. The command line words it.
package enum LexiconError: Error, Hashable, Sendable {
  /// No folder with resources; `searched` are the places that were tried.
  case noResources(searched: [String])
  case missing(file: String)
  case unreadable(file: String, errno: Int32)
  case malformed(file: String, line: Int, reason: String)
  /// A file of the user's that has the name of no table.
  case unknownTable(file: String)
  case failedSample(file: String, line: Int, surface: String, expected: String)
}
