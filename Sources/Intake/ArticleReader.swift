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

  /// - Parameter paths: files and folders, of which every file is read; `-` is standard input.
  /// - Throws: only what the handler throws, which stops the reading.
  package func read<Failure: Error>(
    _ paths: [String],
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    for path in paths {
      guard path != "-", let files = FolderFiles.below(path) else {
        try readFile(path, handle)
        continue
      }
      if files.isEmpty { try handle(.failure(InputError(path: path, .emptyFolder))) }
      for file in files { try readFile(file, handle) }
    }
  }

  private func readFile<Failure: Error>(
    _ path: String,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let stream: ByteStream
    do {
      stream = try ByteStream(opening: path)
    } catch {
      try handle(.failure(error))
      return
    }
    try read(stream, handle)
  }

  /// Reads one stream.
  package func read<Failure: Error>(
    _ stream: ByteStream,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try read(stream, containers: 0, handle)
  }

  /// - Parameter containers: how many the stream was taken out of.
  private func read<Failure: Error>(
    _ stream: ByteStream, containers: Int,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let kind: Kind
    do {
      kind = try self.kind(of: stream)
    } catch {
      try handle(.failure(error))
      return
    }
    switch kind {
    case .format(let format, let stream): try format.read(stream, with: maker, handle)
    case .container: try unpack(stream, containers: containers, handle)
    }
  }

  private func unpack<Failure: Error>(
    _ stream: ByteStream, containers: Int,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limits = maker.options.limits
    guard containers < limits.containerDepth else {
      return try handle(.failure(InputError(path: stream.path, .packedTooDeep)))
    }
    let members = PackedMembers(stream, limits: limits)
    while true {
      let member: PackedMembers.Member?
      do {
        member = try members.next()
      } catch {
        return try handle(.failure(error))
      }
      switch member {
      case nil: return
      case .failure(let error): try handle(.failure(error))
      case .stream(let stream): try read(stream, containers: containers + 1, handle)
      }
    }
  }

  /// What a stream holds.
  private enum Kind {
    /// The stream may be another: one of UTF-8 in the place of UTF-16.
    case format(any InputFormat, ByteStream)
    case container
  }

  /// Looks at the head of the input and no further than it must: a pipe that has sent
  /// one line of JSON is not asked for a second.
  private func kind(of stream: ByteStream) throws(InputError) -> Kind {
    while stream.buffered < 4, try stream.fill() {}
    guard stream.buffered > 0 else { throw InputError(path: stream.path, .empty) }
    let start = stream.peek(4)
    if let order = ByteOrder(markOf: start) {
      return try kind(of: transcoded(stream, order))
    }
    if start.starts(with: utf8Mark) { stream.skip(utf8Mark.count) }
    while true {
      let isComplete = stream.isDrained || stream.buffered >= InputHead.limit
      let head = InputHead(stream.peek(InputHead.limit), isComplete: isComplete)
      if let kind = BinaryKind(of: head.bytes) {
        if kind.isContainer { return .container }
        throw InputError(path: stream.path, .binary(kind))
      }
      if let format = formats.format(for: head) { return .format(format, stream) }
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
