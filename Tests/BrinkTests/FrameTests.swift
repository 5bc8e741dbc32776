import Foundation
import Testing

@Suite("A frame", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct FrameTests {
  @Test("goes to the terminal in one write, however much of it changes")
  func oneWrite() async throws {
    let home = try await Home.withStory()
    let library = try await home.library(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <fcntl.h>
      #include <stdio.h>
      #include <unistd.h>
      ssize_t write(int file, const void *bytes, size_t count) {
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        int log = isatty(file) ? open("writes", O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
        if (log >= 0) {
          dprintf(log, "%zu\\n", count);
          close(log);
        }
        return real(file, bytes, count);
      }

      """, called: "writes")
    let screen = try await home.dashboard(environment: ["LD_PRELOAD": library])
    try await screen.wait(until: "all is there") {
      $0.contains("1 of 6") && $0.contains("Iceland and Portugal agreed")
    }
    let before = try sizes(in: home).count
    // Borders and hints change on thirty rows.
    try await screen.press("Enter")
    try await screen.wait(until: "the article has the focus") { $0.contains("╔═ 2 Article ") }
    let written = try sizes(in: home).dropFirst(before)
    #expect(written.max() ?? 0 > 1200, "\(written)")
  }

  /// How many bytes each write to the terminal had.
  private func sizes(in home: Home) throws -> [Int] {
    try home.scratch.read("writes").split(separator: "\n").compactMap { Int($0) }
  }
}
