import Archive
import ArgumentParser
import Dashboard

/// Every command that lists what stands in articles takes the same filter.
struct FilterOption: ParsableArguments {
  // A filter may begin with a minus.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only what is in articles that meet this: words, actor:NAME, since:2022-01 …",
      valueName: "filter"))
  var filter: String?

  func articleFilter() throws(CommandFailure) -> ArticleFilter {
    var found = ArticleFilter()
    do throws(FilterError) {
      found.expression = try FilterExpression.parsing(filter ?? "")
    } catch {
      throw CommandFailure(
        "filter ‘\(filter ?? "")’",
        because: "at character \(error.range.lowerBound + 1): \(error.reason)",
        advice: "Documentation/filters.md describes what can be asked.", .usage)
    }
    return found
  }
}
