import ArgumentParser
import Dashboard

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Look around among made-up articles that come with the program.",
    discussion: """
      They are read into an archive of their own; yours is not touched. The status line leads \
      through the first keys.
      """)

  @OptionGroup var looks: LooksOptions

  func run() throws {
    let options = try ArchiveOptions.parse(["--archive", Places.sampleArchive()])
    try Self.prepare(options)
    try DashboardLaunch(looks: looks, options: options, tour: Tour()).run()
  }

  /// Imports the sample each time, which changes nothing unless an older brink has made it.
  private static func prepare(_ options: ArchiveOptions) throws {
    let folder = try Places.resources().path("sample")
    let importer = try Importer(
      options, as: "sample", reading: [folder], log: try Log.logger(of: "sample"))
    var tally = InputTally(reading: [folder])
    try importer.reader.read([folder]) { (result) throws in
      try importer.take(result, &tally)
    }
    _ = try importer.finish()
    try tally.finish()
  }
}
