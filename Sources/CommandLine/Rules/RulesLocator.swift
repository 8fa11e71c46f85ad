/// What the user said about the rules to use.
package struct RulesRequest: Hashable, Sendable {
  /// A pack or a folder of packs; nil to search for one.
  package var folder: String?
  /// The name of a pack in a folder of packs; nil for the default one.
  package var pack: String?

  /// Rules that are searched for, unless a folder or the name of a pack is given.
  package init(folder: String? = nil, pack: String? = nil) {
    self.folder = folder
    self.pack = pack
  }
}

/// Finds the folder of the rule pack.
package struct RulesLocator: Sendable {
  /// The pack that is used where none is named.
  package static let defaultPack = "civic-campaign"
  /// The ending of rule files.
  static let ending = ".yaml"
  /// Another ending of YAML files, which rule files do not have.
  static let otherEnding = ".yml"

  /// A place that was looked at in vain.
  package struct Place: Hashable, Sendable {
    /// As it is shown, with where it comes from if that is a variable or the program.
    package let path: String
    /// Lower case, without a full stop, to stand behind the path.
    package let reason: String
  }

  /// No place that was looked at holds the pack.
  package struct NotFound: Error, Hashable, Sendable {
    /// In the order in which they were looked at.
    package let places: [Place]
    /// Packs that were seen on the way, for a suggestion.
    package let packs: [String]
    /// The folder that the user named, by an option or an argument; nil where packs were searched for.
    package var folder: String?
  }

  private let environment: Environment

  /// A locator that takes folders and variables from `environment`.
  package init(_ environment: Environment) { self.environment = environment }

  /// The path of the pack's folder.
  ///
  /// A folder or variable that is given is the only place looked at; else the first `rules` that
  /// holds the pack wins, from the working folder upwards, then beside the program.
  ///
  /// - Throws: `NotFound` with all the places, where none holds it.
  package func locate(_ request: RulesRequest) throws(NotFound) -> String {
    var places: [Place] = []
    var packs: [String] = []
    for candidate in candidates(request) {
      switch look(at: candidate.path, request.pack) {
      case .found(let path): return path
      case .missed(let reason, let others):
        places.append(Place(path: candidate.shown, reason: reason))
        packs += others
      }
    }
    throw NotFound(places: places, packs: packs, folder: request.folder)
  }

  struct Candidate {
    var path: String
    /// The path with where it comes from.
    var shown: String
  }

  private enum Outcome {
    case found(String)
    case missed(String, packs: [String])
  }

  func candidates(_ request: RulesRequest) -> [Candidate] {
    if let folder = request.folder { return [Candidate(path: folder, shown: folder)] }
    if let folder = environment.variables["DUBAN_RULES"] {
      return [Candidate(path: folder, shown: "\(folder) (from DUBAN_RULES)")]
    }
    var candidates: [Candidate] = []
    var folder = environment.workingFolder
    while true {
      let path = (folder == "/" ? "" : folder) + "/rules"
      candidates.append(Candidate(path: path, shown: path))
      guard let parent = Self.parent(of: folder), parent != folder else { break }
      folder = parent
    }
    for path in besideExecutable() where !candidates.contains(where: { $0.path == path }) {
      candidates.append(Candidate(path: path, shown: "\(path) (beside the program)"))
    }
    return candidates
  }

  /// Where what belongs to no pack may stand: around the pack in `folder`, in it, where packs are
  /// looked for, beside the program.
  func folders(beside folder: String) -> [String] {
    ["\(folder)/..", folder] + candidates(RulesRequest()).map(\.path) + besideExecutable()
  }

  /// `rules` in the program's folder, `../share/duban/rules` of an installed program, and `rules` of the package
  /// around `.build`.
  private func besideExecutable() -> [String] {
    guard let program = environment.executable, let folder = Self.parent(of: program) else {
      return []
    }
    var paths = [(folder == "/" ? "" : folder) + "/rules"]
    if let prefix = Self.parent(of: folder) {
      paths.append((prefix == "/" ? "" : prefix) + "/share/duban/rules")
    }
    let parts = folder.split(separator: "/")
    if let build = parts.lastIndex(where: { $0.hasPrefix(".build") }) {
      paths.append("/" + (parts[..<build] + ["rules"]).joined(separator: "/"))
    }
    return paths
  }

  private func look(at path: String, _ name: String?) -> Outcome {
    guard let status = try? FileSystem.status(of: path) else {
      return .missed("does not exist", packs: [])
    }
    guard status.kind == .folder else { return .missed("is not a folder", packs: []) }
    if Self.isPack(path) {
      guard let name, name != path.split(separator: "/").last.map(String.init) else {
        return .found(path)
      }
      return .missed("is itself a pack, but `--pack \(name)` is asked for", packs: [])
    }
    let wanted = "\(path)/\(name ?? Self.defaultPack)"
    if Self.isPack(wanted) { return .found(wanted) }
    if name == nil, Self.isProject(path) { return .found("\(path)/rules") }
    let packs = (try? FileSystem.names(in: path))?.filter { Self.isPack("\(path)/\($0)") } ?? []
    if packs.isEmpty { return .missed("holds no pack", packs: []) }
    return .missed(
      "has no pack `\(name ?? Self.defaultPack)`, but \(packs.joined(separator: ", "))",
      packs: packs)
  }

  /// Whether one of the rule files directly in the folder has the header of a pack.
  static func isPack(_ path: String) -> Bool {
    guard let names = try? FileSystem.names(in: path) else { return false }
    return names.contains { name in
      guard name.hasSuffix(ending), !name.hasPrefix("."),
        let bytes = (try? FileSystem.readRegular("\(path)/\(name)", limit: headerLimit)) ?? nil
      else { return false }
      return hasHeader(bytes)
    }
  }

  /// The header of a pack is looked for in so many bytes of a file.
  private static let headerLimit = 1 << 20

  /// Whether a line begins with `pack:`.
  private static func hasHeader(_ bytes: [UInt8]) -> Bool {
    let header = Array("pack:".utf8)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      if bytes[start...].starts(with: header) { return true }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
      start = end + 1
    }
    return false
  }

  /// Whether the folder holds a pack of its own in `rules`, as `duban init` lays it out.
  static func isProject(_ path: String) -> Bool { isPack("\(path)/rules") }

  private static func parent(of path: String) -> String? {
    guard path.hasPrefix("/"), let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension RulesLocator.NotFound {
  /// What was looked at, a line for each place, and the remedy.
  package var message: String {
    var lines = ["no rule pack found; looked at"]
    lines += places.map { "  \($0.path): \($0.reason)" }
    if let folder {
      // Commands that take a folder as an argument have none of the options.
      lines.append(Self.remedy(folder, packs))
    } else if let pack = packs.first {
      lines.append("use `--pack \(pack)`, or `--rules DIR` with a folder that holds the pack")
    } else {
      lines.append(
        "use `--rules DIR`, or set DUBAN_RULES; a pack is a folder with a `pack:` header")
    }
    return lines.joined(separator: "\n")
  }

  /// Which folder is likely to be meant in the place of `folder`.
  private static func remedy(_ folder: String, _ packs: [String]) -> String {
    if let pack = packs.first { return "name \(folder)/\(pack)" }
    if folder.hasSuffix(RulesLocator.ending) {
      let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
      let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
      return "name its folder, \(parent.isEmpty ? "/" : parent)"
    }
    return "name a folder that holds a pack: one of its files has a `pack:` header"
  }
}
