import EventData
import Testing

@Suite("Dates as they are written")
struct DateFormTests {
  private let day = Day(number: 19_004)

  @Test(
    "a publication date has a time only where one is known",
    arguments: [
      (nil, "2022-01-12"), (0, "2022-01-12T00:00:00Z"), (50_700, "2022-01-12T14:05:00Z"),
      (86_399, "2022-01-12T23:59:59Z"),
    ] as [(Int?, String)])
  func publicationDate(_ second: Int?, _ iso: String) {
    #expect(PublicationDate(day: day, secondOfDay: second).iso == iso)
  }

  @Test("publication dates are ordered by the clock, a day alone standing for its midnight")
  func publicationOrder() {
    let midnight = PublicationDate(day: day)
    let noon = PublicationDate(day: day, secondOfDay: 43_200)
    let before = PublicationDate(day: day.advanced(by: -1), secondOfDay: 86_399)
    #expect([noon, midnight, before].sorted() == [before, midnight, noon])
    #expect(noon.epoch - midnight.epoch == 43_200)
    #expect(midnight.epoch == day.number * 86_400)
  }

  @Test(
    "an event's date is as exact as the text is",
    arguments: [
      (.day, "2022-01-12"), (.month, "2022-01"), (.year, "2022"),
    ] as [(EventDate.Precision, String)])
  func eventDate(_ precision: EventDate.Precision, _ iso: String) {
    #expect(EventDate(first: day, precision: precision).iso == iso)
  }
}
