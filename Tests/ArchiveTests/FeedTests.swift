import Testing

@testable import Archive

@Suite("Feeds of an archive")
struct FeedTests {
  @Test("are kept with all that is known of them")
  func keeps() throws {
    let writer = try ArchiveWriter()
    var feed = StoredFeed(url: "https://a.example/feed", title: "A", isFullText: true)
    #expect(try writer.add(feed))
    #expect(try !writer.add(StoredFeed(url: feed.url)))
    feed.noteAnswer(at: 100)
    (feed.etag, feed.lastModified, feed.url) = ("e", "m", "https://a.example/new")
    try writer.update(feed, at: "https://a.example/feed")
    #expect(try writer.reader.feeds() == [feed])
    #expect(try writer.removeFeed(feed.url))
    #expect(try !writer.removeFeed(feed.url))
  }

  @Test("that move to the address of another become one with it")
  func merges() throws {
    let writer = try ArchiveWriter()
    let old = StoredFeed(url: "https://a.example/old")
    let new = StoredFeed(url: "https://a.example/new")
    #expect(try writer.add(old) && writer.add(new))
    try writer.update(new, at: old.url)
    #expect(try writer.reader.feeds() == [new])
  }

  @Test("rest the longer the oftener they fail, at most a day, and as long as they ask for")
  func rests() {
    var feed = StoredFeed(url: "https://a.example/feed")
    var pauses: [Int] = []
    for _ in 0..<12 {
      feed.noteFailure(at: 1000)
      pauses.append(feed.due - 1000)
    }
    #expect(pauses.prefix(3) == [900, 1800, 3600])
    #expect(pauses.suffix(3) == [86_400, 86_400, 86_400])
    feed.noteFailure(at: 1000, retryAfter: 200_000)
    #expect(feed.due == 201_000)
    feed.noteAnswer(at: 2000)
    #expect((feed.failures, feed.due, feed.checked) == (0, 2000, 2000))
  }
}
