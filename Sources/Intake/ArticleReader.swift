/// Reads articles from files and from standard input.
///
/// Inputs are read one after the other; an article is handed over as soon as it is
/// complete, and what gave none is an ``InputError`` that does not stop the others:
///
///     let reader = ArticleReader(options: IntakeOptions(furniture: patterns))
///     try reader.read(["wire.jsonl", "-"]) { result in
///       switch result {
///       case .success(let imported): try archive.add(imported)
///       case .failure(let error): report(error)
///       }
///     }
package struct ArticleReader: Sendable {
  package let formats: InputFormatRegistry
  package let maker: ArticleMaker

  package init(formats: InputFormatRegistry = .standard, options: IntakeOptions = IntakeOptions()) {
    self.formats = formats
    maker = ArticleMaker(options: options)
  }

  /// - Parameter paths: files; `-` is standard input. A directory is an error.
  /// - Throws: only what the handler throws, which stops the reading.
  package func read<Failure: Error>(
    _ paths: [String],
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    for path in paths {
      let stream: ByteStream
      do {
        stream = try ByteStream(opening: path)
      } catch {
        try handle(.failure(error))
        continue
      }
      try read(stream, handle)
    }
  }

  /// Reads one stream.
  package func read<Failure: Error>(
    _ stream: ByteStream,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let chosen: (format: any InputFormat, stream: ByteStream)
    do {
      chosen = try choose(for: stream)
    } catch {
      try handle(.failure(error))
      return
    }
    try chosen.format.read(chosen.stream, with: maker, handle)
  }

  /// Looks at the head of the input and no further than it must: a pipe that has sent
  /// one line of JSON is not asked for a second.
  private func choose(
    for stream: ByteStream
  ) throws(InputError) -> (any InputFormat, ByteStream) {
    while stream.buffered < 4, try stream.fill() {}
    guard stream.buffered > 0 else { throw InputError(path: stream.path, .empty) }
    let start = stream.peek(4)
    if let order = ByteOrder(markOf: start) {
      return try choose(for: transcoded(stream, order))
    }
    if start.starts(with: utf8Mark) { stream.skip(utf8Mark.count) }
    while true {
      let isComplete = stream.isDrained || stream.buffered >= InputHead.limit
      let head = InputHead(stream.peek(InputHead.limit), isComplete: isComplete)
      if let kind = BinaryKind(of: head.bytes) {
        throw InputError(path: stream.path, .binary(kind))
      }
      if let format = formats.format(for: head) { return (format, stream) }
      guard !isComplete, try stream.fill() || stream.isDrained else {
        throw InputError(path: stream.path, .unrecognised)
      }
    }
  }

  /// UTF-16 has no byte that ends a line, so that it is read as a whole.
  private func transcoded(
    _ stream: ByteStream, _ order: ByteOrder
  ) throws(InputError) -> ByteStream {
    let limit = maker.options.limits.articleBytes
    guard let bytes = try stream.rest(limit: limit) else {
      throw InputError(path: stream.path, .tooLarge(limit: limit))
    }
    let text = CharacterDecoding.utf8(fromUTF16: bytes.dropFirst(2), order)
    return ByteStream(path: stream.path, bytes: text, original: bytes)
  }
}
