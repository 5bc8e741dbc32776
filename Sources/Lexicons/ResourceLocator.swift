#if canImport(Glibc)
  import Glibc
#endif

/// Finds the folder that holds `lexicons/`, `palettes/`, `sample/`.
///
/// Tried in this order: `$BRINK_RESOURCES`; `../share/brink` beside the folder of the
/// running program, where `make install` puts it; `Resources` in a folder above the
/// program or above the working directory, for a checkout.
package struct ResourceLocator: Sendable {
  package let root: String

  /// - Throws: ``LexiconError/noResources(searched:)``.
  package init(
    environment: [String: String], executable: String, workingDirectory: String
  ) throws(LexiconError) {
    var candidates: [String] = []
    if let named = environment["BRINK_RESOURCES"], !named.isEmpty {
      candidates = [named]
    } else {
      let folder = Self.parent(of: executable)
      candidates.append(Self.parent(of: folder) + "/share/brink")
      candidates += Self.checkouts(above: folder) + Self.checkouts(above: workingDirectory)
    }
    guard let found = candidates.first(where: { Self.isFolder($0 + "/lexicons") }) else {
      throw .noResources(searched: candidates)
    }
    root = found
  }

  package init(root: String) {
    self.root = root
  }

  package func path(_ name: String) -> String { "\(root)/\(name)" }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func checkouts(above folder: String) -> [String] {
    var found: [String] = []
    var current = folder
    for _ in 0..<6 {
      found.append(current + "/Resources")
      let up = parent(of: current)
      if up == current || up == "." { break }
      current = up
    }
    return found
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
