import EventData
import Testing

@testable import Coder

@Suite("Quotes that no cue claims")
struct FloatingQuotesTests {
  @Test(
    "go to the speaker who is still speaking",
    arguments: [
      "{content “We asked in March,”} {source President Osei} {cue said}. {content “We asked again in June.”}",
      "{content “Our patience is not endless,”} {source President Osei} {cue said}.",
      "{source President Osei} {cue said}: {content “We asked for talks in March.}\n\n{content “Nobody came.”}",
      "{content “We asked in March,”} {source President Osei} {cue said}.\n\n{content “We asked again in June.}\n\n{content “Nobody came to the talks.”}",
    ])
  func continued(_ marked: String) throws {
    try expectStatements(marked)
  }

  @Test(
    "stay nobody's when the speech before them was closed, or somebody else speaks",
    arguments: [
      "{content “We asked in March,”} {source President Osei} {cue said}.\n\n“Nobody came to the talks.”",
      "The so-called “grey zone of the north” has grown.",
      "“We asked in March and in June.”",
      "{content “We asked in March,”} {source President Osei} {cue said}. The talks failed. The “men of the north” did not come.",
    ])
  func nobody(_ marked: String) throws {
    try expectStatements(marked)
  }
}
