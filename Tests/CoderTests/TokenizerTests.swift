import EventData
import Testing

@testable import Coder

@Suite("The tokenizer")
struct TokenizerTests {
  private func tokens(_ text: String) throws -> [String] {
    let document = try analyse(text)
    return document.tokens.map { document.text(of: $0.span) }
  }

  @Test(
    "cuts at the borders of words, clitics, compounds and marks",
    arguments: [
      ("Talks failed.", ["Talks", "failed", "."]),
      ("U.S. troops", ["U.S.", "troops"]),
      ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
      ("in the U.S.The talks", ["in", "the", "U.S.", "The", "talks"]),
      ("at 9 a.m. on", ["at", "9", "a.m.", "on"]),
      ("e.g. mines", ["e.g.", "mines"]),
      ("a Ph.D. thesis", ["a", "Ph", ".", "D", ".", "thesis"]),
      ("J. K. Reke", ["J", ".", "K", ".", "Reke"]),
      ("it doesn't", ["it", "doesn't"]),
      ("it doesn’t", ["it", "doesn’t"]),
      ("Russia's army", ["Russia", "'s", "army"]),
      ("Russia’s army", ["Russia", "’s", "army"]),
      ("they're sure we'll", ["they", "'re", "sure", "we", "'ll"]),
      ("I'd say I'm", ["I", "'d", "say", "I", "'m"]),
      ("the U.S.'s answer", ["the", "U.S.", "'s", "answer"]),
      ("2014’s war", ["2014", "’s", "war"]),
      ("the G7's leaders", ["the", "G7", "'s", "leaders"]),
      ("the lawmakers' vote", ["the", "lawmakers", "'", "vote"]),
      ("the lawmakers’ vote", ["the", "lawmakers", "’", "vote"]),
      ("Sean O'Brien", ["Sean", "O'Brien"]),
      ("AT&T denied", ["AT&T", "denied"]),
      ("Russian-backed", ["Russian", "-", "backed"]),
      ("a 30-day truce", ["a", "30", "-", "day", "truce"]),
      ("2014–2015", ["2014", "–", "2015"]),
      ("$1.5 billion", ["$", "1.5", "billion"]),
      ("€200m or £3", ["€", "200", "m", "or", "£", "3"]),
      ("127,000 men", ["127,000", "men"]),
      ("in 2014, 300 men", ["in", "2014", ",", "300", "men"]),
      ("flight MH17", ["flight", "MH17"]),
      ("at 10:30", ["at", "10", ":", "30"]),
      ("“We wait,” he said", ["“", "We", "wait", ",", "”", "he", "said"]),
      ("\"We wait,\" he", ["\"", "We", "wait", ",", "\"", "he"]),
      ("''We wait,'' he", ["''", "We", "wait", ",", "''", "he"]),
      ("``We wait,'' he", ["``", "We", "wait", ",", "''", "he"]),
      ("troops invaded.The", ["troops", "invaded", ".", "The"]),
      ("well... no… yes", ["well", "...", "no", "…", "yes"]),
      ("talks -- again", ["talks", "--", "again"]),
      ("talks—again", ["talks", "—", "again"]),
      ("(AP) [sic]", ["(", "AP", ")", "[", "sic", "]"]),
      ("Zoë in Łódź", ["Zoë", "in", "Łódź"]),
      ("le\u{301}ft", ["le\u{301}ft"]),
      ("Київ та 東京", ["Київ", "та", "東京"]),
      ("القدس", ["القدس"]),
      ("🔵 Live", ["🔵", "Live"]),
      ("one\u{0}two\u{A0}three\u{200B}four", ["one", "two", "three", "four"]),
      ("", []),
      (" \n\t ", []),
    ])
  func cuts(_ text: String, _ expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test(
    "tells what a mark is from what stands beside it",
    arguments: [
      ("the so-called zone", "-", .hyphen), ("talks - again", "-", .dash),
      ("talks– again", "–", .dash),
      ("2014–2015", "–", .hyphen), ("the lawmakers' vote", "'", .possessive),
      ("called it 'a trap' again", "'", .openQuote), ("\"No\"", "\"", .openQuote),
      ("said:\"We wait", "\"", .openQuote), ("said,\"We wait", "\"", .openQuote),
      ("the 5\" gun", "\"", .closeQuote), ("$5", "$", .currency), ("a; b", ";", .semicolon),
      ("no....", "....", .ellipsis), ("no.", ".", .period), ("«Non»", "«", .openQuote),
    ] as [(String, String, Token.Kind)])
  func kinds(_ text: String, _ mark: String, _ kind: Token.Kind) throws {
    let document = try analyse(text)
    let token = try #require(document.tokens.first { document.text(of: $0.span) == mark })
    #expect(token.kind == kind)
  }

  @Test(
    "says how a word is written",
    arguments: [
      ("Putin", [.initialUpper, .hasLower]), ("talks", [.hasLower]),
      ("NATO", [.initialUpper, .allUpper, .innerUpper]),
      ("NATO's", [.initialUpper, .allUpper, .innerUpper]),
      ("NATO’s", [.initialUpper, .allUpper, .innerUpper]), ("Oslo's", [.initialUpper, .hasLower]),
      ("McCain", [.initialUpper, .innerUpper, .hasLower]), ("Élysée", [.initialUpper, .hasLower]),
      ("Žilina", [.initialUpper, .hasLower]), ("Київ", [.initialUpper, .hasLower]),
      ("U.S.", [.initialUpper, .allUpper, .dotted]), ("a.m.", [.dotted]), ("I", [.initialUpper]),
    ] as [(String, Token.Shape)])
  func shapes(_ word: String, _ shape: Token.Shape) throws {
    let token = try #require(try analyse(word).tokens.first)
    #expect(token.shape.subtracting(.spaceBefore) == shape)
  }

  @Test(
    "finds a word whatever its case, accents and apostrophes",
    arguments: [
      ("KREMLIN", "Kremlin"), ("Élysée", "elysee"), ("doesn’t", "doesn't"), ("Erdoğan", "Erdogan"),
      ("Zu\u{308}rich", "Zürich"), ("Straße", "strasse"),
    ])
  func folding(_ first: String, _ second: String) throws {
    #expect(Vocabulary.hash(first) == Vocabulary.hash(second))
  }

  @Test("gives a word one hash, however long it is, however it is written, wherever it stands")
  func oneHash() {
    for length in 1...20 {
      let word = String("abcdefghijklmnopqrst".prefix(length))
      for text in [word, word.uppercased(), "\(word), and", "the \(word.capitalized) fleet"] {
        var tokens: [Token] = []
        Array(text.utf8).withUnsafeBufferPointer {
          Tokenizer().tokenize($0, 0..<$0.count, into: &tokens)
        }
        #expect(tokens.count { $0.hash == Vocabulary.hash(word) } == 1, "\(text)")
      }
    }
  }

  @Test("leaves no byte out but blanks, and takes none twice", arguments: 0..<60)
  func partition(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text =
      seed.isMultiple(of: 3)
      ? RandomText.soup(bytes: 120, using: &generator)
      : RandomText.make(pieces: 40, using: &generator)
    let document = try analyse(text)
    let bytes = Array(text.utf8)
    var end = 0
    for token in document.tokens {
      let span = token.span
      #expect(span.start >= end && !span.isEmpty && span.end <= bytes.count)
      #expect(Self.isBlank(bytes[end..<span.start]), "\(text.text(of: Span(end, span.start)))")
      #expect(Self.isWhole(bytes, span))
      end = span.end
    }
    #expect(Self.isBlank(bytes[end...]))
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.value <= 0x20 || CharacterClass.isBlank($0.value)
    }
  }

  /// Whether a span begins and ends where scalars do.
  private static func isWhole(_ bytes: [UInt8], _ span: Span) -> Bool {
    bytes[span.start] & 0xC0 != 0x80 && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
  }
}
