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
  /// Files that state facts of the article of that path.
  private(set) var sidecars: [String: Stamp] = [:]
  /// The table of facts by its path.
  private(set) var manifest: [String: Stamp] = [:]
  let problems: [InputProblem]

  /// Looks at the rule files in `folder`, at the articles, and at what is said beside them.
  ///
  /// - Complexity: O(files), a few questions to the file system each.
  init(rules folder: String, _ articles: ArticleRequest) {
    for path in (try? RulesReader.paths(in: folder)) ?? [] {
      rules[path] = Self.stamp("\(folder)/\(path)")
    }
    let walker = FileWalker(articles.paths)
    var problems = walker.problems
    for input in walker.inputs {
      guard case .file(let path) = input else {
        problems.append(InputProblem(input.path, "is a stream, which cannot be watched"))
        continue
      }
      guard let stamp = Self.stamp(path) else { continue }
      order.append(path)
      self.articles[path] = stamp
      expectations[path] = Self.stamp(ExpectationFile.path(beside: path))
      sidecars[path] = Self.stamp(StatedFile.path(beside: path))
    }
    self.problems = problems
    if let path = articles.manifest { manifest[path] = Self.stamp(path) }
  }

  private static func stamp(_ path: String) -> Stamp? {
    guard let status = try? FileSystem.status(of: path) else { return nil }
    return Stamp(size: status.size, modified: status.modified, identity: status.identity)
  }

  /// Whether the article at `path`, or what is stated of it, may differ from an earlier snapshot.
  func isChanged(_ path: String, since earlier: FileSnapshot) -> Bool {
    articles[path] != earlier.articles[path] || sidecars[path] != earlier.sidecars[path]
      || manifest != earlier.manifest
  }

  /// Paths of what differs from an earlier snapshot: rules, then articles, then what stands beside
  /// them.
  func changes(since earlier: FileSnapshot, folder: String) -> [String] {
    func changed(_ new: [String: Stamp], _ old: [String: Stamp]) -> [String] {
      Set(new.keys).union(old.keys).filter { new[$0] != old[$0] }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return changed(rules, earlier.rules).map { "\(folder)/\($0)" }
      + changed(articles, earlier.articles)
      + changed(expectations, earlier.expectations).map { ExpectationFile.path(beside: $0) }
      + changed(sidecars, earlier.sidecars).map { StatedFile.path(beside: $0) }
      + changed(manifest, earlier.manifest)
  }
}
