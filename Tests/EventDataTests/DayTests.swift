import EventData
import Testing

@Suite("A day")
struct DayTests {
  @Test("comes back from its number, and from its parts, over two centuries")
  func roundTrip() throws {
    let first = try #require(Day(year: 1899, month: 12, day: 31))
    let last = try #require(Day(year: 2100, month: 1, day: 1))
    var expected = (year: 1899, month: 12, day: 31)
    for day in first...last {
      let (year, month, dayOfMonth) = day.components
      guard (year, month, dayOfMonth) == expected,
        Day(year: year, month: month, day: dayOfMonth) == day, Day(iso: day.iso) == day
      else {
        Issue.record("day \(day.number) is \(day.iso), and \(expected) was expected")
        return
      }
      if dayOfMonth < Day.length(ofMonth: month, year: year) {
        expected.day += 1
      } else if month < 12 {
        expected = (year, month + 1, 1)
      } else {
        expected = (year + 1, 1, 1)
      }
    }
  }

  @Test(
    "falls on the weekday of the calendar on the wall",
    arguments: [
      ("1900-01-01", 0), ("1969-12-31", 2), ("1970-01-01", 3), ("2000-02-29", 1),
      ("2022-01-26", 2), ("2022-02-24", 3), ("2024-12-25", 2), ("1600-01-01", 5),
    ])
  func weekday(_ iso: String, _ weekday: Int) throws {
    #expect(try #require(Day(iso: iso)).weekday == weekday)
  }

  @Test("is followed by the next weekday")
  func weekdaysFollow() throws {
    let start = try #require(Day(iso: "1969-11-30"))
    for offset in 0..<800 {
      let day = start.advanced(by: offset)
      #expect(day.advanced(by: 1).weekday == (day.weekday + 1) % 7)
    }
  }

  @Test(
    "knows leap years",
    arguments: [(1900, 28), (2000, 29), (2022, 28), (2024, 29), (2100, 28), (1600, 29)])
  func leapYears(_ year: Int, _ length: Int) throws {
    #expect(Day.length(ofMonth: 2, year: year) == length)
    #expect((Day(year: year, month: 2, day: 29) != nil) == (length == 29))
    let february = try #require(Day(year: year, month: 2, day: 1))
    let march = try #require(Day(year: year, month: 3, day: 1))
    #expect(february.distance(to: march) == length)
  }

  @Test("is counted from 1970")
  func epoch() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2022, month: 2, day: 24)?.number == 19_047)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
  }

  @Test(
    "is refused where the calendar has none",
    arguments: [
      "2022-02-30", "2022-00-10", "2022-13-10", "2022-01-00", "2022-01-32", "2022-1-12",
      "2022-01-1", "22-01-12", "2022/01/12", "2022-01-12T00", "", "--", "0000-01-01",
      "2022-+1-12", "+022-01-12", "2022-01-+2", "２０２２-01-12", "2022-01-12-", " 2022-01-12",
    ])
  func refused(_ iso: String) {
    #expect(Day(iso: iso) == nil)
  }

  @Test(
    "is written as it is read", arguments: ["0001-01-01", "0999-12-31", "2022-01-12", "9999-12-31"])
  func iso(_ iso: String) throws {
    #expect(try #require(Day(iso: iso)).iso == iso)
  }

  @Test("are written in years that no calendar of ours has, too")
  func farAway() {
    #expect(Day(number: 2_932_897).iso == "10000-1-1")
    #expect(Day(number: -719_529).iso == "-1-12-31")
  }

  @Test("can be counted through and compared")
  func strides() throws {
    let monday = try #require(Day(iso: "2022-02-28"))
    let friday = try #require(Day(iso: "2022-03-04"))
    #expect(monday.distance(to: friday) == 4)
    #expect(monday.advanced(by: 4) == friday)
    #expect(monday < friday)
    #expect((monday...friday).map(\.iso).last == "2022-03-04")
  }
}
