import EventData

@testable import Coder

extension Event {
  /// Who did what to whom, and how real it is, as `RUS ASSAULT UKR occurred`.
  var summary: String {
    "\(source?.code ?? "---") \(category.rawValue) \(target?.code ?? "---") \(status.rawValue)"
  }
}

/// The events of a text as `RUS ASSAULT UKR occurred`, in any order.
func events(_ text: String, published: String? = "2022-01-26") throws -> [String] {
  try code(text, published: published).events.map(\.summary).sorted()
}
