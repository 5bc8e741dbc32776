import Archive

/// What came of a change of marks.
struct MarkAnswer: Sendable {
  var subject: MarkSubject
  var change: MarkChange
  /// What was noted before; nil when there is no such row any more.
  var before: Result<Marks?, LoadFailure>
}

/// What is noted of something that a person wants to note more of.
struct MarkQuestion: Sendable {
  var purpose: Prompt.Purpose
  var subject: MarkSubject
  var marks: Marks
}

/// What tags or a note are written of.
struct MarkDraft: Hashable, Sendable {
  var purpose: Prompt.Purpose
  var subject: MarkSubject
}

/// A change of marks that can be taken back.
struct MarkStep: Hashable, Sendable {
  var subject: MarkSubject
  var before: Marks
}

extension DashboardState {
  /// Nil when the action has nothing to do with marks.
  mutating func performMarking(_ action: Action.ID, in pane: PaneID) -> [Effect]? {
    switch action {
    case .toggleRead:
      guard let article else { return nothingToMark() }
      return [mark(.article(article.row), .toggleRead)]
    case .toggleStar:
      return subject(of: pane).map { [mark($0, .toggleStar)] } ?? nothingToMark()
    case .editTags: return subject(of: pane).map { [ask(for: .tags, $0)] } ?? nothingToMark()
    case .editNote: return subject(of: pane).map { [ask(for: .note, $0)] } ?? nothingToMark()
    case .undoMark:
      guard let step = markSteps.popLast() else {
        remark = "Nothing to take back"
        return []
      }
      return [mark(step.subject, .restore(step.before))]
    default: return nil
    }
  }

  /// Opening an article is reading it, where anything may be written at all.
  mutating func markRead(_ key: ArticleKey) -> [Effect] {
    guard keymap.actions.contains(where: { $0.id == .toggleRead }) else { return [] }
    return [mark(.article(key.row), .read)]
  }

  /// Notes what was written.
  mutating func acceptMark() -> [Effect] {
    defer { prompt = nil }
    guard let prompt, let subject = prompt.subject else { return [] }
    return [
      mark(subject, prompt.purpose == .tags ? .tags([prompt.text]) : .note(prompt.text))
    ]
  }

  /// - Returns: nil when the content is none of marks.
  mutating func receiveMarks(_ content: any Sendable) -> [Effect]? {
    if let question = content as? MarkQuestion {
      let marks = question.marks
      let noted =
        question.purpose == .tags ? marks.tags.joined(separator: " ") : marks.note ?? ""
      let draft = MarkDraft(purpose: question.purpose, subject: question.subject)
      let text = drafts.removeValue(forKey: draft) ?? noted
      prompt = Prompt(text, for: question.purpose, of: question.subject)
      return []
    }
    guard let answer = content as? MarkAnswer else { return nil }
    switch answer.before {
    case .failure(let failure):
      // Nobody asked for it to be noted that an article was opened: that is told once.
      if answer.change != .read || !hasToldOfReading { remark = "⚠ \(failure.reason)" }
      if answer.change == .read { hasToldOfReading = true }
      keepForNextTime(answer)
      return []
    case .success(nil):
      if answer.change != .read { remark = "This is no longer in the archive" }
      return []
    case .success(let before?):
      let marks = answer.change.applied(to: before)
      if answer.change != .read {
        remark = MarkWording.remark(on: answer.change, of: answer.subject.name, now: marks)
        if case .restore = answer.change {
        } else {
          markSteps.append(MarkStep(subject: answer.subject, before: before))
        }
      }
      return marks == before ? [] : tell(.archiveChanged)
    }
  }

  /// What was typed and could not be noted stands in the prompt again, what could not be taken
  /// back can be still.
  private mutating func keepForNextTime(_ answer: MarkAnswer) {
    switch answer.change {
    case .note(let text): drafts[MarkDraft(purpose: .note, subject: answer.subject)] = text
    case .tags(let tags):
      drafts[MarkDraft(purpose: .tags, subject: answer.subject)] = tags.joined(separator: " ")
    case .restore(let before):
      markSteps.append(MarkStep(subject: answer.subject, before: before))
    case .read, .toggleRead, .toggleStar: break
    }
  }

  /// What is under the cursor of a pane, or else the article.
  func subject(of pane: PaneID) -> MarkSubject? {
    index(of: pane).flatMap { panes[$0].subject(in: view(of: pane)) }
      ?? article.map { .article($0.row) }
  }

  private mutating func nothingToMark() -> [Effect] {
    remark = "No article chosen"
    return []
  }

  private mutating func mark(_ subject: MarkSubject, _ change: MarkChange) -> Effect {
    // A slot of its own: of two changes both count.
    expect(
      Load("mark \(generation)", for: .dashboard, .writing) { source in
        guard let mark = source.readership.mark else {
          // Who only looks, as a snapshot, misses nothing that he has not asked for.
          let refusal: Result<Marks?, LoadFailure> =
            change == .read ? .success(nil) : .failure(LoadFailure("Only for reading"))
          return MarkAnswer(subject: subject, change: change, before: refusal)
        }
        let before = Result { try mark(subject, change) }.mapError { LoadFailure(noting: $0) }
        return MarkAnswer(subject: subject, change: change, before: before)
      })
  }

  private mutating func ask(for purpose: Prompt.Purpose, _ subject: MarkSubject) -> Effect {
    expect(
      Load("marks", for: .dashboard) { source in
        MarkQuestion(
          purpose: purpose, subject: subject, marks: try source.archive.marks(of: subject))
      })
  }
}

extension MarkSubject {
  fileprivate var name: String {
    switch self {
    case .article: "article"
    case .statement: "statement"
    case .event: "event"
    }
  }
}
