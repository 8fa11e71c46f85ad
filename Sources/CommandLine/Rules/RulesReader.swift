import RuleLanguage
package import SourceText

/// Reads the files of a rule pack.
package enum RulesReader {
  /// No rule file is larger, in bytes.
  static let largestFile = 64 << 20
  /// Folders inside one another below the pack.
  private static let deepest = 16

  /// Why a pack cannot be read.
  package struct Failure: Error, Hashable, Sendable {
    /// The file or folder that is to blame.
    package let path: String
    /// Lower case, without a full stop, to stand behind the path.
    package let reason: String
  }

  /// All rule files of a pack together are no larger, in bytes.
  private static let largestPack = 256 << 20

  /// The endings of files that belong to a pack: rules, and tables that rules name.
  private static let endings = [RulesLocator.ending, PackResolver.dataEnding]

  /// All rule files and tables under `folder`, sorted by the bytes of their paths and named relative to
  /// `folder`, so that a pack has one fingerprint wherever it lies.
  ///
  /// Hidden files and folders are left out. Each file is read once. A symbolic link may lead to
  /// another file of the pack only, never out of it: a pack that was copied says the same.
  ///
  /// - Throws: `Failure` where something cannot be read, is no file or a link out of the pack, one
  ///   file has more than 64 MB or all more than 256 MB, or folders are nested too deeply.
  /// - Complexity: O(bytes of the files + n log n) for n names in the folder.
  package static func read(_ folder: String) throws(Failure) -> [SourceFile] {
    let paths = try paths(in: folder)
    var files: [SourceFile] = []
    var size = 0
    for path in paths {
      let bytes = try bytes("\(folder)/\(path)")
      size += bytes.count
      guard size <= largestPack else {
        throw Failure(path: folder, reason: "is larger than \(largestPack >> 20) MB")
      }
      files.append(SourceFile(name: path, bytes: bytes))
    }
    return files
  }

  /// The paths of the rule files and tables under `folder`, relative to it and sorted by their bytes.
  static func paths(in folder: String) throws(Failure) -> [String] {
    var paths: [String] = []
    try collect(folder, "", FileSystem.resolved(folder) ?? folder, depth: 0, into: &paths)
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths
  }

  private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let found: [UInt8]?
    do throws(SystemError) {
      found = try FileSystem.readRegular(path, limit: largestFile)
    } catch {
      throw Failure(path: path, reason: error.message)
    }
    // What was a file when the folder was listed may be replaced by now.
    guard let bytes = found else { throw Failure(path: path, reason: "is not a file") }
    guard bytes.count <= largestFile else {
      throw Failure(path: path, reason: "is larger than \(largestFile >> 20) MB")
    }
    return bytes
  }

  private static func collect(
    _ folder: String, _ relative: String, _ root: String, depth: Int, into paths: inout [String]
  ) throws(Failure) {
    let place = relative.isEmpty ? folder : "\(folder)/\(relative)"
    guard depth <= deepest else {
      throw Failure(path: place, reason: "folders are nested deeper than \(deepest)")
    }
    for name in try names(in: place) where !name.hasPrefix(".") {
      let path = relative.isEmpty ? name : "\(relative)/\(name)"
      let full = "\(folder)/\(path)"
      let kind = try? FileSystem.status(of: full).kind
      let isLink = FileSystem.isLink(full)
      if kind == .folder {
        guard !isLink else {
          throw Failure(path: full, reason: "is a link to a folder, which a pack cannot hold")
        }
        try collect(folder, path, root, depth: depth + 1, into: &paths)
      } else if endings.contains(where: { name.hasSuffix($0) }) {
        if isLink, let target = FileSystem.resolved(full), !target.hasPrefix(root + "/") {
          throw Failure(path: full, reason: "is a link that leads out of the pack")
        }
        try check(kind, full)
        paths.append(path)
      }
    }
  }

  private static func check(_ kind: FileStatus.Kind?, _ path: String) throws(Failure) {
    switch kind {
    case .file: return
    case .stream(let what), .special(let what):
      throw Failure(path: path, reason: "is \(what), not a file")
    case .folder, nil: throw Failure(path: path, reason: "leads to no file")
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
