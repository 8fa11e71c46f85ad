/// Names of lists of matches while patterns are still being added, when it is not known how many
/// lists of each kind there will be.
enum BuildList {
  enum Kind: Int {
    case run
    case set
    /// A literal that patterns use by itself.
    case literal
    case pattern
  }

  static func run(_ index: Int) -> Int { index << 2 | Kind.run.rawValue }
  static func set(_ index: Int) -> Int { index << 2 | Kind.set.rawValue }
  static func literal(_ index: Int) -> Int { index << 2 | Kind.literal.rawValue }
  static func pattern(_ index: Int) -> Int { index << 2 | Kind.pattern.rawValue }

  static func kind(_ list: Int) -> Kind { Kind(rawValue: list & 3) ?? .run }
  static func index(_ list: Int) -> Int { list >> 2 }
}

/// The final numbers of lists: runs (number, digits, latin), then literal sets, then literals that
/// patterns use by themselves, then patterns.
struct ListNumbers {
  private let firstOwn: Int
  /// The list with the matches of the first pattern.
  let firstPattern: Int

  init(setCount: Int, ownCount: Int) {
    firstOwn = MatchLists.runs + setCount
    firstPattern = firstOwn + ownCount
  }

  func number(_ list: Int) -> Int {
    let index = BuildList.index(list)
    return switch BuildList.kind(list) {
    case .run: index
    case .set: MatchLists.runs + index
    case .literal: firstOwn + index
    case .pattern: firstPattern + index
    }
  }
}
