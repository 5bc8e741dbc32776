import EventData
import Testing

@testable import Intake

@Suite("Dates in lines")
struct DateReadingTests {
  @Test(
    "reads a day",
    arguments: [
      ("20310304", "2031-03-04"),
      ("2031-03-04", "2031-03-04"),
      ("2031/03/04", "2031-03-04"),
      ("04.03.2031", "2031-03-04"),
      ("13/03/2031", "2031-03-13"),
      ("03/13/2031", "2031-03-13"),
      ("Mar 4, 2031", "2031-03-04"),
      ("Mar. 4, 2031", "2031-03-04"),
      ("March 4, 2031", "2031-03-04"),
      ("4 March 2031", "2031-03-04"),
      ("4th of March 2031", "2031-03-04"),
      ("Tuesday, March 4th, 2031", "2031-03-04"),
      ("Tues 4 Sept 2031", "2031-09-04"),
      ("Published: 4 March 2031", "2031-03-04"),
      ("Published On 4 Mar 2031", "2031-03-04"),
      ("Updated March 4, 2031", "2031-03-04"),
      ("First published on Tue 4 Mar 2031", "2031-03-04"),
      ("Last updated: 2031-03-04", "2031-03-04"),
      ("29 February 2032", "2032-02-29"),
      ("4 March 2031 | 5 min read", "2031-03-04"),
      ("March 4, 2031 10:30 AM", "2031-03-04"),
      ("March 4, 2031 at 10:30 AM local time", "2031-03-04"),
      ("2031-03-04T10:30:00", "2031-03-04"),
      ("March 4, 2031 9:15 PM IST", "2031-03-04"),
    ])
  func readsDay(_ line: String, _ expected: String) {
    let reading = DateReading(line)
    #expect(reading.date?.iso == expected)
    #expect(reading.isDateLike)
  }

  @Test(
    "reads a moment, in UTC",
    arguments: [
      ("2031-03-04T10:30:00Z", "2031-03-04T10:30:00Z"),
      ("2031-03-04T10:30:15.250+03:00", "2031-03-04T07:30:15Z"),
      ("2031-03-04 10:30 UTC", "2031-03-04T10:30:00Z"),
      ("20310304T103000Z", "2031-03-04T10:30:00Z"),
      ("Tue, 04 Mar 2031 10:30:00 +0000", "2031-03-04T10:30:00Z"),
      ("Tue, 04 Mar 2031 23:30:00 -0500", "2031-03-05T04:30:00Z"),
      ("March 4, 2031 10:30 AM GMT", "2031-03-04T10:30:00Z"),
      ("March 4, 2031 12:05 a.m. EST", "2031-03-04T05:05:00Z"),
      ("4 Mar 2031 09.05 GMT", "2031-03-04T09:05:00Z"),
      ("4 Mar 2031 7pm CET", "2031-03-04T18:00:00Z"),
      ("4 March 2031 1430 GMT", "2031-03-04T14:30:00Z"),
      ("Updated 8:00 PM ET, Mon March 4, 2031", "2031-03-05T01:00:00Z"),
      ("8:00 PM ET, July 4, 2031", "2031-07-05T00:00:00Z"),
      ("4 March 2031, 10:30 UTC+3", "2031-03-04T07:30:00Z"),
    ])
  func readsMoment(_ line: String, _ expected: String) {
    #expect(DateReading(line).date?.iso == expected)
  }

  @Test(
    "invents no day",
    arguments: [
      "March 4", "4 March", "March 2031", "Tuesday", "14:05 GMT", "3 hours ago", "an hour ago",
      "Updated 50 min ago", "2 hr 14 min ago", "Yesterday", "3:58 PM ET",
    ])
  func inventsNothing(_ line: String) {
    #expect(DateReading(line).date == nil)
  }

  @Test(
    "knows what is no date",
    arguments: [
      "31 February 2031", "03/04/2031", "12345678", "2031", "20311304", "Ten people left the town",
      "40 of 300 tanks", "1.5 million people", "Article 5",
    ])
  func knowsNoDate(_ line: String) {
    #expect(DateReading(line).date == nil)
    #expect(!DateReading(line).isDateLike || DateReading(line).residue > 0)
  }

  @Test("counts the words that a date does not explain")
  func countsResidue() {
    #expect(DateReading("By Ana Example | 4 March 2031").residue == 3)
    #expect(DateReading("Published 4 March 2031, 10:30 AM GMT").residue == 0)
    #expect(DateReading("12 dead by 14:05 GMT").residue == 3)
    #expect(DateReading("The talks of 4 March 2031 failed").residue == 2)
  }

  @Test("takes the first of two dates, and its label")
  func takesFirst() {
    let reading = DateReading("Published 4 March 2031 | Updated 6 March 2031")
    #expect(reading.date?.iso == "2031-03-04")
    #expect(reading.label == .published)
    #expect(DateReading("Updated 6 March 2031").label == .updated)
  }

  @Test(
    "reads the date of a field",
    arguments: [
      ("1930386600", "2031-03-04T10:30:00Z"),
      ("1930386600000", "2031-03-04T10:30:00Z"),
      ("20310304", "2031-03-04"),
      ("2031-03-04", "2031-03-04"),
      ("26/01/2031", "2031-01-26"),
      ("2031-03-04T12:30:00+02:00", "2031-03-04T10:30:00Z"),
      ("4 Mar 2031", "2031-03-04"),
    ])
  func readsField(_ text: String, _ expected: String) {
    #expect(DateReading.date(text)?.iso == expected)
  }
}
