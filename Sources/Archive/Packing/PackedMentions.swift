import EventData

/// The mentions of an article's actors, or of its regions, in one column.
///
/// Each group names its row by an integer: an actor form, or a region. The ids of the rules stand
/// once at the beginning, so the column explains itself without another table.
struct PackedMentions {
  struct Group {
    var row: Int64
    var mentions: [Mention]
  }

  var groups: [Group]

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

  static func pack(_ groups: some Collection<(row: Int64, mentions: [Mention])>) -> [UInt8] {
    // Of rules there are few, and what they find stands together.
    var rules: [String] = []
    var number = 0
    var body = PackedWriter(capacity: 512)
    body.write(groups.count)
    for (row, mentions) in groups {
      body.write(Int(row))
      var end = 0
      body.write(mentions.count)
      for mention in mentions {
        body.write(mention.span, after: &end)
        if rules.isEmpty || rules[number] != mention.rule {
          number = rules.firstIndex(of: mention.rule) ?? rules.count
          if number == rules.count { rules.append(mention.rule) }
        }
        body.write(number)
      }
    }
    var writer = PackedWriter(capacity: body.bytes.count + 64)
    writer.write(rules.count)
    for rule in rules { writer.write(rule) }
    writer.append(body.bytes)
    return writer.bytes
  }
}
