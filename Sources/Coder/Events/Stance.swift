import EventData
import Lexicons

/// Codes what an actor asks for, promises, refuses or threatens by the matter of it.
///
/// PLOVER 2.0 codes what will be done as AGREE, hostile acts to come as THREATEN; CAMEO
/// numbers the matters again under each stance. What is asked for or refused is no event
/// beside the request or the refusal.
enum Stance {
  /// What the frame of a predicate says by itself; nil when it is about deeds.
  static func of(_ frame: EventFrame) -> EventMatter.Stance? {
    switch frame.category {
    case .agree: .intend
    case .reject: .reject
    case .threaten: .threaten
    case .protest: .protest
    case .request: frame.cameo.hasPrefix("10") ? .demand : .appeal
    default: nil
    }
  }

  /// The stance that an intention or a refusal makes of a deed; nil for a plain deed.
  ///
  /// - Parameters:
  ///   - isOwn: Who reports it is one of its sides.
  ///   - isForetold: Somebody of another side than the source's reports it.
  static func of(
    _ frame: EventFrame, _ reality: Coding.Reality, isOwn: Bool, isForetold: Bool
  ) -> EventMatter.Stance? {
    let isHostile =
      switch frame.category {
      case .assault, .sanction, .coerce, .protest: true
      // “will send police” to keep order
      case .mobilize: frame.mode != "police"
      default: false
      }
    switch reality.status {
    case .negated: return reality.isRefused && !isHostile ? .reject : nil
    case .pledged where isHostile: return isForetold ? nil : .threaten
    case .pledged: return .intend
    case .forecast:
      return !isOwn || reality.isPossible ? nil : isHostile ? .threaten : .intend
    default: return nil
    }
  }

  static func category(_ stance: EventMatter.Stance) -> EventCategory {
    switch stance {
    case .appeal, .demand: .request
    case .intend: .agree
    case .reject: .reject
    case .threaten: .threaten
    case .protest: .protest
    }
  }

  /// Whether a frame says all by its code: a veto, an ultimatum.
  static func isSpecific(_ code: String) -> Bool {
    specificRoots.contains(where: code.hasPrefix) && code.utf8.last != UInt8(ascii: "0")
  }

  private static let specificRoots = ["02", "03", "10", "12", "13"]

  /// The code of a stance where the matter is not known.
  static func base(_ stance: EventMatter.Stance) -> String {
    switch stance {
    case .appeal: "020"
    case .demand: "100"
    case .intend: "030"
    case .reject: "120"
    case .threaten: "130"
    case .protest: "140"
    }
  }
}
