import RuleLanguage
package import SourceText

/// Reads the files of a rule pack.
package enum RulesReader {
  /// No rule file is larger, in bytes.
  static let largestFile = 64 << 20
  /// Folders inside one another below the pack.
  private static let deepest = 16

  package struct Failure: Error, Hashable, Sendable {
    package let path: String
    package let reason: String
  }

  /// The endings of files that belong to a pack: rules, and tables that rules name.
  private static let endings = [RulesLocator.ending, PackResolver.dataEnding]

  /// All rule files and tables under `folder`, sorted by the bytes of their paths and named relative to
  /// `folder`, so that a pack has one fingerprint wherever it lies.
  ///
  /// Hidden files and folders are left out.
  package static func read(_ folder: String) throws(Failure) -> [SourceFile] {
    let paths = try paths(in: folder)
    var files: [SourceFile] = []
    for path in paths {
      let full = "\(folder)/\(path)"
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try FileSystem.read(full, limit: largestFile)
      } catch {
        throw Failure(path: full, reason: error.message)
      }
      guard bytes.count <= largestFile else {
        throw Failure(path: full, reason: "is larger than \(largestFile >> 20) MB")
      }
      files.append(SourceFile(name: path, bytes: bytes))
    }
    return files
  }

  /// The paths of the rule files and tables under `folder`, relative to it and sorted by their bytes.
  static func paths(in folder: String) throws(Failure) -> [String] {
    var paths: [String] = []
    try collect(folder, "", depth: 0, into: &paths)
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths
  }

  private static func collect(
    _ root: String, _ relative: String, depth: Int, into paths: inout [String]
  ) throws(Failure) {
    let folder = relative.isEmpty ? root : "\(root)/\(relative)"
    guard depth <= deepest else {
      throw Failure(path: folder, reason: "folders are nested deeper than \(deepest)")
    }
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = relative.isEmpty ? name : "\(relative)/\(name)"
      let kind = try? FileSystem.status(of: "\(root)/\(path)").kind
      if kind == .folder {
        try collect(root, path, depth: depth + 1, into: &paths)
      } else if endings.contains(where: { name.hasSuffix($0) }) {
        guard kind == .file else {
          throw Failure(path: "\(root)/\(path)", reason: "is not a readable file")
        }
        paths.append(path)
      }
    }
  }

  private static func names(in folder: String) throws(Failure) -> [String] {
    do throws(SystemError) {
      return try FileSystem.names(in: folder)
    } catch {
      throw Failure(path: folder, reason: error.message)
    }
  }
}
