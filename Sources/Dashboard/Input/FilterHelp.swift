/// The filter language in a few lines, for the help.
enum FilterHelp {
  /// What is typed, and what it asks for.
  static let lines: [(term: String, meaning: String)] = [
    ("grain port", "Both words"),
    ("\"grain deal\"", "The words in this order"),
    ("separat*", "Words that begin so"),
    ("a OR b", "One of the two"),
    ("-a  -(a b)", "What must not be there"),
    ("actor:NAME", "Mentions the actor"),
    ("region:NAME", "Mentions the region"),
    ("outlet:NAME", "Comes from the outlet"),
    ("since:2022-02", "Published then or later"),
    ("until:2022-02", "Published then or before"),
    ("indicator:TH", "An event with such an indicator"),
    ("is:denied", "An event in this state"),
    ("act:threaten", "A statement that does this"),
    ("about:WORD", "A statement that has the word"),
    ("is:unread", "Not read yet; also read, starred"),
    ("tag:WORD", "Tagged so by you"),
    ("has:note", "With a note of yours"),
    ("saved:NAME", "What you have saved under a name"),
  ]
}
