import EventData
import Lexicons

extension ActorResolver {
  mutating func resolveShortName(_ place: Int) {
    guard resolution.entityOfMention[place] < 0 else { return }
    let mention = resolution.mentions[place]
    switch mention.kind {
    case .alias(let alias):
      // Godwin Friday does not speak on every Friday.
      if document.tokens[mention.core.lowerBound].flags.contains(.weekday) { return }
      let referents = knowledge.aliases[alias].referents
      let holders = referents.compactMap {
        if case .family(let holder) = $0 { holder } else { nil }
      }
      if holders.isEmpty { return }
      if let known = bearer(of: mention) {
        assign(place, known, rule: "short-name")
      } else if referents.count == holders.count,
        let holder = mostProminent(holders) ?? formerLeader(holders, named: mention.core)
      {
        assign(place, person(holder, place), rule: "office-holder")
      }
    case .singleName:
      if let known = bearer(of: mention) {
        assign(place, known, rule: "short-name")
      }
    case .personName where mention.core.count == 1:
      if let known = bearer(of: mention) {
        assign(place, known, rule: "short-name")
      } else {
        addPerson(place)
      }
    default: break
    }
  }

  /// Whom a family name stands for: of several of that name who fits the title before it, then
  /// who holds an office, then who is named most, then who is named last.
  private func bearer(of mention: FoundMention) -> Int? {
    guard let family = families[familyKey(mention.core)] else { return nil }
    let bearers = bearers[family]
    guard bearers.count > 1 else { return bearers.first }
    let gender = gender(of: mention.tokens.lowerBound..<mention.core.lowerBound)
    let fitting = bearers.suffix(Self.mostBearers).filter {
      guard let gender, let own = resolution.entities[$0].gender else { return true }
      return own == gender
    }
    func rank(_ entity: Int) -> (Int, Int) {
      let actor = resolution.entities[entity].actor
      return (
        actor.code.hasSuffix("GOV") ? 1 : 0, resolution.entities[entity].mentions.count
      )
    }
    return fitting.enumerated().max {
      let (first, second) = (rank($0.element), rank($1.element))
      return (first.0, first.1, $0.offset) < (second.0, second.1, $1.offset)
    }?.element
  }

  /// How many people of one name are weighed: an article names few, a list many.
  private static let mostBearers = 12

  /// “Mr.” or “Mrs.”
  private func gender(of titles: Range<Int>) -> Character? {
    for token in titles {
      if document.isOne(of: Self.male, token) { return "m" }
      if document.isOne(of: Self.female, token) { return "f" }
    }
    return nil
  }

  private static let male: WordSet = ["mr", "sir", "lord"]
  private static let female: WordSet = ["mrs", "ms", "miss", "madam", "lady", "dame"]

  /// The one holder whom a bare family name means on the article's day: a head of state
  /// or government, a foreign or defence minister, the head of an organisation; else a
  /// former head of state.
  func mostProminent(_ holders: [Int]) -> Int? {
    func rank(_ holder: Int) -> Int? {
      let person = knowledge.lexicons.officeHolders[holder]
      let term = person.term(on: day)
      if let day, term?.holds(on: day) != true {
        return term?.office == "head-of-state" || term?.office == "head-of-government" ? 4 : nil
      }
      switch term?.office {
      case "head-of-state": return 0
      case "head-of-government", "supreme-leader": return 1
      case "foreign-minister", "secretary-general": return 2
      case "defence-minister", "spokesperson", "armed-group-leader": return 3
      default: return nil
      }
    }
    let ranked = holders.compactMap { holder in rank(holder).map { (holder, $0) } }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return ranked.filter { $0.1 == best.1 }.count == 1 ? best.0 : nil
  }

  /// The one who led a state or a government in the years before, as “Merkel” did, where no
  /// holder of that name is in office.
  private func formerLeader(_ holders: [Int], named core: Range<Int>) -> Int? {
    guard let day, !document.tokens[core.lowerBound].flags.contains(.givenName) else { return nil }
    let earliest = day.advanced(by: -Self.daysRemembered)
    let leaders = holders.filter { holder in
      knowledge.lexicons.officeHolders[holder].terms.contains { term in
        guard let end = term.to, end < day, end >= earliest else { return false }
        return term.office == "head-of-state" || term.office == "head-of-government"
      }
    }
    return leaders.count == 1 ? leaders[0] : nil
  }

  private static let daysRemembered = 6 * 365
}
