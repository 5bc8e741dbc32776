import Foundation

/// An article of the dispute about cod that the tests tell.
struct StoryArticle {
  var id: String
  var title: String
  var date: String?
  var source: String?
  var text: String
}

/// Six articles, the oldest first. Iceland is in six, Portugal in five, Norway in three.
enum Story {
  static let articles = [
    StoryArticle(
      id: "cod-1", title: "Iceland warns Portugal over trawlers", date: "2024-03-04",
      source: "Fjord Gazette",
      text: """
        Iceland warned Portugal on Monday that it would seize trawlers fishing in its waters.

        “The nets will be cut,” Foreign Minister Sigrun Holmvik said in Reykjavik.
        """),
    StoryArticle(
      id: "cod-2", title: "Portugal sends a frigate to the cod banks", date: "2024-03-05",
      source: "Douro Herald",
      text: """
        Portugal sent a frigate to protect its trawlers off Iceland, the navy said in Lisbon.

        Prime Minister Duarte Valmorim denied that the ship had crossed any line.
        """),
    StoryArticle(
      id: "cod-3", title: "Norway offers to host talks on cod", date: "2024-03-06",
      source: "Fjord Gazette",
      text: """
        Norway offered to host talks between Iceland and Portugal in Bergen.

        “Fish have no flags,” Ambassador Torvald Eikrem said.
        """),
    StoryArticle(
      id: "cod-4", title: "Nets cut as patrol boat meets trawler", date: "2024-03-07",
      source: "Douro Herald",
      text: """
        A patrol boat of Iceland cut the nets of a trawler on Thursday, and Portugal accused it \
        of piracy.
        """),
    StoryArticle(
      id: "cod-5", title: "Reykjavik calls up its coast guard", date: "2024-03-08",
      source: "Fjord Gazette",
      text: """
        Iceland called up reservists for its coast guard, the government said in Reykjavik. \
        Norway urged restraint.
        """),
    StoryArticle(
      id: "cod-6", title: "Truce on the cod banks", date: "2024-03-09", source: "Douro Herald",
      text: """
        Iceland and Portugal agreed to a truce of ten days after talks in Norway.

        Portugal will withdraw its frigate, Duarte Valmorim said.
        """),
  ]

  /// What another process imports later: the newest of all.
  static let late = StoryArticle(
    id: "cod-7", title: "Herring is next, says minister", date: "2024-03-10",
    source: "Fjord Gazette", text: "Iceland asked Norway to share the herring of the north.")
}

extension [StoryArticle] {
  var jsonLines: String {
    map { article in
      var object = ["id": article.id, "title": article.title, "text": article.text]
      object["date"] = article.date
      object["source"] = article.source
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }.joined()
  }
}
