import Archive
import Coder
import Intake
import Lexicons
import Terminal

/// What several commands make from resources and configuration.
enum Tools {
  static func lexicons() throws(CommandFailure) -> Lexicons {
    do {
      return try Lexicons(
        from: Places.resources(), userFolder: Places.configuration.map { $0 + "/lexicons" })
    } catch let error as LexiconError {
      throw CommandFailure(error)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("lexicons", because: "\(error)", .configuration)
    }
  }

  /// Reads articles with the furniture and outlets of the lexicons.
  static func articleReader(_ lexicons: Lexicons, asIs: Bool = false) throws(CommandFailure) -> ArticleReader {
    let path = try Places.resources().path("lexicons/furniture.tsv")
    guard let table = File.text(path) else { throw CommandFailure(.missing(file: path)) }
    do {
      let furniture = try FurniturePatterns(parsing: table, file: path)
      return ArticleReader(
        options: IntakeOptions(asIs: asIs, furniture: furniture, outlets: outlets(lexicons)))
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func outlets(_ lexicons: Lexicons) -> OutletNames {
    var domains: [String: String] = [:]
    var signatures: [String: String] = [:]
    for outlet in lexicons.outlets {
      for domain in outlet.domains { domains[domain] = outlet.name }
      for name in outlet.aliases + [outlet.name] { signatures[name] = outlet.name }
    }
    return OutletNames(domains: domains, signatures: signatures)
  }

  static func coder(_ lexicons: Lexicons) -> ArticleCoder { ArticleCoder(Knowledge(lexicons)) }

  /// How the coder is known to the archive: what it finds changes with both.
  static func coderVersion(_ lexicons: Lexicons) -> String {
    "\(ArticleCoder.version)-\(String(lexicons.fingerprint, radix: 16))"
  }

  static func palette(_ name: String) throws(CommandFailure) -> Palette {
    if name == "mono" { return .mono }
    let path = try Places.resources().path("palettes/\(name).tsv")
    guard !name.contains("/"), let text = File.text(path) else {
      throw CommandFailure(
        "palette \(name)", because: "there is no \(path)",
        advice: "Use dark, light, high-contrast or mono.", .configuration)
    }
    do {
      return try Palette(name: name, parsing: text, file: path)
    } catch {
      throw CommandFailure(error)
    }
  }
}
