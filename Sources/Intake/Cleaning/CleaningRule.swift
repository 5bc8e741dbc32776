/// One reason to take a block out of the text, or to call it a heading.
///
/// A rule is one file in `Rules/` and one line in ``CleaningRules/standard``. Rules are
/// asked in that order, each about every block that the ones before it left open, so
/// that a rule may build on what is already known of the neighbours.
protocol CleaningRule: Sendable {
  /// Short and stable, as `bare-address`.
  static var id: String { get }

  /// Nil when the rule has nothing to say about the block.
  func verdict(on index: Int, of page: Page) -> Page.Verdict?
}

/// The rules that are known, in the order in which they are asked.
struct CleaningRules: Sendable {
  /// Rules that look at a line by itself. They come first: what they find is no title.
  let lines: [any CleaningRule]
  /// Rules that also look at what stands around a line.
  let pages: [any CleaningRule]

  static func standard(_ patterns: FurniturePatterns) -> CleaningRules {
    CleaningRules(
      lines: [
        FurniturePatternRule(patterns: patterns),
        CopyrightLineRule(),
        BareAddressRule(),
        StrayLineRule(),
        DateLineRule(),
        LoneDatelineRule(),
      ],
      pages: [
        RepeatedTitleRule(),
        BylineRule(),
        OutletLineRule(),
        CreditedCaptionRule(),
        CaptionAboveCreditRule(),
        RoleCaptionRule(),
        RelatedLabelRule(),
        RankedLinksRule(),
        CapitalsLinkRule(),
        HeadlineLinkRule(),
        HeadingRule(),
      ])
  }

  /// Judges every block. The title is found between the two kinds of rules, unless the
  /// input gave it.
  func judge(_ page: inout Page, title: String?) {
    for rule in lines { apply(rule, to: &page) }
    page.weighPunctuation()
    page.title = TitleFinder.title(of: page, given: title)
    if let title = page.title { page.verdicts[title] = .content }
    for rule in pages { apply(rule, to: &page) }
    page.findFirstProse()
  }

  private func apply(_ rule: any CleaningRule, to page: inout Page) {
    page.findFirstProse()
    for index in page.blocks.indices where page.verdicts[index] == nil {
      if let verdict = rule.verdict(on: index, of: page) { page.verdicts[index] = verdict }
    }
  }
}
