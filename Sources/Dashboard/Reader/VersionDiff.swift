/// What differs between two versions of a text, in its words: `[-gone-]` and `{+new+}`.
enum VersionDiff {
  /// Passages of more words are shown as gone and new: to compare them would take seconds.
  private static let mostWords = 2000

  /// The newer text paragraph by paragraph, with what is gone where it stood.
  static func paragraphs(from old: String, to new: String) -> [String] {
    let (before, after) = (paragraphs(of: old), paragraphs(of: new))
    var shown: [String] = []
    for part in parts(from: before, to: after) {
      switch part {
      case .same(let paragraph): shown.append(paragraph)
      case .changed(let gone, let fresh):
        let words = (gone.map(words(of:)).joined(), fresh.map(words(of:)).joined())
        if gone.isEmpty || fresh.isEmpty || words.0.count + words.1.count > mostWords {
          shown += gone.map { "[-\($0)-]" } + fresh.map { "{+\($0)+}" }
        } else {
          shown += merged(gone.joined(separator: "\n"), fresh.joined(separator: "\n"))
        }
      }
    }
    return shown
  }

  private enum Part {
    case same(String)
    case changed(gone: [String], fresh: [String])
  }

  /// Both lists in step: what is the same, and what stands between.
  private static func parts(from old: [String], to new: [String]) -> [Part] {
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var fresh: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let place, _, _): gone.insert(place)
      case .insert(let place, _, _): fresh.insert(place)
      }
    }
    var parts: [Part] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      var change: (gone: [String], fresh: [String]) = ([], [])
      while gone.contains(i) {
        change.gone.append(old[i])
        i += 1
      }
      while fresh.contains(j) {
        change.fresh.append(new[j])
        j += 1
      }
      if !change.gone.isEmpty || !change.fresh.isEmpty {
        parts.append(.changed(gone: change.gone, fresh: change.fresh))
      } else {
        parts.append(.same(new[j]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return parts
  }

  /// Word by word; a line feed is a word of its own.
  private static func merged(_ old: String, _ new: String) -> [String] {
    let text = parts(from: words(of: old), to: words(of: new)).map { part in
      switch part {
      case .same(let word): word
      case .changed(let gone, let fresh):
        [
          gone.isEmpty ? "" : "[-\(gone.joined(separator: " "))-]",
          fresh.isEmpty ? "" : "{+\(fresh.joined(separator: " "))+}",
        ].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }.joined(separator: " ")
    return text.split(separator: "\n").map { $0.trimmed }
  }

  private static func paragraphs(of text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private static func words(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }
      .joined(separator: ["\n"]).map { $0 }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
