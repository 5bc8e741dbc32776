import Archive
import Coder
import Escalation
import Intake
import Lexicons
import Terminal

/// What several commands make from resources and configuration.
enum Tools {
  static func lexicons() throws(CommandFailure) -> Lexicons {
    do {
      return try Lexicons(from: Places.resources(), userFolder: Places.lexicons)
    } catch let error as LexiconError {
      throw CommandFailure(error)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("lexicons", because: "\(error)", .configuration)
    }
  }

  /// Reads articles with the furniture and outlets of the lexicons.
  static func articleReader(
    _ lexicons: Lexicons, asIs: Bool = false
  ) throws(CommandFailure) -> ArticleReader {
    let path = try Places.resources().path("lexicons/furniture.tsv")
    let table = try resource(path) { CommandFailure(LexiconError.missing(file: path)) }
    do {
      let furniture = try FurniturePatterns(parsing: table, file: path)
      return ArticleReader(
        options: IntakeOptions(asIs: asIs, furniture: furniture, outlets: outlets(lexicons)))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// - Parameter missing: What to say when there is no such file.
  private static func resource(
    _ path: String, missing: () -> CommandFailure
  ) throws(CommandFailure) -> String {
    do {
      if let text = try File.text(path) { return text }
    } catch {
      throw CommandFailure(LexiconError.unreadable(file: path, errno: error.errno))
    }
    throw missing()
  }

  private static func outlets(_ lexicons: Lexicons) -> OutletNames {
    var domains: [String: String] = [:]
    var signatures: [String: String] = [:]
    domains.reserveCapacity(lexicons.outlets.count * 2)
    signatures.reserveCapacity(lexicons.outlets.count * 4)
    for outlet in lexicons.outlets {
      for domain in outlet.domains { domains[domain] = outlet.name }
      for alias in outlet.aliases { signatures[alias] = outlet.name }
      signatures[outlet.name] = outlet.name
    }
    return OutletNames(domains: domains, signatures: signatures)
  }

  /// The knowledge is never freed: it is needed until the process ends, and taking apart
  /// what the system takes back at once would only make every command end later.
  static func coder(_ lexicons: Lexicons) -> ArticleCoder {
    let knowledge = Knowledge(lexicons)
    _ = Unmanaged.passRetained(knowledge)
    return ArticleCoder(knowledge)
  }

  /// What the tables call states, by their codes and as places, and international bodies.
  static func partyNames(_ lexicons: Lexicons) -> [String: String] {
    var names: [String: String] = [:]
    // Courts and commissions share the code of the body that they belong to.
    let bodies = lexicons.organisations.filter { $0.kind == "igo" || $0.kind == "alliance" }
    for body in bodies + lexicons.organisations where names[body.code(on: nil)] == nil {
      let code = body.code(on: nil)
      if Party.key(code: code, else: body.name) == code { names[code] = body.name }
    }
    for state in lexicons.states {
      names[state.code] = state.name
      names[state.alpha2] = state.name
    }
    return names
  }

  /// How the coder is known to the archive: what it finds changes with both.
  static func coderVersion(_ lexicons: Lexicons) -> String {
    "\(ArticleCoder.version)-\(String(lexicons.fingerprint, radix: 16))"
  }

  /// The catalogue of indicators and its constants, a person's own rows after the shipped ones.
  static func indicators() throws(CommandFailure) -> IndicatorCatalogue {
    let indicators = try catalogueFiles("indicators.tsv")
    let method = try catalogueFiles("escalation.tsv")
    do {
      return try IndicatorCatalogue(indicators, method: method)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func catalogueFiles(_ name: String) throws(CommandFailure) -> [CatalogueFile] {
    let path = try Places.resources().path(name)
    let text = try resource(path) { CommandFailure(LexiconError.missing(file: path)) }
    var files = [CatalogueFile(path: path, text: text)]
    guard let own = Places.configuration.map({ "\($0)/\(name)" }) else { return files }
    do {
      if let text = try File.text(own) { files.append(CatalogueFile(path: own, text: text)) }
    } catch {
      throw CommandFailure(LexiconError.unreadable(file: own, errno: error.errno))
    }
    return files
  }

  /// A palette of the user, of which roles may be missing, else one of those that are shipped.
  static func palette(_ name: String) throws(CommandFailure) -> Palette {
    if name.contains("/") { throw missingPalette(name, "palettes/\(name).tsv") }
    guard let own = Places.configuration.map({ "\($0)/palettes/\(name).tsv" }),
      File.exists(own)
    else { return try shippedPalette(name) }
    let text = try resource(own) { missingPalette(name, own) }
    let twin = try? shippedPalette(name)
    let base: Palette
    if let twin { base = twin } else { base = try shippedPalette("dark") }
    do {
      return try Palette(name: name, parsing: text, file: own, base: base)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func shippedPalette(_ name: String) throws(CommandFailure) -> Palette {
    if name == "mono" { return .mono }
    let path = try Places.resources().path("palettes/\(name).tsv")
    let text = try resource(path) { missingPalette(name, path) }
    do {
      return try Palette(name: name, parsing: text, file: path)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func missingPalette(_ name: String, _ path: String) -> CommandFailure {
    CommandFailure(
      "palette \(name)", because: "there is no \(path)",
      advice: "Use dark, light, high-contrast, colour-blind or mono. Your own palettes belong into"
        + " $XDG_CONFIG_HOME/brink/palettes.", .configuration)
  }
}
