/// Why a command stopped, worded for a person: what, where, why, and what to do.
struct CommandFailure: Error {
  var what: String
  var why: String
  var advice: String?
  var exitStatus: ExitStatus

  init(_ what: String, because why: String, advice: String? = nil, _ status: ExitStatus) {
    self.what = what
    self.why = why
    self.advice = advice
    exitStatus = status
  }

  /// Lines for standard error; nothing in them can control a terminal.
  var report: String {
    var lines = "brink: \(Visible.text(what)): \(Visible.text(why))\n"
    if let advice { lines += "       \(Visible.text(advice))\n" }
    return lines
  }
}
