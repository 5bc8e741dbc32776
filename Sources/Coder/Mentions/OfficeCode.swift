import EventData
import Lexicons

/// The affiliation, title and CAMEO code that an office-holder has on a day.
struct OfficeCode {
  let affiliation: String?
  let title: String?
  let code: String

  init(person: OfficeHolder, day: Day?, knowledge: Knowledge) {
    guard let term = person.term(on: day) else {
      (affiliation, title, code) = (nil, nil, "---")
      return
    }
    let isOver = day.map { !term.holds(on: $0) && term.from <= $0 } ?? false
    title = isOver ? "former \(term.title)" : term.title
    if let state = knowledge.stateOfCode[term.body] {
      affiliation = knowledge.lexicons.states[state].name
      code = term.body + (isOver ? "ELI" : Self.sector(of: term.office))
    } else if let organisation = knowledge.organisationOfID[term.body] {
      affiliation = knowledge.lexicons.organisations[organisation].name
      code = knowledge.lexicons.organisations[organisation].code(on: day)
    } else {
      affiliation = term.body
      code = "---"
    }
  }

  private static func sector(of office: String) -> String {
    switch office {
    case "chief-of-staff", "armed-forces-chief", "military-commander": "MIL"
    case "intelligence-chief": "SPY"
    case "parliament-speaker", "legislator": "LEG"
    case "opposition-leader": "OPP"
    case "party-leader": "PTY"
    case "separatist-leader": "SEP"
    case "armed-group-leader": "REB"
    case "religious-leader": "REL"
    default: "GOV"
    }
  }
}
