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
      #include <unistd.h>
      ssize_t write(int file, const void *bytes, size_t count) {
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        int log = isatty(file) ? open("writes", O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
        if (log >= 0) {
          real(log, ".", 1);
          close(log);
        }
        return real(file, bytes, count);
      }

      """, called: "writes")
    let screen = try await home.dashboard(environment: ["LD_PRELOAD": library])
    try await screen.wait(until: "all is there") {
      $0.contains("1 of 6") && $0.contains("Iceland and Portugal agreed")
    }
    let before = try home.scratch.read("writes").count
    // Borders, marks and hints change on thirty rows.
    try await screen.press("Enter")
    try await screen.wait(until: "the article has the focus") { $0.contains("╔═ 2 Article ") }
    // One frame for the key, one for the mark that it was read, and perhaps one between the two.
    let written = try home.scratch.read("writes").count - before
    #expect((1...3).contains(written), "\(written)")
  }
}
