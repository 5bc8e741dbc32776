/// Rows as RFC 4180 has them.
enum CommaSeparated {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ value: String) -> String {
    // What a spreadsheet would take for a formula is shown as the text that it is.
    let isFormula = value.first.map { "=+@\t\r".contains($0) } ?? false
    let value = isFormula ? "'" + value : value
    guard value.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
