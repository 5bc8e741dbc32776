/// What came of keeping something for the next start.
struct Kept: Sendable {
  let what: String
  let failure: LoadFailure?
}

extension DashboardState {
  /// Keeps something for the next start, beside the keyboard's way.
  ///
  /// - Parameter what: of several for one name only the latest counts.
  mutating func keep(
    _ what: String, _ body: @escaping @Sendable (Readership) throws -> Void
  ) -> Effect {
    expect(
      Load("\(what) kept", for: .dashboard, .later) { source in
        do { try body(source.readership) } catch {
          return Kept(what: what, failure: LoadFailure(error))
        }
        return Kept(what: what, failure: nil)
      })
  }

  /// Once is enough: until he leaves nobody misses anything.
  mutating func receive(_ kept: Kept) {
    guard let failure = kept.failure else {
      unkept.remove(kept.what)
      return
    }
    if unkept.insert(kept.what).inserted { remark = "⚠ \(failure.reason)" }
  }
}
