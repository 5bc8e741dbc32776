import Archive
import Terminal

/// What came of taking something out of the program.
enum DeskAnswer: Sendable {
  case said(String)
  /// Goes to the clipboard; the name says what it is.
  case copy(String, name: String)
  case links([BrowserAddress])

  /// What went wrong at the desk is said until the next key: nobody tries it again by himself.
  static func of(_ body: () throws -> DeskAnswer) throws -> DeskAnswer {
    do { return try body() } catch let failure as LoadFailure {
      return .said("⚠ \(failure.reason)")
    }
  }
}

extension DashboardState {
  /// Nil when the action has nothing to do with it.
  mutating func performAtDesk(_ action: Action.ID, in pane: PaneID) -> [Effect]? {
    switch action {
    case .yank: leader = .yank
    case .openLink: return [excerpt("link", of: pane) { try Self.open($0.address, from: $1) }]
    case .links: return [listLinks()]
    case .export: prompt = Prompt("brink-\(pane.rawValue).\(fileKind(of: pane))", for: .export)
    case .pipe: prompt = Prompt(for: .pipe)
    default: return nil
    }
    return []
  }

  mutating func receive(_ answer: DeskAnswer) -> [Effect] {
    switch answer {
    case .said(let text): remark = text
    case .copy(let text, let name):
      remark = "Copied the \(name)"
      return [.copy(text)]
    case .links(let links):
      choose(
        Chooser(
          title: "Links", items: links.map { Chooser.Item(name: $0.text, choice: .link($0)) },
          emptyNote: "There is no link in this article"))
    }
    return []
  }

  /// Copies what is under the cursor, in one of its forms.
  mutating func yank(_ form: Action.ID) -> Effect {
    excerpt("yank", of: focus) { excerpt, source in
      guard source.desk.copies else { return .said("Copying is off in config.yaml") }
      switch form {
      case .yankText: return .copy(excerpt.text, name: "text")
      case .yankReference: return .copy(excerpt.ris, name: "reference")
      case .yankLink:
        return excerpt.address.map { .copy($0, name: "address") } ?? .said(Self.noAddress)
      default: return .copy(excerpt.citation, name: "citation")
      }
    }
  }

  /// Gives what is under the cursor to a command.
  mutating func acceptPipe() -> [Effect] {
    defer { prompt = nil }
    guard let command = prompt?.text, command.contains(where: { $0 != " " }) else { return [] }
    return [
      excerpt("pipe", of: focus) { excerpt, source in
        guard let pipe = source.desk.pipe else { return .said(Self.notHere) }
        return .said(try pipe(command, "\(excerpt.citation)\n\n\(excerpt.text)\n"))
      }
    ]
  }

  /// Writes what the pane lists; as a table where the name says so.
  mutating func acceptExport() -> [Effect] {
    defer { prompt = nil }
    guard let name = prompt?.text, name.contains(where: { $0 != " " }),
      let index = index(of: focus)
    else { return [] }
    let view = view(of: focus)
    let table = name.lowercased().hasSuffix(".csv") ? panes[index].table(in: view) : nil
    let picture = table == nil ? PanePicture.text(of: panes[index], in: view) : ""
    return [
      expect(
        Load("export", for: .dashboard, .long) { source -> DeskAnswer in
          guard let save = source.desk.save else { return .said(Self.notHere) }
          return try .of {
            guard let table else { return .said("Wrote \(try save(name, picture))") }
            let rows = try table(source)
            let place = try save(name, CommaSeparated.text(rows))
            return .said("Wrote \(Wording.count(rows.count - 1, "line")) to \(place)")
          }
        })
    ]
  }

  static func open(_ address: String?, from source: LoadSource) throws -> DeskAnswer {
    guard let address else { return .said(noAddress) }
    guard let open = source.desk.open else { return .said(notHere) }
    return try .of {
      try open(address)
      return .said("Opening \(address)")
    }
  }

  private static let noAddress = "This article has no address on the web"
  private static let notHere = "Not possible here"

  /// A table where the pane can give one, else what it looks like.
  private func fileKind(of pane: PaneID) -> String {
    index(of: pane).flatMap { panes[$0].table(in: view(of: pane)) } == nil ? "txt" : "csv"
  }

  private mutating func listLinks() -> Effect {
    let row = article?.row
    return expect(
      Load("links", for: .dashboard) { source -> DeskAnswer in
        guard let stored = try row.flatMap({ try source.archive.article($0) }) else {
          return .said("No article chosen")
        }
        let article = stored.coded.article
        let texts = [article.url ?? "", article.text] + article.furniture.map(\.text)
        return .links(BrowserAddress.all(in: texts.joined(separator: " ")))
      })
  }

  /// Does something with the article or sentence under the cursor.
  private mutating func excerpt(
    _ name: String, of pane: PaneID,
    _ body: @escaping @Sendable (Excerpt, LoadSource) throws -> DeskAnswer
  ) -> Effect {
    let subject = subject(of: pane)
    return expect(
      Load(name, for: .dashboard, .writing) { source -> DeskAnswer in
        guard let subject else { return .said("No article chosen") }
        guard let excerpt = try Excerpt(of: subject, from: source.archive) else {
          return .said("This is no longer in the archive")
        }
        return try .of { try body(excerpt, source) }
      })
  }
}
