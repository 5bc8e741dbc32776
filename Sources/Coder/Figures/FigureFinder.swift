import EventData

/// Finds quantities with a unit: “more than 127,000 personnel”, “$200 million in
/// security assistance”, “three men” who were arrested.
struct FigureFinder {
  let knowledge: Knowledge
  let document: Document

  func find(_ statements: [Statement]) -> [Figure] {
    let numbers = NumberReader(knowledge: knowledge, document: document)
    var figures: [Figure] = []
    for sentence in document.sentences
    where mayCount(sentence) && !document.paragraphs[sentence.paragraph].isHeading {
      let first = figures.count
      let hasMagnitude = sentence.flags.contains(.magnitude)
      var place = sentence.tokens.lowerBound
      while place < sentence.tokens.upperBound {
        guard mayBeNumber(place) || hasMagnitude && isPart(place),
          let number = numbers.number(at: place, before: sentence.tokens.upperBound)
        else {
          place += 1
          continue
        }
        if let figure = figure(number, in: sentence.tokens, statements) { figures.append(figure) }
        place = number.tokens.upperBound
      }
      if figures.count > first, isStock(sentence.tokens) {
        for figure in first..<figures.count { figures[figure].isStock = true }
      }
    }
    return figures
  }

  private func mayCount(_ sentence: Document.SentenceTokens) -> Bool {
    !sentence.flags.isDisjoint(with: [.number, .magnitude]) || sentence.kinds.contains(.number)
      || sentence.kinds.contains(.currency)
  }

  private func mayBeNumber(_ place: Int) -> Bool {
    let token = document.tokens[place]
    return token.kind == .number || token.kind == .currency
      || token.flags.contains(.number)
  }

  /// “half a million”, “a dozen”
  private func isPart(_ place: Int) -> Bool {
    let behind = (place + 1..<min(place + 3, document.tokens.count))
    return behind.contains { document.tokens[$0].flags.contains(.magnitude) }
      && document.isOne(of: Self.partWords, place)
  }

  private static let partWords: WordSet = ["a", "half"]

  private func figure(
    _ number: NumberReader.Number, in sentence: Range<Int>, _ statements: [Statement]
  ) -> Figure? {
    guard let (unit, end) = unit(of: number, in: sentence) else { return nil }
    let qualifier =
      qualifier(before: number.tokens.lowerBound, from: sentence.lowerBound)
      ?? between(number, from: sentence.lowerBound)
    let span = document.span((qualifier?.lowerBound ?? number.tokens.lowerBound)..<end)
    let sentenceSpan = document.span(sentence)
    let numberSpan = document.span(number.tokens)
    // By place, as a copy of each would cost more than the question.
    let origin = near(sentenceSpan, statements).last { place in
      statements[place].contentSpans.contains { $0.contains(numberSpan) }
    }
    return Figure(
      sentence: sentenceSpan, quantity: number.value, lower: number.lower,
      qualifier: qualifier.map { document.text($0).lowercased() }, unit: unit,
      subject: subject(end, in: sentence),
      isStock: false, origin: origin.flatMap { statements[$0].speaker?.name } ?? document.outlet,
      spans: [span])
  }

  /// The statements whose content may reach into a sentence: those next to it.
  private func near(_ sentence: Span, _ statements: [Statement]) -> Range<Int> {
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].sentence.end <= sentence.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return max(0, low - Self.reach)..<min(statements.count, low + Self.reach)
  }

  /// More statements than one sentence makes, and as many before it and behind.
  private static let reach = 64

  /// The counted thing and the token after it; nil for years, ages, and what is no figure.
  private func unit(
    of number: NumberReader.Number, in sentence: Range<Int>
  ) -> (String, Int)? {
    let end = number.tokens.upperBound
    if let currency = number.currency { return (currency, end) }
    if let wounded = wounded(behind: end, before: sentence.upperBound) { return wounded }
    var place = end
    while place < sentence.upperBound, place - end < 4 {
      let token = document.tokens[place]
      // “a 500 kg bomb”
      if document.isOne(of: Self.measures, place) { return nil }
      if token.kind == .word, document.isOne(of: Self.units, place) {
        // “shelled two villages” says where rather than how many.
        if number.value < 10, document.isOne(of: Self.places, place) { return nil }
        let unit = document.text(place..<place + 1).lowercased()
        // “three regions” is description; “three men arrested” and “30 soldiers” are counts.
        return (unit, place + 1)
      }
      guard
        document.tags[place] == .noun || document.tags[place] == .name
          || document.tags[place] == .hyphen
          || document.tags[place] == .number
            && token.kind == .word
      else { break }
      place += 1
    }
    guard place == end else { return nil }
    let unit =
      loss(of: number, from: sentence.lowerBound) ?? counted(number, from: sentence.lowerBound)
    return unit.map { ($0, end) }
  }

  /// “eleven were hurt”, “70 others wounded”, “57 were killed”
  private func wounded(behind number: Int, before end: Int) -> (String, Int)? {
    var place = number
    while place < end, place - number < 3,
      document.isOne(of: Self.fillers, place) || document.tokens[place].flags.contains(.be)
    {
      place += 1
    }
    guard place < end else { return nil }
    // “57 were killed”
    if place > number, document.isOne(of: Self.deathVerbs, place) { return ("deaths", place + 1) }
    return document.isOne(of: Self.woundVerbs, place) ? ("wounded", place + 1) : nil
  }

  /// “has killed more than 14,000”, “killing 12 and wounding 30”: by the nearest verb before it.
  private func loss(of number: NumberReader.Number, from start: Int) -> String? {
    guard number.value >= 2 else { return nil }
    let before = max(start, number.tokens.lowerBound - 5)..<number.tokens.lowerBound
    for place in before.reversed() {
      if document.isOne(of: Self.deathVerbs, place) { return "deaths" }
      if document.isOne(of: Self.woundVerbs, place) { return "wounded" }
      // “killed three and took 40”: another verb, another thing.
      if document.tags[place] == .verb || document.tags[place] == .relative { return nil }
    }
    return nil
  }

  /// “the number of troops rose to 130,000”
  private func counted(_ number: NumberReader.Number, from start: Int) -> String? {
    let first = number.tokens.lowerBound
    for place in max(start, first - 14)..<max(start, first) {
      guard document.isOne(of: Self.numbers, place), place + 2 < first else { continue }
      // “the death toll rose to 57”
      if document.isOne(of: Self.toll, place), place > start,
        document.isOne(of: Self.ofDeaths, place - 1)
      {
        return "deaths"
      }
      guard document.tokens[place + 1].flags.contains(.of) else { continue }
      let counted = (place + 2..<min(place + 6, first)).first {
        document.isOne(of: Self.units, $0)
      }
      return counted.map { document.text($0..<$0 + 1).lowercased() }
    }
    return nil
  }

  /// What stands before what was counted in all.
  private static let totals = ["number", "toll", "total"]
  private static let numbers = WordSet(totals)
  private static let toll: WordSet = ["toll"]
  private static let ofDeaths: WordSet = ["the", "death", "its", "official"]
  private static let fillers: WordSet = ["others", "more", "also"]
  private static let measures: WordSet = [
    "kg", "kilogram", "kilograms", "kilogramme", "kilometre", "kilometres", "kilometer",
    "kilometers", "km", "mile", "miles", "metre", "metres", "meter", "meters", "feet", "foot",
    "hectares", "acres", "pound", "degrees", "mph", "litre", "litres", "hours", "minutes", "days",
    "weeks", "months", "years",
  ]
  private static let places: WordSet = ["villages"]
  private static let deathVerbs: WordSet = ["killed", "kill", "killing", "kills"]
  private static let woundVerbs: WordSet = [
    "wounded", "wounding", "wounds", "wound", "injured", "injuring", "injures", "injure", "hurt",
    "hurting",
  ]

  /// What is counted in news of crises: people, forces, arms, losses, documents of note.
  private static let units: WordSet = [
    "people", "troops", "soldiers", "personnel", "servicemen", "fighters", "militants", "civilians",
    "men", "women", "children", "refugees", "residents", "passports", "deaths", "dead",
    "casualties",
    "wounded", "injured", "killed", "prisoners", "hostages", "detainees", "captives", "protesters",
    "reservists", "mercenaries", "forces", "guards", "officers", "diplomats", "staff", "tanks",
    "missiles", "rockets", "drones", "aircraft", "jets", "warplanes", "helicopters", "ships",
    "warships", "vehicles", "battalions", "brigades", "shells", "mortars", "violations",
    "explosions", "strikes", "airstrikes", "attacks", "homes", "houses", "buildings", "schools",
    "hospitals", "families", "migrants", "workers", "patients", "victims", "bodies", "villages",
    "arrests", "sorties", "launchers", "tonnes", "tons", "barrels", "peacekeepers", "observers",
    "monitors", "gunmen", "rebels", "police", "policemen", "journalists", "nationals", "citizens",
    "students", "girls", "boys", "passengers", "sailors", "marines", "paratroopers",
  ]

  /// “at least”, “no fewer than”: the longest phrase that ends before a number.
  private func qualifier(before token: Int, from start: Int) -> Range<Int>? {
    for count in [3, 2, 1] where token - count >= start {
      let words = token - count..<token
      if Self.qualifiers.contains(document.hash(words)) { return words }
    }
    return nil
  }

  /// “between 40 and 50”
  private func between(_ number: NumberReader.Number, from start: Int) -> Range<Int>? {
    let before = number.tokens.lowerBound - 1
    return number.lower != nil && before >= start && document.isOne(of: Self.between, before)
      ? before..<before + 1 : nil
  }

  private static let between: WordSet = ["between"]
  private static let qualifiers: WordSet = [
    "about", "almost", "an estimated", "approximately", "around", "as few as", "as many as",
    "as much as", "at least", "at most", "close to", "exactly", "fewer than", "just over",
    "just under", "less than", "more than", "nearly", "no fewer than", "no less than",
    "no more than", "only", "over", "roughly", "some", "under", "up to", "well over",
  ]

  /// The words behind the unit up to the next mark, verb, clause or time.
  private func subject(_ start: Int, in sentence: Range<Int>) -> String? {
    var end = start
    while end < sentence.upperBound, end - start < 10, !endsSubject(end) { end += 1 }
    while end > start, document.tags[end - 1] == .preposition || document.tags[end - 1] == .adverb {
      end -= 1
    }
    return end > start ? document.text(start..<end) : nil
  }

  private func endsSubject(_ place: Int) -> Bool {
    switch document.tags[place] {
    case .comma, .stop, .dash, .colon, .bracket, .quote, .coordinator, .subordinator, .relative,
      .verb, .auxiliary, .to, .time:
      true
    default: knowledge.events.isAdjunct(document.tokens[place].word)
    }
  }

  /// “since 2014”, “has 3,000 tanks”, “a total of”: a level, not what happened now.
  private func isStock(_ sentence: Range<Int>) -> Bool {
    let (stockWords, possession) = (Self.stockWords, Self.possession)
    return sentence.contains { place in
      document.isOne(of: stockWords, place)
        || document.isOne(of: possession, place) && !isAuxiliary(place, in: sentence)
    }
  }

  /// “have fled” tells of a deed.
  private func isAuxiliary(_ have: Int, in sentence: Range<Int>) -> Bool {
    sentence.from(have + 1).first { document.tags[$0] != .adverb }
      .map { document.tags[$0].isVerbal } ?? false
  }

  private static let possession: WordSet = ["has", "have"]
  private static let stockWords = WordSet(
    totals + ["since", "backs", "remain", "remains", "already", "now"])
}
