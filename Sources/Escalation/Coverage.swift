/// How much the index rests on: without it a quiet week and an unread week look the same.
package struct Coverage: Hashable, Sendable {
  /// Different texts of the days looked back on, copies counted once.
  package var texts: Int
  /// Reports of events, each voice once for each event; and those of events with one voice.
  package var reports: Int
  package var single: Int
  package var isThin: Bool

  package init(texts: Int, reports: Int, single: Int, isThin: Bool) {
    self.texts = texts
    self.reports = reports
    self.single = single
    self.isThin = isThin
  }

  init(texts: Int, reports: Int, single: Int, _ method: EscalationMethod) {
    self.init(texts: texts, reports: reports, single: single, isThin: false)
    isThin = texts < method.days("thin.texts") || share ?? 0 < method["thin.coverage"]
  }

  /// Good and Turing's estimate: how likely the next report tells of an event that is known.
  package var share: Double? { reports > 0 ? 1 - Double(single) / Double(reports) : nil }
}
