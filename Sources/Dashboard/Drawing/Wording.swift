import Archive
import EventData
import Terminal

/// Numbers, days and names in the form in which every pane shows them.
enum Wording {
  /// `5432` as `5,432`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "−" : "") + ([Substring(digits)] + groups).joined(separator: ",")
  }

  /// “1 article”, “2 articles”.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

  /// `2022-01-12 Wed`.
  static func day(_ day: Day) -> String {
    "\(day.iso) \(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday])"
  }

  /// `2022-01-12 Wed 14:05 UTC`, without the time where it is not known.
  static func moment(_ date: PublicationDate) -> String {
    guard let second = date.secondOfDay else { return day(date.day) }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day(date.day)) \(two(second / 3600)):\(two(second / 60 % 60)) UTC"
  }

  /// A number in a column of numbers: nothing stands out less than zero.
  static func tally(_ number: Int) -> Run {
    number == 0 ? Run("·", .dim) : Run("\(grouped(number))")
  }

  /// `9.13` as `9.1`.
  static func points(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// “Arms and training” as it stands inside a sentence; abbreviations keep their capitals.
  static func insideSentence(_ name: String) -> String {
    name.prefix(2).allSatisfy(\.isUppercase)
      ? name : name.prefix(1).lowercased() + name.dropFirst()
  }

  /// A key as a person would write it: `Enter`, `^D`, `↓`.
  static func key(_ key: Key) -> String {
    switch key {
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    case .control(let character): return "^" + character.uppercased()
    default:
      let notation = KeyNotation.notation(for: key)
      return notation.count > 1 ? String(notation.dropFirst().dropLast()) : notation
    }
  }

  /// Several keys side by side, `A-1 … A-9` where they are digits of a count.
  static func keys(_ keys: [Key]) -> String {
    let isCount =
      keys.count > 2
      && keys.allSatisfy { if case .alt(let digit) = $0 { digit.isNumber } else { false } }
    let shown = isCount ? [keys[0], keys[keys.count - 1]] : keys
    return shown.map(key).joined(separator: isCount ? " … " : " ")
  }

  /// “12 of 5,432”, as far as both are known.
  static func position(_ position: Int?, of total: Int?) -> String {
    switch (position, total) {
    case (let position?, let total?): "\(grouped(position)) of \(grouped(total))"
    case (nil, let total?): grouped(total)
    case (let position?, nil): grouped(position)
    case (nil, nil): ""
    }
  }
}

extension RowWindow {
  /// “12 of 5,432”, as far as it is known.
  var positionText: String {
    rows.isEmpty ? "" : Wording.position(position, of: total)
  }
}

extension PoliticalActor.Kind {
  /// A second channel beside the word, in lists.
  var glyph: SafeText {
    switch self {
    case .person: "○"
    case .state: "■"
    case .organisation: "◆"
    case .group: "▲"
    }
  }
}

extension Region.Kind {
  var glyph: SafeText {
    switch self {
    case .country: "■"
    case .region: "◇"
    case .city: "●"
    case .sea: "≈"
    case .other: "·"
    }
  }
}

extension Statement.Act {
  /// What the speaker does, as a verb after the name.
  var verb: String {
    switch self {
    case .assert: "says"
    case .deny: "denies"
    case .accuse: "accuses"
    case .threaten: "threatens"
    case .demand: "demands"
    case .promise: "promises"
    case .propose: "proposes"
    case .ask: "asks"
    case .praise: "praises"
    case .withhold: "withholds comment"
    }
  }

  var role: Role {
    switch self {
    case .deny: .contested
    case .accuse, .threaten, .demand: .escalation
    case .promise, .propose, .praise: .deescalation
    case .assert, .ask, .withhold: .dim
    }
  }
}
