import Testing

@testable import Coder

@Suite("The trie of phrases")
struct PhraseTrieTests {
  /// The longest phrase of the trie that begins a text.
  private func longest(_ trie: PhraseTrie, _ text: ArraySlice<Int32>) -> (Int, Int32)? {
    var state: Int32 = 0
    var best: (Int, Int32)?
    for (place, word) in text.enumerated() {
      guard let next = trie.next(state, word) else { break }
      state = next
      if let value = trie.value(state) { best = (place + 1, value) }
    }
    return best
  }

  @Test("finds the longest phrase, as a search through all of them does", arguments: 0..<8)
  func agreesWithNaive(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func phrase(_ lengths: ClosedRange<Int>) -> [Int32] {
      (0..<Int.random(in: lengths, using: &generator)).map { _ in
        Int32.random(in: 1...5, using: &generator)
      }
    }
    var builder = PhraseTrieBuilder()
    var phrases: [[Int32]: Int32] = [:]
    for _ in 0..<60 {
      let phrase = phrase(1...4)
      let value = Int32(phrases.count)
      let given = builder.value(of: phrase) { value }
      #expect(given == phrases[phrase] ?? value)
      phrases[phrase] = given
    }
    let trie = PhraseTrie(builder)
    let text = phrase(400...400)
    for start in text.indices {
      let naive = phrases.keys.filter { text[start...].starts(with: $0) }.max {
        $0.count < $1.count
      }
      let found = longest(trie, text[start...])
      #expect(found?.0 == naive?.count)
      #expect(found?.1 == naive.flatMap { phrases[$0] })
    }
  }

  @Test("keeps every phrase while it grows")
  func grows() {
    var builder = PhraseTrieBuilder()
    for number in 1...70_000 as ClosedRange<Int32> {
      _ = builder.value(of: [number, number &* 31]) { number }
    }
    let trie = PhraseTrie(builder)
    let lost = (1...70_000 as ClosedRange<Int32>).filter { number in
      longest(trie, [number, number &* 31])?.1 != number
    }
    #expect(lost == [])
    #expect(trie.next(0, 70_001) == nil)
  }

  @Test("has no value inside a phrase")
  func inside() {
    var builder = PhraseTrieBuilder()
    _ = builder.value(of: [1, 2, 3]) { 7 }
    let trie = PhraseTrie(builder)
    #expect(longest(trie, [1, 2, 4]) == nil)
    #expect(trie.value(0) == nil)
  }
}

@Suite("The vocabulary")
struct VocabularyTests {
  @Test("gives a word one id, and gathers what is known of it")
  func ids() {
    var vocabulary = Vocabulary(capacity: 8)
    let kremlin = vocabulary.add("Kremlin", .aliasWord)
    #expect(kremlin != 0)
    #expect(vocabulary.add("KREMLIN", .organisationHead) == kremlin)
    #expect(vocabulary.flags[Int(kremlin)] == [.aliasWord, .organisationHead])
    #expect(vocabulary.id("kremlin") == kremlin)
    #expect(vocabulary.id("krem") == 0)
    #expect(vocabulary.flags[0] == [])
  }

  @Test("keeps every word while it grows")
  func grows() {
    var vocabulary = Vocabulary(capacity: 8)
    let ids = (0..<5_000).map { vocabulary.add("w\($0)") }
    #expect(Set(ids).count == 5_000)
    #expect((0..<5_000).map { vocabulary.id("w\($0)") } == ids)
    #expect(vocabulary.count == 5_001)
  }
}

@Suite("The matcher of phrases")
struct PhraseMatcherTests {
  @Test(
    "takes the longest name, written as it must be",
    arguments: [
      ("NATO allies", "NATO"), ("nato allies", nil), ("US troops", "US"), ("us too", nil),
      ("U.S. troops", "U.S."), ("White House staff", "White House"), ("white house staff", nil),
      ("United Nations Security Council met", "United Nations Security Council"),
      ("United Nations Security met", "United Nations"),
      ("Abdel-Fattah el-Sisi spoke", "Abdel-Fattah el-Sisi"),
      ("Recep Tayyip Erdogan spoke", "Recep Tayyip Erdogan"), ("Amelinia spoke", nil),
      ("Belarus' Foreign Ministry said", "Belarus' Foreign Ministry"),
      ("G7 leaders met", "G7"), ("g7 leaders", nil),
      ("Kurdistan Workers’ Party spoke", "Kurdistan Workers’ Party"),
      ("Washington, D.C. again", "Washington, D.C."), ("Côte d’Ivoire voted", "Côte d’Ivoire"),
    ] as [(String, String?)])
  func longest(_ text: String, _ name: String?) throws {
    let document = try analyse(text)
    let matcher = PhraseMatcher(knowledge: try Coding.knowledge)
    let end = matcher.name(at: 0, before: document.tokens.count, document.tokens)?.end
    #expect(end.map { document.text(0..<$0) } == name)
  }
}
