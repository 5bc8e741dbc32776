/// Asks again and again, for a while.
///
/// - Throws: ``HarnessError`` if the answer is still no at the deadline.
func poll(
  until condition: String, deadline: Duration = .seconds(300), _ holds: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + deadline
  while try await !holds() {
    guard ContinuousClock.now < end else {
      throw HarnessError("not within \(deadline): \(condition)")
    }
    try await Task.sleep(for: .milliseconds(5))
  }
}
