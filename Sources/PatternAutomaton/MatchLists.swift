/// Names of lists of matches while patterns are added: the kind of list in the three lowest bits, above
/// them which one.
///
/// So a list has its name as soon as its set, literal or pattern is added, whatever comes later;
/// `ListNumbers` counts them all in one row once nothing more comes.
enum MatchLists {
  private enum Kind: Int {
    case run
    case set
    /// A literal that patterns use by itself.
    case literal
    /// Literals that stand side by side in patterns.
    case group
    case pattern
  }

  /// Runs, that is what the atoms of these names stand for.
  static let number = 0 << 3 | Kind.run.rawValue
  static let digits = 1 << 3 | Kind.run.rawValue
  static let latin = 2 << 3 | Kind.run.rawValue

  static func set(_ index: Int) -> Int { index << 3 | Kind.set.rawValue }
  static func literal(_ index: Int) -> Int { index << 3 | Kind.literal.rawValue }
  static func group(_ index: Int) -> Int { index << 3 | Kind.group.rawValue }
  static func pattern(_ index: Int) -> Int { index << 3 | Kind.pattern.rawValue }

  /// The pattern whose matches the list holds; nil for other lists.
  static func pattern(of list: Int) -> Int? {
    list & 7 == Kind.pattern.rawValue ? list >> 3 : nil
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

  /// The number of the list among those that `numbers` counts.
  static func number(_ list: Int, in numbers: ListNumbers) -> Int {
    switch Kind(rawValue: list & 7) {
    case .literal: numbers.literal(list >> 3)
    case .set: numbers.set(list >> 3)
    case .group: numbers.group(list >> 3)
    case .pattern: numbers.pattern(list >> 3)
    case .run, nil: numbers.run(list >> 3)
    }
  }
}
