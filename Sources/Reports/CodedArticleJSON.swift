import EventData

/// A coded article as one line of JSON.
///
/// Spans are half-open, in Unicode scalars of `body`, so that `body[start:end]` holds in
/// Python; what was found in the title has no spans.
package struct CodedArticleJSON {
  /// Lends the line to the body, with its line break.
  package static func withLine<Result, Failure: Error>(
    of coded: CodedArticle,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var text = coded.article.text
    // Sentences come again with each statement and event, which makes it some seven times as long.
    var json = JSONWriter(capacity: text.utf8.count * 12)
    text.withUTF8 { write(coded, $0, &json) }
    json.endLine()
    return try json.withBytes(body)
  }

  private static func write(
    _ coded: CodedArticle, _ bytes: UnsafeBufferPointer<UInt8>, _ json: inout JSONWriter
  ) {
    let article = coded.article
    let offsets = ScalarOffsets(bytes, from: article.bodyStart)
    let source = EscapedText(bytes)
    json.object { json in
      json.member("id", article.id)
      json.member("path", article.path)
      json.member("title", article.title)
      json.member("published", article.published?.iso)
      json.member("outlet", article.outlet)
      json.member("url", article.url)
      json.member("language", article.language)
      json.key("body")
      json.value(article.bodyStart..<bytes.count, of: source)
      json.key("actors")
      json.array { json in
        each(coded.actors) { actor($0, source, offsets, &json) }
      }
      json.key("regions")
      json.array { json in
        each(coded.regions) { region($0, source, offsets, &json) }
      }
      json.key("statements")
      json.array { json in
        each(coded.statements) { statement($0, source, offsets, &json) }
      }
      json.key("events")
      json.array { json in
        each(coded.events) { event($0, source, offsets, &json) }
      }
      json.key("figures")
      json.array { json in
        each(coded.figures) { figure($0, source, offsets, &json) }
      }
    }
  }

  /// Lent, not copied: what was found is many small texts.
  private static func each<Found>(_ found: [Found], _ body: (borrowing Found) -> Void) {
    found.withUnsafeBufferPointer { found in
      for place in found.indices { body(found[place]) }
    }
  }

  private static func actor(
    _ found: ActorMentions, _ source: EscapedText, _ offsets: ScalarOffsets,
    _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", found.actor.id)
      json.member("name", found.actor.name)
      json.member("kind", found.actor.kind.rawValue)
      json.member("affiliation", found.actor.affiliation)
      json.member("role", found.actor.role)
      json.member("code", found.actor.code)
      mentions(found.mentions, source, offsets, &json)
    }
  }

  private static func region(
    _ found: RegionMentions, _ source: EscapedText, _ offsets: ScalarOffsets,
    _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", found.region.id)
      json.member("name", found.region.name)
      json.member("kind", found.region.kind.rawValue)
      json.member("country", found.region.country)
      json.key("lat")
      json.optional(found.region.coordinate?.latitude)
      json.key("lon")
      json.optional(found.region.coordinate?.longitude)
      mentions(found.mentions, source, offsets, &json)
    }
  }

  private static func mentions(
    _ mentions: [Mention], _ source: EscapedText, _ offsets: ScalarOffsets,
    _ json: inout JSONWriter
  ) {
    json.key("mentions")
    json.array { json in
      for mention in mentions {
        guard let (start, end) = offsets.scalars(mention.span) else { continue }
        json.object { json in
          json.key("start")
          json.value(start)
          json.key("end")
          json.value(end)
          json.key("text")
          json.value(mention.span.range, of: source)
        }
      }
    }
  }

  private static func statement(
    _ found: Statement, _ source: EscapedText, _ offsets: ScalarOffsets, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.sentence.range, of: source)
      json.member("speaker", found.speaker?.name)
      json.key("speaker_surface")
      if let span = found.speakerSpan {
        json.value(span.range, of: source)
      } else {
        json.value(String?.none)
      }
      json.key("cue")
      json.value(joining: found.cueSpans.lazy.map(\.range), of: source, by: " ")
      json.key("content")
      json.value(joining: found.contentSpans.lazy.map(\.range), of: source, by: " … ")
      json.member("kind", found.kind.rawValue)
      json.member("act", found.act.rawValue)
      json.member("addressee", found.addressee)
      json.member("via", found.via)
      json.key("inner")
      json.value(found.isInner)
      json.member("rule", found.rule)
      json.key("content_spans")
      spans(found.contentSpans, offsets, &json)
      json.key("speaker_spans")
      spans(CollectionOfOne(found.speakerSpan).lazy.compactMap { $0 }, offsets, &json)
      json.key("cue_spans")
      spans(found.cueSpans, offsets, &json)
    }
  }

  private static func event(
    _ found: Event, _ source: EscapedText, _ offsets: ScalarOffsets, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.sentence.range, of: source)
      json.member("source", found.source?.name)
      json.member("target", found.target?.name)
      json.member("source_code", found.source?.code ?? "---")
      json.member("target_code", found.target?.code ?? "---")
      json.member("plover", found.category.rawValue)
      json.member("mode", found.mode)
      json.member("cameo", found.cameo)
      json.key("goldstein")
      json.value(found.goldstein)
      json.member("indicator", found.indicator)
      json.member("status", found.status.rawValue)
      json.member("origin", found.origin)
      json.member("region", found.region)
      json.member("date", found.date?.iso)
      json.member("rule", found.rule)
      json.key("spans")
      spans(found.spans, offsets, &json)
    }
  }

  private static func figure(
    _ found: Figure, _ source: EscapedText, _ offsets: ScalarOffsets, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.sentence.range, of: source)
      json.key("quantity")
      json.value(found.quantity)
      json.key("lower")
      json.value(found.lower)
      json.member("qualifier", found.qualifier)
      json.member("unit", found.unit)
      json.member("subject", found.subject)
      json.key("stock")
      json.value(found.isStock)
      json.member("origin", found.origin)
      json.key("spans")
      spans(found.spans, offsets, &json)
    }
  }

  private static func spans(
    _ spans: some Sequence<Span>, _ offsets: ScalarOffsets, _ json: inout JSONWriter
  ) {
    json.array { json in
      for span in spans {
        guard let (start, end) = offsets.scalars(span) else { continue }
        json.array { json in
          json.value(start)
          json.value(end)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func optional(_ number: Double?) {
    if let number { value(number) } else { value(String?.none) }
  }
}
