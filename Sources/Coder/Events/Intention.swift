import EventData

/// What an actor says it will do is not done yet: cooperation that is announced is an
/// agreement, a concession that is announced is conceded, force that is announced is a
/// threat.
///
/// PLOVER 2.0 codes future cooperation as AGREE and announced yielding as CONCEDE; CAMEO
/// has roots 03 and 13 for the same. What others are asked to do is no event beside the
/// request, nor is what is threatened beside the threat.
enum Intention {
  /// The event as it must be coded; nil when another event of the sentence says it.
  static func recast(_ event: Event, reportedBy speaker: ActorReference?) -> Event? {
    switch event.status {
    case .demanded where event.category != .request && event.source?.id != speaker?.id: return nil
    case .threatened where event.category != .threaten: return nil
    case .pledged, .forecast:
      guard let source = event.source, source.id == speaker?.id || event.status == .pledged,
        let code = code(of: event)
      else { return event }
      var event = event
      event.category = code.category
      event.cameo = code.cameo
      event.goldstein = code.goldstein
      event.status = code.category == .threaten ? .threatened : .pledged
      event.mode = nil
      return event
    default: return event
    }
  }

  private static func code(
    of event: Event
  ) -> (category: EventCategory, cameo: String, goldstein: Double)? {
    switch event.category {
    case .aid where event.mode == "military": (.agree, "0332", 5.2)
    case .aid where event.mode == "humanitarian": (.agree, "0333", 5.2)
    case .aid: (.agree, "033", 5.2)
    case .consult: (.agree, "036", 4.0)
    case .cooperate: (.agree, "031", 5.2)
    case .support: (.agree, "032", 4.5)
    case .retreat: (.concede, "035", 7.0)
    case .assault, .mobilize: (.threaten, "138", -7.0)
    case .sanction: (.threaten, "131", -5.8)
    case .coerce: (.threaten, "132", -5.8)
    case .protest: (.threaten, "133", -5.8)
    default: nil
    }
  }
}
