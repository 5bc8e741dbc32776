import CTransfer

/// Why a document could not be fetched: facts, worded by whoever reports them.
package enum FetchProblem: Error, Hashable, Sendable {
  /// Neither http nor https, or no address at all.
  case badAddress
  case unknownHost
  case noConnection
  case timedOut
  case tooLarge
  case tooManyRedirects
  /// The answer ended early, or what it was compressed with is broken.
  case cut
  /// The server could not prove who it is; `message` is the library's.
  case unsafe(message: String)
  /// It will not come back (410).
  case gone
  /// What else the server says; `retryAfter` in seconds.
  case status(Int, retryAfter: Int?)
  case other(message: String)
  /// libcurl is not installed.
  case noLibrary

  init(_ result: ct_result, message: String) {
    self =
      switch result {
      case CT_BAD_ADDRESS: .badAddress
      case CT_UNKNOWN_HOST: .unknownHost
      case CT_NO_CONNECTION: .noConnection
      case CT_TIMED_OUT: .timedOut
      case CT_TOO_LARGE: .tooLarge
      case CT_TOO_MANY_REDIRECTS: .tooManyRedirects
      case CT_CUT: .cut
      case CT_NO_LIBRARY: .noLibrary
      case CT_UNSAFE: .unsafe(message: message)
      default: .other(message: message)
      }
  }
}
