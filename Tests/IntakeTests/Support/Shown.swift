import EventData

@testable import Intake

/// An article as the tests write it, one block a line, in the order of the page:
///
///     = The title
///     # A subheading
///     [share] A piece of furniture
///     A paragraph.
func shown(_ article: Article) -> String {
  var lines: [String] = []
  var furniture = article.furniture[...]
  func showFurniture(before paragraph: Int) {
    while let first = furniture.first, first.before <= paragraph {
      lines.append("[\(first.kind.rawValue)] \(first.text)")
      furniture.removeFirst()
    }
  }
  var start = 0
  for (number, paragraph) in article.text.paragraphs.enumerated() {
    showFurniture(before: number)
    let span = Span(start, start + paragraph.utf8.count)
    let mark = span.end <= article.bodyStart ? "= " : article.headings.contains(span) ? "# " : ""
    lines.append(mark + paragraph)
    start = span.end + 2
  }
  showFurniture(before: .max)
  return lines.joined(separator: "\n")
}

extension String {
  /// What empty lines part.
  fileprivate var paragraphs: [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}

/// The outlets that the tests know.
let sampleOutlets = OutletNames(
  domains: ["tarnbypost.example": "Tarnby Post", "news.co.uk": "The News"],
  signatures: ["EBN": "Estmark Broadcasting", "VP": "Velm Press", "Tarnby Post": "Tarnby Post"])

/// A small table, so that tests of rules do not depend on the shipped one.
let samplePatterns: FurniturePatterns = {
  let rows = """
    # source: made for tests
    # licence: CC0-1.0
    # date: 2031-01-01
    pattern\tkind\tmatch
    share\tshare\texact
    related article\trelated-link\texact
    read more\trelated-link\tprefix
    explainer:\trelated-link\tprefix
    sign up…newsletter\tsign-up\tcontains
    getty images)\tcaption\tsuffix
    (photo:\tcaption\tcontains
    contributed to this report.\tcredit\tsuffix
    latest news\tmasthead\texact
    reporting by\tcredit\tprefix
    we use cookies\tcookies\tprefix

    """
  do {
    return try FurniturePatterns(parsing: rows, file: "sample.tsv")
  } catch {
    fatalError("\(error)")
  }
}()

/// Cleans a plain text with the small table, as a test writes it.
func cleaned(_ text: String, title: String? = nil) -> String {
  guard let article = makeArticle(of: text, title: title) else { return "" }
  return shown(article)
}

func makeArticle(of text: String, title: String? = nil, asIs: Bool = false) -> Article? {
  var raw = RawArticle(path: "sample.txt", text: Array(text.utf8))
  raw.title = title
  let options = IntakeOptions(asIs: asIs, furniture: samplePatterns, outlets: sampleOutlets)
  return ArticleMaker(options: options).article(from: raw)
}
