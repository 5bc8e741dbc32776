import Archive
import EventData
import Fetching
import Glibc
import Intake

/// One round of questions to feeds, and to the pages that their entries link to.
struct FeedFetch {
  let importer: Importer
  let writer: ArchiveWriter
  let client: HTTPClient
  let queue: PoliteQueue
  /// In seconds since 1970.
  let now: Int

  struct Tally {
    var answered = 0
    var unchanged = 0
    var failed = 0
    /// Entries, and pages of them, that gave no article.
    var unread = 0
  }

  private struct Page {
    var entry: ImportedArticle
    var url: String
  }

  func run(_ feeds: [StoredFeed]) throws -> Tally {
    var tally = Tally()
    var pages: [Page] = []
    var failure: (any Error)?
    let client = client
    let progress = Progress(of: feeds.count, "feeds")
    func note(_ feed: StoredFeed, _ answer: HTTPClient.Answer) {
      guard failure == nil else { return }
      do {
        try take(answer, of: feed, &tally, &pages)
      } catch {
        failure = error
      }
      progress.step()
    }
    queue.run(
      feeds, host: { Feeds.host($0.url) },
      work: { feed in
        client.fetch(
          feed.url, known: HTTPClient.Known(etag: feed.etag, lastModified: feed.lastModified))
      }, handle: note)
    if let failure { throw failure }
    try fetch(pages, &tally)
    return tally
  }

  private func take(
    _ answer: HTTPClient.Answer, of old: StoredFeed, _ tally: inout Tally, _ pages: inout [Page]
  ) throws {
    var feed = old
    switch answer {
    case .unchanged:
      tally.unchanged += 1
      feed.noteAnswer(at: now)
    case .failure(let problem):
      tally.failed += 1
      report(old.url, problem)
      feed.note(problem, at: now)
    case .document(let document):
      var articles: [ImportedArticle] = []
      var errors: [InputError] = []
      ArticleReader(formats: .feeds, maker: importer.reader.maker).read(
        ByteStream(path: old.url, bytes: document.bytes, charset: document.charset)
      ) { result in
        switch result {
        case .success(let article): articles.append(article)
        case .failure(let error): errors.append(error)
        }
      }
      for error in errors {
        StandardError.write(error.report)
        importer.note(error.failure)
      }
      if articles.isEmpty, !errors.isEmpty {
        tally.failed += 1
        feed.noteFailure(at: now)
        break
      }
      tally.answered += 1
      tally.unread += errors.count
      feed.noteAnswer(at: now)
      feed.title = feed.title ?? articles.first?.article.outlet
      (feed.etag, feed.lastModified) = (document.known.etag, document.known.lastModified)
      if let moved = document.moved { feed.url = moved }
      for article in articles {
        if feed.isFullText, let page = try page(of: article) {
          pages.append(page)
        } else if !feed.isFullText || article.article.url == nil {
          try importer.add(article)
        }
      }
    }
    let kept = feed
    try Feeds.at(importer.path) { () throws(ArchiveError) in
      try writer.update(kept, at: old.url)
    }
  }

  /// Nil when there is no page to fetch: the entry has no address, or its article is there.
  private func page(of entry: ImportedArticle) throws -> Page? {
    guard let url = entry.article.url, (try? Feeds.check(url)) != nil else { return nil }
    let known = try Feeds.at(importer.path) { () throws(ArchiveError) in
      try writer.reader.row(ofArticle: entry.article.id)
    }
    return known == nil ? Page(entry: entry, url: url) : nil
  }

  /// A page that cannot be had leaves the article with what the feed says.
  private func fetch(_ pages: [Page], _ tally: inout Tally) throws {
    var failure: (any Error)?
    let client = client
    let progress = Progress(of: pages.count, "pages")
    func note(_ page: Page, _ answer: HTTPClient.Answer) {
      guard failure == nil else { return }
      do {
        try importer.add(article(of: page, answer, &tally))
      } catch {
        failure = error
      }
      progress.step()
    }
    queue.run(
      pages, host: { Feeds.host($0.url) }, work: { client.fetch($0.url) }, handle: note)
    if let failure { throw failure }
  }

  private func article(
    of page: Page, _ answer: HTTPClient.Answer, _ tally: inout Tally
  ) -> ImportedArticle {
    let entry = page.entry
    guard case .document(let document) = answer else {
      if case .failure(let problem) = answer { report(page.url, problem) }
      tally.unread += 1
      return entry
    }
    var found: ImportedArticle?
    ArticleReader(formats: .pages, maker: importer.reader.maker).read(
      ByteStream(path: entry.article.path, bytes: document.bytes, charset: document.charset)
    ) { result in
      if case .success(let imported) = result { found = imported }
    }
    guard var whole = found, whole.article.body.utf8.count > entry.article.body.utf8.count else {
      return entry
    }
    whole.article.id = entry.article.id
    whole.article.url = entry.article.url
    whole.article.published = entry.article.published ?? whole.article.published
    whole.article.outlet = entry.article.outlet ?? whole.article.outlet
    return whole
  }

  private func report(_ url: String, _ problem: FetchProblem) {
    StandardError.write("brink: \(Visible.text("\(url): \(problem.wording)"))\n")
    importer.note(ImportFailure(input: url, reason: problem.wording))
  }
}

extension StoredFeed {
  fileprivate mutating func note(_ problem: FetchProblem, at now: Int) {
    switch problem {
    case .gone: noteFailure(at: now, isGone: true)
    case .status(_, let seconds): noteFailure(at: now, retryAfter: seconds)
    default: noteFailure(at: now)
    }
  }
}

/// How far a long piece of work has come, on standard error where that is a terminal.
final class Progress {
  private let all: Int
  private let things: String
  private var done = 0
  private let isShown = isatty(STDERR_FILENO) != 0

  init(of all: Int, _ things: String) {
    self.all = all
    self.things = things
  }

  func step() {
    done += 1
    guard isShown else { return }
    StandardError.write("\r\(done) of \(all) \(things)\(done == all ? "\n" : "")")
  }
}
