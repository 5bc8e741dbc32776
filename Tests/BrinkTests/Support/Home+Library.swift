import Foundation
import Testing

extension Home {
  /// A library that stands in for functions of others when `LD_PRELOAD` names it.
  ///
  /// - Parameter source: in C.
  /// - Returns: its path.
  func library(_ source: String, called name: String) async throws -> String {
    let file = try scratch.write(source, to: "\(name).c")
    let library = "\(path)/\(name).so"
    let clang = try await ProgramRun(
      "clang", ["-shared", "-fPIC", "-O0", "-o", library, file],
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
    try #require(clang.exitCode == 0, "clang: \(clang.errors)")
    return library
  }
}
