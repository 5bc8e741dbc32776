import Glibc

/// What somebody is offered who has no archive yet: to look around first, or to import.
struct FirstRun {
  /// Nil where there is an archive or one was named, and where nobody can be asked.
  init?(_ options: ArchiveOptions) throws(CommandFailure) {
    // The configuration last: whoever has an archive need not wait for it to be read twice.
    guard options.archive == nil, isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0,
      !File.exists(try Places.defaultArchive()), try Configuration.load().archive == nil
    else { return nil }
  }

  /// Asks.
  ///
  /// - Returns: Whether the sample is wanted.
  func offersSample() throws(CommandFailure) -> Bool {
    try StandardOutput.write(
      """
      brink has no articles yet. Your own news is read by

        brink import FILE…       texts, feeds, web pages, tables, whole folders
        brink feed add ADDRESS   then brink fetch, which asks for what is new

      and brink opens the dashboard on it. To look around first, brink sample opens
      made-up articles, in an archive of their own, and leads through the keys.

      Open the sample now? [Y/n]\u{20}
      """)
    guard let answer = readLine() else { return false }
    return ["", "y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
  }
}
