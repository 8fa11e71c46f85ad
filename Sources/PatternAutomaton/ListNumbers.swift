/// The numbers of lists of matches: literals first, then runs, sets, groups of literals, patterns.
///
/// Without gaps, because what is known of lists is asked at random and has to stay near the core; and
/// a literal is its own list, so that nothing is noted of it twice.
struct ListNumbers: Sendable {
  let literals: Int
  let sets: Int
  let groups: Int
  let patterns: Int

  static let runs = 3

  private var firstSet: Int { literals + Self.runs }
  private var firstGroup: Int { firstSet + sets }
  private var firstPattern: Int { firstGroup + groups }

  /// How many lists of literals and runs there are.
  var gathered: Int { firstPattern }

  var count: Int { firstPattern + patterns }

  func literal(_ index: Int) -> Int { index }
  func run(_ index: Int) -> Int { literals + index }
  func set(_ index: Int) -> Int { firstSet + index }
  func group(_ index: Int) -> Int { firstGroup + index }
  func pattern(_ index: Int) -> Int { firstPattern + index }

  func isSet(_ list: Int) -> Bool { list >= firstSet && list < firstGroup }

  /// The pattern whose matches the list holds; nil for other lists.
  func pattern(of list: Int) -> Int? { list < firstPattern ? nil : list - firstPattern }
}
