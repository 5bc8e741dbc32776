/// Of figures that are ranges the lower end.
enum V010Figures {
  static let sql = "ALTER TABLE figure ADD COLUMN lower REAL;"
}
