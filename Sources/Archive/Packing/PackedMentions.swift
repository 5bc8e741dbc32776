import EventData

/// The mentions of an article's actors, or of its regions, in one column.
///
/// Each group names its row by an integer: an actor form, or a region. The ids of the rules stand
/// once at the beginning, so the column explains itself without another table.
struct PackedMentions: Equatable {
  struct Group: Equatable {
    var row: Int64
    var mentions: [Mention]
  }

  var groups: [Group]

  init(_ groups: [Group]) {
    self.groups = groups
  }

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var rules: [String] = []
    for _ in 0..<(try reader.count()) { rules.append(try reader.string()) }
    groups = []
    for _ in 0..<(try reader.count()) {
      let row = Int64(try reader.integer())
      var end = 0
      var mentions: [Mention] = []
      for _ in 0..<(try reader.count()) {
        let span = try reader.span(after: &end)
        let rule = try reader.integer()
        guard rules.indices.contains(rule) else { throw .corrupt("mention by rule \(rule)") }
        mentions.append(Mention(span: span, rule: rules[rule]))
      }
      groups.append(Group(row: row, mentions: mentions))
    }
  }

  var packed: [UInt8] {
    var rules: [String] = []
    var numbers: [String: Int] = [:]
    for mention in groups.lazy.flatMap(\.mentions) where numbers[mention.rule] == nil {
      numbers[mention.rule] = rules.count
      rules.append(mention.rule)
    }
    var writer = PackedWriter()
    writer.write(rules.count)
    for rule in rules { writer.write(rule) }
    writer.write(groups.count)
    for group in groups {
      writer.write(Int(group.row))
      var end = 0
      writer.write(group.mentions.count)
      for mention in group.mentions {
        writer.write(mention.span, after: &end)
        writer.write(numbers[mention.rule] ?? 0)
      }
    }
    return writer.bytes
  }
}
