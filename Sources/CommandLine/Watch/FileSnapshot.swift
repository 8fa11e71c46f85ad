import SourceText

/// What the file system says of everything that is watched.
///
/// Two snapshots differ when a file was written, replaced by another, added or removed.
struct FileSnapshot: Hashable, Sendable {
  struct Stamp: Hashable, Sendable {
    let size: Int
    let modified: Int
    let identity: FileStatus.Identity
  }

  /// By path relative to the pack.
  private(set) var rules: [String: Stamp] = [:]
  /// By path; articles come in the order in which they are given.
  private(set) var articles: [String: Stamp] = [:]
  private(set) var order: [String] = []
  /// By the path of the article beside which the expectation stands.
  private(set) var expectations: [String: Stamp] = [:]
  let problems: [InputProblem]

  /// Looks at the rule files in `folder`, and at the articles that `paths` name.
  ///
  /// - Complexity: O(files), a few questions to the file system each.
  init(rules folder: String, articles paths: [String]) {
    for path in (try? RulesReader.paths(in: folder)) ?? [] {
      rules[path] = Self.stamp("\(folder)/\(path)")
    }
    let walker = FileWalker(paths)
    problems = walker.problems
    for case .file(let path) in walker.inputs {
      guard let stamp = Self.stamp(path) else { continue }
      order.append(path)
      articles[path] = stamp
      expectations[path] = Self.stamp(ExpectationFile.path(beside: path))
    }
  }

  private static func stamp(_ path: String) -> Stamp? {
    guard let status = try? FileSystem.status(of: path) else { return nil }
    return Stamp(size: status.size, modified: status.modified, identity: status.identity)
  }

  /// Paths of what differs from an earlier snapshot: rules, then articles, then expectations.
  func changes(since earlier: FileSnapshot, folder: String) -> [String] {
    func changed(_ new: [String: Stamp], _ old: [String: Stamp]) -> [String] {
      Set(new.keys).union(old.keys).filter { new[$0] != old[$0] }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return changed(rules, earlier.rules).map { "\(folder)/\($0)" }
      + changed(articles, earlier.articles)
      + changed(expectations, earlier.expectations).map { ExpectationFile.path(beside: $0) }
  }
}
