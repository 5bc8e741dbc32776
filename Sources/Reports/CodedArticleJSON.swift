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

  /// The text of which stretches are written. A class, as each finding asks for all of it.
  private final class Source {
    let text: EscapedText
    let offsets: ScalarOffsets

    init(text: EscapedText, offsets: ScalarOffsets) {
      self.text = text
      self.offsets = offsets
    }
  }

  private static func write(
    _ coded: CodedArticle, _ bytes: UnsafeBufferPointer<UInt8>, _ json: inout JSONWriter
  ) {
    let article = coded.article
    let source = Source(
      text: EscapedText(bytes), offsets: ScalarOffsets(bytes, from: article.bodyStart))
    json.object { json in
      json.member("id", article.id)
      json.member("path", article.path)
      json.member("title", article.title)
      json.member("published", article.published?.iso)
      json.member("outlet", article.outlet)
      json.member("url", article.url)
      json.member("language", article.language)
      json.key("body")
      json.value(article.bodyStart..<bytes.count, of: source.text)
      json.key("actors")
      json.array { json in
        each(coded.actors) { actor($0, source, &json) }
      }
      json.key("regions")
      json.array { json in
        each(coded.regions) { region($0, source, &json) }
      }
      json.key("statements")
      json.array { json in
        each(coded.statements) { statement($0, source, &json) }
      }
      json.key("events")
      json.array { json in
        each(coded.events) { event($0, source, &json) }
      }
      json.key("figures")
      json.array { json in
        each(coded.figures) { figure($0, source, &json) }
      }
    }
  }

  /// By address: what was found is many small texts, of which a copy would count each.
  private static func each<Found>(_ found: [Found], _ body: (UnsafePointer<Found>) -> Void) {
    found.withUnsafeBufferPointer { found in
      guard let first = found.baseAddress else { return }
      for place in found.indices { body(first + place) }
    }
  }

  private static func actor(
    _ found: UnsafePointer<ActorMentions>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", found.pointee.actor.id)
      json.member("name", found.pointee.actor.name)
      json.member("kind", found.pointee.actor.kind.rawValue)
      json.member("affiliation", found.pointee.actor.affiliation)
      json.member("role", found.pointee.actor.role)
      json.member("code", found.pointee.actor.code)
      mentions(found.pointee.mentions, source, &json)
    }
  }

  private static func region(
    _ found: UnsafePointer<RegionMentions>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", found.pointee.region.id)
      json.member("name", found.pointee.region.name)
      json.member("kind", found.pointee.region.kind.rawValue)
      json.member("country", found.pointee.region.country)
      json.key("lat")
      json.optional(found.pointee.region.coordinate?.latitude)
      json.key("lon")
      json.optional(found.pointee.region.coordinate?.longitude)
      mentions(found.pointee.mentions, source, &json)
    }
  }

  private static func mentions(
    _ mentions: [Mention], _ source: Source, _ json: inout JSONWriter
  ) {
    json.key("mentions")
    json.array { json in
      // By place, as a copy of each would count its rule.
      for place in mentions.indices {
        let span = mentions[place].span
        guard let (start, end) = source.offsets.scalars(span) else { continue }
        json.mention(start, end, span.range, of: source.text)
      }
    }
  }

  private static func statement(
    _ found: UnsafePointer<Statement>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.pointee.sentence.range, of: source.text)
      json.member("speaker", found.pointee.speaker?.name)
      json.key("speaker_surface")
      if let span = found.pointee.speakerSpan {
        json.value(span.range, of: source.text)
      } else {
        json.value(String?.none)
      }
      json.key("cue")
      json.value(joining: found.pointee.cueSpans.lazy.map(\.range), of: source.text, by: " ")
      json.key("content")
      json.value(joining: found.pointee.contentSpans.lazy.map(\.range), of: source.text, by: " … ")
      json.member("kind", found.pointee.kind.rawValue)
      json.member("act", found.pointee.act.rawValue)
      json.member("addressee", found.pointee.addressee)
      json.member("via", found.pointee.via)
      json.key("inner")
      json.value(found.pointee.isInner)
      json.member("rule", found.pointee.rule)
      json.key("content_spans")
      spans(found.pointee.contentSpans, source, &json)
      json.key("speaker_spans")
      spans(CollectionOfOne(found.pointee.speakerSpan).lazy.compactMap { $0 }, source, &json)
      json.key("cue_spans")
      spans(found.pointee.cueSpans, source, &json)
    }
  }

  private static func event(
    _ found: UnsafePointer<Event>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.pointee.sentence.range, of: source.text)
      json.member("source", found.pointee.source?.name)
      json.member("target", found.pointee.target?.name)
      json.member("source_code", found.pointee.source?.code ?? "---")
      json.member("target_code", found.pointee.target?.code ?? "---")
      json.member("plover", found.pointee.category.rawValue)
      json.member("mode", found.pointee.mode)
      json.member("cameo", found.pointee.cameo)
      json.key("goldstein")
      json.value(found.pointee.goldstein)
      json.member("indicator", found.pointee.indicator)
      json.member("status", found.pointee.status.rawValue)
      json.member("origin", found.pointee.origin)
      json.member("region", found.pointee.region)
      json.member("date", found.pointee.date?.iso)
      json.member("rule", found.pointee.rule)
      json.key("spans")
      spans(found.pointee.spans, source, &json)
    }
  }

  private static func figure(
    _ found: UnsafePointer<Figure>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("sentence")
      json.value(found.pointee.sentence.range, of: source.text)
      json.key("quantity")
      json.value(found.pointee.quantity)
      json.key("lower")
      json.value(found.pointee.lower)
      json.member("qualifier", found.pointee.qualifier)
      json.member("unit", found.pointee.unit)
      json.member("subject", found.pointee.subject)
      json.key("stock")
      json.value(found.pointee.isStock)
      json.member("origin", found.pointee.origin)
      json.key("spans")
      spans(found.pointee.spans, source, &json)
    }
  }

  private static func spans(
    _ spans: some Sequence<Span>, _ source: Source, _ json: inout JSONWriter
  ) {
    json.array { json in
      for span in spans {
        guard let (start, end) = source.offsets.scalars(span) else { continue }
        json.span(start, end)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func optional(_ number: Double?) {
    if let number { value(number) } else { value(String?.none) }
  }
}
