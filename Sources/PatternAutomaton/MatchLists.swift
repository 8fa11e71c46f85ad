/// The numbers of lists of matches: the kind of list in the two lowest bits, above them which one.
///
/// So a list has its number as soon as its set, literal or pattern is added, whatever comes later.
enum MatchLists {
  private enum Kind: Int {
    case run
    case set
    /// A literal that patterns use by itself.
    case literal
    case pattern
  }

  /// Runs, that is what the atoms of these names stand for.
  static let number = 0 << 2 | Kind.run.rawValue
  static let digits = 1 << 2 | Kind.run.rawValue
  static let latin = 2 << 2 | Kind.run.rawValue

  static func set(_ index: Int) -> Int { index << 2 | Kind.set.rawValue }
  static func literal(_ index: Int) -> Int { index << 2 | Kind.literal.rawValue }
  static func pattern(_ index: Int) -> Int { index << 2 | Kind.pattern.rawValue }

  static func isRun(_ list: Int) -> Bool { list & 3 == Kind.run.rawValue }
  static func isSet(_ list: Int) -> Bool { list & 3 == Kind.set.rawValue }

  /// The pattern whose matches the list holds; nil for other lists.
  static func pattern(of list: Int) -> Int? {
    list & 3 == Kind.pattern.rawValue ? list >> 2 : nil
  }

  /// The list of the runs that the atom stands for; nil for an atom that is looked up in the text.
  static func run(_ atom: PatternAtom) -> Int? {
    switch atom {
    case .number: number
    case .digits: digits
    case .latin: latin
    case .han: nil
    }
  }

  /// A number above that of every list, where there are so many sets, literals and patterns.
  static func count(sets: Int, literals: Int, patterns: Int) -> Int {
    max(3, sets, literals, patterns) << 2
  }
}
