import Foundation
import Testing

@Suite("Feeds")
struct FeedTests {
  private static func feed(_ titles: String..., link: String = "https://velm.example") -> String {
    let items = titles.map { title in
      """
      <item><title>\(title)</title><link>\(link)/\(title.utf8.count)</link>
      <pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate>
      <description>Iceland warned Norway on Monday that it would seize trawlers.</description></item>
      """
    }
    return
      "<rss version=\"2.0\"><channel><title>Velm Daily</title>\(items.joined())</channel></rss>"
  }

  private func fetch(_ home: Home, _ arguments: String...) async throws -> ProgramRun {
    try await home.run(["fetch", "--pause", "0"] + arguments)
  }

  @Test("are added, listed, removed, and handed on as OPML")
  func keepsList() async throws {
    let home = try Home()
    let added = try await home.brink(
      "feed", "add", "https://velm.example/feed", "https://a.example/?a=1&b=2", "--full-text")
    #expect(
      added.output == "https://velm.example/feed added\nhttps://a.example/?a=1&b=2 added\n")
    #expect(
      try await home.brink("feed", "add", "https://velm.example/feed").output
        == "https://velm.example/feed is there already\n")
    #expect(
      try await home.brink("feed", "list").output == """
        https://a.example/?a=1&b=2  full text  not asked yet
        https://velm.example/feed  full text  not asked yet

        """)
    let opml = try await home.brink("feed", "export-opml").output
    #expect(
      try await home.brink("feed", "remove", "https://velm.example/feed").output
        == "https://velm.example/feed removed\n")
    #expect(try await home.brink("feed", "remove", "https://velm.example/feed").exitCode == 2)
    #expect(
      try await home.brink("feed", "import-opml", "-", input: opml).output
        == "1 feeds added, 1 were there already\n")
    #expect(
      try await home.brink("feed", "list").output.split(separator: "\n").map { $0.prefix(26) }
        == ["https://a.example/?a=1&b=2", "https://velm.example/feed "])
  }

  @Test(
    "must have addresses of http or https",
    arguments: ["file:///etc/passwd", "velm.example", "http://"])
  func checksAddress(_ address: String) async throws {
    let run = try await Home().brink("feed", "add", address)
    #expect(run.errors.contains("it is no address of http or https"))
    #expect(run.exitCode == 2)
  }

  @Test("are asked for what is new, with what the server said the last time")
  func asksConditionally() async throws {
    let server = try TestServer { request in
      request.headers["if-none-match"] == "\"a\""
        ? .text("", status: "304 Not Modified")
        : .text(
          Self.feed("Iceland warns Norway", "Norway answers"),
          ["ETag: \"a\"", "Last-Modified: Mon, 04 Mar 2024 10:00:00 GMT"])
    }
    let home = try Home()
    _ = try await home.brink("feed", "add", "\(server.address)/feed")
    let first = try await fetch(home)
    #expect(
      first.output == "1 feeds answered, 0 unchanged; 2 added in \(home.archive)\n")
    #expect(first.ending == .exited(0))
    let second = try await fetch(home)
    #expect(
      second.output == "0 feeds answered, 1 unchanged; nothing in \(home.archive)\n")
    #expect(server.seen.count == 2)
    #expect(server.seen.last?.headers["if-modified-since"] == "Mon, 04 Mar 2024 10:00:00 GMT")
    #expect(server.seen.first?.headers["user-agent"]?.hasPrefix("brink/") == true)
    #expect(server.seen.first?.headers["accept-encoding"]?.contains("gzip") == true)
    #expect(try await home.brink("snapshot").output.contains("Iceland warns Norway"))
    #expect(try await home.brink("feed", "list").output.contains("Velm Daily"))
  }

  @Test("that fail are told of with the reason, rest, and keep the others from nothing")
  func survivesFaults() async throws {
    let good = Self.feed("Iceland warns Norway")
    let server = try TestServer { request in
      switch request.path {
      case "/good": .text(good)
      case "/missing": .text("no", status: "404 Not Found")
      case "/gone": .text("no", status: "410 Gone")
      case "/busy": .text("no", status: "503 Service Unavailable", ["Retry-After: 900000"])
      case "/loop": .text("", status: "301 Moved Permanently", ["Location: /loop"])
      case "/file": .text("", status: "302 Found", ["Location: file:///etc/passwd"])
      case "/cut":
        .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n\(good)".utf8))
      case "/slow": .init(bytes: Array("HTTP/1.1 200 OK\r\n".utf8), hangs: true)
      case "/bomb":
        .document(GzipBomb.bytes(unpackingTo: 40 << 20), ["Content-Encoding: gzip"])
      case "/broken": .text("<rss><channel><item><title>Hal")
      default: .text("<html><body><p>This is no feed, but a page.</p></body></html>")
      }
    }
    let reasons = [
      "bomb": "its answer is larger than any feed; remove it",
      "busy": "the server asks for patience; it is asked again later",
      "cut": "its answer broke off; it is asked again later",
      "file": "it is no address of http or https; correct it",
      "gone": "it is gone for good (410); remove it",
      "loop": "it leads from address to address without an end; remove it",
      "missing": "there is nothing at this address (404); correct it",
      "slow": "the server is too slow; it is asked again later",
    ]
    let home = try Home()
    let paths = reasons.keys.sorted() + ["broken", "good", "page"]
    _ = try await home.run(["feed", "add"] + paths.map { "\(server.address)/\($0)" })
    let run = try await fetch(home, "--timeout", "20")
    for (path, reason) in reasons {
      #expect(run.errors.contains("brink: \(server.address)/\(path): \(reason)\n"))
    }
    #expect(run.errors.contains("\(server.address)/broken:1: the XML is broken"))
    #expect(run.errors.contains("\(server.address)/page: its form is not known"))
    #expect(
      run.output == "1 feeds answered, 0 unchanged, 10 failed; 1 added in \(home.archive)\n")
    #expect(run.ending == .exited(1))
    // Only what has answered is asked at once again.
    let again = try await fetch(home, "--timeout", "20")
    #expect(
      again.output
        == "1 feeds answered, 0 unchanged, 10 resting; 1 unchanged in \(home.archive)\n")
    let list = try await home.brink("feed", "list").output
    #expect(list.contains("/gone  gone for good; remove it"))
    #expect(list.contains("/slow  1 failures, asked again from "))
  }

  @Test("that have moved for good are asked at their new address, and others are not")
  func follows() async throws {
    let server = try TestServer { request in
      switch request.path {
      case "/old": .text("", status: "301 Moved Permanently", ["Location: /new"])
      case "/away": .text("", status: "302 Found", ["Location: /new2"])
      default: .text(Self.feed("Iceland warns Norway"))
      }
    }
    let home = try Home()
    _ = try await home.brink("feed", "add", "\(server.address)/old", "\(server.address)/away")
    _ = try await fetch(home)
    let list = try await home.brink("feed", "list").output
    #expect(list.contains("\(server.address)/new  "))
    #expect(list.contains("\(server.address)/away  "))
    #expect(!list.contains("/old"))
  }

  @Test("are decoded by what the document says, and else by what the server says")
  func decodes() async throws {
    // Мир
    let item = Array("<rss><channel><item><title>".utf8) + [0xED, 0xC9, 0xD2]
    let end = Array(
      " in peril</title><description>Iceland warned Norway.</description></item></channel></rss>"
        .utf8)
    let server = try TestServer { request in
      request.path == "/wrong"
        ? .document(
          Array("<?xml version=\"1.0\" encoding=\"koi8-r\"?>".utf8) + item + end,
          ["Content-Type: text/xml; charset=utf-8"])
        : .document(item + end, ["Content-Type: text/xml; charset=koi8-r"])
    }
    let home = try Home()
    _ = try await home.brink("feed", "add", "\(server.address)/wrong")
    _ = try await fetch(home)
    #expect(try await home.brink("snapshot").output.contains("Мир in peril"))
    let other = try Home()
    _ = try await other.brink("feed", "add", "\(server.address)/server")
    _ = try await fetch(other)
    #expect(try await other.brink("snapshot").output.contains("Мир in peril"))
  }

  @Test("of full text give the pages that they link to, each fetched once")
  func fetchesPages() async throws {
    let words = "The minister spoke of nets, of cod and of patience, which had an end, he said."
    let server = try TestServer { request in
      let host = "http://\(request.headers["host"] ?? "")"
      if request.path == "/feed" {
        return .text(Self.feed("Iceland warns Norway", "No page here", link: host))
      }
      return request.path == "/20"
        ? .text("<html><body><article><p>\(words)</p><p>\(words)</p></article></body></html>")
        : .text("", status: "500 Oops")
    }
    let home = try Home()
    _ = try await home.brink("feed", "add", "\(server.address)/feed", "--full-text")
    let run = try await fetch(home)
    #expect(run.output.contains("; 2 added, 1 not read in "))
    #expect(run.errors.contains("\(server.address)/12: the server answers 500"))
    _ = try await fetch(home)
    #expect(server.seen.filter { $0.path == "/20" }.count == 1)
    let screens =
      try await home.brink("snapshot", "--keys", "⏎", "--size", "100x40").output
      + home.brink("snapshot", "--keys", "j⏎", "--size", "100x40").output
    #expect(screens.contains("nets, of cod and of patience"))
    #expect(screens.contains("seize trawlers"))
  }

  @Test("say what to do when there are none")
  func none() async throws {
    let home = try await Home.withStory()
    let run = try await fetch(home)
    #expect(
      run.errors == "brink: fetch: there are no feeds\n       Add one: brink feed add ADDRESS\n")
    #expect(run.ending == .exited(66))
  }
}
