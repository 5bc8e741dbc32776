import Archive
import EventData
import Fetching
import Intake

/// What the commands about feeds have in common.
enum Feeds {
  static func all(_ options: ArchiveOptions) throws -> [StoredFeed] {
    let path = try options.path(Configuration.load())
    let archive = try ArchiveOptions.reader(path)
    return try at(path) { () throws(ArchiveError) in try archive.feeds() }
  }

  static func at<T>(
    _ path: String, _ work: () throws(ArchiveError) -> T
  ) throws(CommandFailure) -> T {
    do {
      return try work()
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  /// - Throws: unless it is an address that a feed can have.
  static func check(_ url: String) throws(CommandFailure) {
    let lower = url.lowercased()
    let rest = ["http://", "https://"].first { lower.hasPrefix($0) }.map { url.dropFirst($0.count) }
    guard let rest, let first = rest.first, first != "/",
      !url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else {
      throw CommandFailure(
        "feed \(url)", because: "it is no address of http or https",
        advice: "Write it whole, as https://example.org/feed.xml.", .usage)
    }
  }

  /// The part of an address that names the server.
  static func host(_ url: String) -> String {
    let rest = url.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true).last ?? ""
    return rest.drop { $0 == "/" }.prefix { !"/?#".contains($0) }.lowercased()
  }

  static func line(_ feed: StoredFeed) -> String {
    var parts = [feed.url]
    if let title = feed.title { parts.append(title) }
    if feed.isFullText { parts.append("full text") }
    if feed.isGone {
      parts.append("gone for good; remove it")
    } else if feed.failures > 0 {
      parts.append("\(feed.failures) failures, asked again from \(moment(feed.due)) on")
    } else if let checked = feed.checked {
      parts.append("answered \(moment(checked))")
    } else {
      parts.append("not asked yet")
    }
    return parts.joined(separator: "  ")
  }

  private static func moment(_ epoch: Int) -> String {
    let day = Day(number: epoch / 86_400)
    return PublicationDate(day: day, secondOfDay: epoch % 86_400).iso
  }

  static func entries(of file: String) throws -> [FeedList.Entry] {
    do {
      let stream = try ByteStream(opening: file)
      guard let bytes = try stream.rest(limit: 16 << 20) else {
        throw InputError(path: file, .tooLarge(limit: 16 << 20))
      }
      return try FeedList.read(bytes, path: file)
    } catch let error as InputError {
      StandardError.write(error.report)
      throw ExitStatus.noInput
    }
  }
}

extension FetchProblem {
  /// Why, and what to do.
  var wording: String {
    switch self {
    case .badAddress: "it is no address of http or https; correct it"
    case .unknownHost: "there is no such server; check the address and the network"
    case .noConnection: "the server does not answer; it is asked again later"
    case .timedOut: "the server is too slow; it is asked again later"
    case .tooLarge: "its answer is larger than any feed; remove it"
    case .tooManyRedirects: "it leads from address to address without an end; remove it"
    case .cut: "its answer broke off; it is asked again later"
    case .unsafe(let message): "it cannot prove who it is (\(message)); nothing was taken from it"
    case .gone: "it is gone for good (410); remove it"
    case .status(404, _): "there is nothing at this address (404); correct it"
    case .status(429, _), .status(503, _): "the server asks for patience; it is asked again later"
    case .status(let status, _): "the server answers \(status); it is asked again later"
    case .noLibrary: "this machine has no libcurl; install the package libcurl4"
    case .other(let message): "\(message); it is asked again later"
    }
  }
}
