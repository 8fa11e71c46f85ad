package import Documents
import FoundationEssentials
package import Testing

/// The checkout that the tests were built from.
package enum Repository {
  /// Path of the top level, without a trailing slash.
  package static let root: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(3).joined(separator: "/")
  }()

  /// The bytes of the file at `path`, relative to the top level.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
  }

  /// The file at `path`, relative to the top level, as text.
  package static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// Names in the folder at `path`, relative to the top level, sorted by their UTF-8 bytes.
  package static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + path)
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}

/// Compares `actual` with the golden file at `path`, relative to the top level.
///
/// A missing file fails. With `UPDATE_GOLDEN=1` in the environment the file is written instead;
/// read the difference before you commit it.
package func expectGolden(
  _ actual: String, _ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(actual.utf8).write(to: URL(filePath: Repository.root + "/" + path))
    return
  }
  guard let expected = try? Repository.text(path) else {
    Issue.record("golden file \(path) is missing", sourceLocation: sourceLocation)
    return
  }
  #expect(actual == expected, "golden file \(path)", sourceLocation: sourceLocation)
}

extension Repository {
  /// How articles are read by the program that comes with the repository.
  package static let reading = ReadingOptions(
    sample: (try? bytes("rules/reading/zh.txt")).map { ReadingSample($0) })

  /// The names of the files of the pack in `folder`: rules and tables.
  package static func packFiles(in folder: String) throws -> [String] {
    try names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }
  }
}
