/// What articles are called where names of persons in their paths are hidden: two paths that differ never
/// become one, since reports know an article by what it is called.
package struct MaskedSources: Sendable {
  private struct Change: Hashable {
    var source: String
    var masked: String
  }

  private var given: [Change: String] = [:]
  private var taken: Set<String> = []
  /// By masked path: the last number that was given to one like it.
  private var numbers: [String: Int] = [:]

  /// No articles; they are named in the order of the report.
  package init() {}

  /// What to call the article at `source`, of which `masked` is left to be seen.
  ///
  /// That is `masked`, with a number before its ending where another article is called so already; the
  /// same article is called the same each time.
  ///
  /// - Complexity: O(length of the path), amortised.
  package mutating func name(_ source: String, masked: String) -> String {
    let change = Change(source: source, masked: masked)
    if let name = given[change] { return name }
    var name = masked
    while !taken.insert(name).inserted {
      let number = numbers[masked, default: 1] + 1
      numbers[masked] = number
      let ending = PathPart.ending(of: masked[...])
      name = masked.dropLast(ending.count) + "-\(number)" + ending
    }
    given[change] = name
    return name
  }
}

/// A stretch of a path between two slashes.
struct PathPart {
  /// What is masked: all but the ending.
  let stem: Substring
  /// With its dot; empty where there is none.
  let ending: Substring

  init(_ part: Substring) {
    ending = PathPart.ending(of: part)
    stem = part.dropLast(ending.count)
  }

  /// The last dot with what follows it, up to a line number; only ASCII ends a name, as in `.txt`: of
  /// `1.` with a name of a person behind it that is no ending.
  static func ending(of path: Substring) -> Substring {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return "" }
    let ending = path[dot...]
    return ending.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "/") } ? ending : ""
  }
}
