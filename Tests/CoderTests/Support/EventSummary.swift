import EventData

extension Event {
  /// Who did what to whom, and how real it is, as `RUS ASSAULT UKR occurred`.
  var summary: String {
    "\(source?.code ?? "---") \(category.rawValue) \(target?.code ?? "---") \(status.rawValue)"
  }
}
