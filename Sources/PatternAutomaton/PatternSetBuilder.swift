/// Collects literals and patterns and compiles them into one `PatternSet`.
package struct PatternSetBuilder: Sendable {
  private var literalSets: [[[UInt8]]] = []
  private var elements: [PatternElement] = []
  /// For each pattern those whose matches void its own.
  private var voids: [[PatternID]] = []

  private let completeLimit: Int

  /// Starts without patterns.
  ///
  /// - Parameter completeLimit: with more transitions than this the automaton follows failure links
  ///   instead of storing where each leads. The default fills a core's second cache.
  package init(completeLimit: Int = 1 << 18) { self.completeLimit = completeLimit }

  /// Adds a set of literals; equal ones count once, an empty set matches nowhere.
  ///
  /// Of the literals with one start only the longest counts.
  package mutating func addLiteralSet(_ literals: [[UInt8]]) -> LiteralSetID {
    literalSets.append(literals)
    return LiteralSetID(index: literalSets.count - 1)
  }

  /// Adds a pattern, which may refer to sets and patterns that were added before it.
  ///
  /// A match that shares a character with a match of one of `voids` does not count, neither by
  /// itself nor where another pattern refers to this one.
  package mutating func addPattern(
    _ element: PatternElement, voidedBy voids: [PatternID] = []
  ) throws(BuildError) -> PatternID {
    try check(element)
    for pattern in voids { try check(.pattern(pattern)) }
    try compiles(element)
    try BuildLimit.patterns.check(elements.count + 1)
    elements.append(element)
    self.voids.append(voids)
    return PatternID(index: elements.count - 1)
  }

  /// Finds out now what is wrong with a pattern by itself, while the caller knows where it stands.
  private func compiles(_ element: PatternElement) throws(BuildError) {
    var compiler = PatternCompiler(
      list: { leaf in
        switch leaf {
        case .literal, .set, .pattern, .atom(.number), .atom(.digits), .atom(.latin): 0
        default: nil
        }
      }, listLength: { _ in 0 })
    _ = try compiler.compile(element, firstPattern: .max, voids: [])
  }

  private func check(_ element: PatternElement) throws(BuildError) {
    switch element {
    case .set(let set):
      guard set.index < literalSets.count else { throw .unknownLiteralSet(set) }
    case .pattern(let pattern):
      guard pattern.index < elements.count else { throw .unknownPattern(pattern) }
    case .sequence(let members), .alternatives(let members):
      for member in members { try check(member) }
    case .optional(let inner): try check(inner)
    case .literal, .atom, .gap, .start, .end: return
    }
  }

  /// Compiles all patterns.
  ///
  /// - Throws: `BuildError` for a pattern that could match without text and for every limit.
  /// - Complexity: O(characters of all literals + states of all patterns).
  package func build() throws(BuildError) -> PatternSet {
    var assembly = PatternAssembly(completeLimit: completeLimit)
    for set in literalSets { try assembly.add(set) }
    for element in elements { try assembly.addLiterals(element) }
    for (element, voids) in zip(elements, voids) { try assembly.addProgram(element, voids) }
    return try assembly.finish()
  }
}

/// The lists of matches and the programs that read them, while they are put together.
///
/// Lists are numbered: runs (number, digits, latin), then literal sets, then literals that patterns
/// use by themselves, then patterns.
private struct PatternAssembly {
  private var automaton: LiteralAutomatonBuilder
  /// Lists that each literal feeds.
  private var listsOfLiteral: [[Int32]] = []
  private var lengths: [Int]
  private var setCount = 0
  private var literalLists: [[UInt8]: Int] = [:]
  private var programs: [PatternProgram] = []

  init(completeLimit: Int) {
    automaton = LiteralAutomatonBuilder(completeLimit: completeLimit)
    lengths = Array(repeating: PatternProgram.longestRun, count: MatchLists.runs)
  }

  mutating func add(_ set: [[UInt8]]) throws(BuildError) {
    setCount += 1
    lengths.append(0)
    for literal in set { try feed(literal, lengths.count - 1) }
  }

  private mutating func feed(_ literal: [UInt8], _ list: Int) throws(BuildError) {
    let index = try automaton.add(literal)
    if index == listsOfLiteral.count { listsOfLiteral.append([]) }
    if !listsOfLiteral[index].contains(Int32(list)) { listsOfLiteral[index].append(Int32(list)) }
    let characters = literal.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    lengths[list] = max(lengths[list], characters)
  }

  mutating func addLiterals(_ element: PatternElement) throws(BuildError) {
    switch element {
    case .literal(let literal):
      guard literalLists[literal] == nil else { return }
      lengths.append(0)
      literalLists[literal] = lengths.count - 1
      try feed(literal, lengths.count - 1)
    case .sequence(let members), .alternatives(let members):
      for member in members { try addLiterals(member) }
    case .optional(let inner): try addLiterals(inner)
    case .atom(let atom): try automaton.report(atom)
    case .set, .pattern, .gap, .start, .end: return
    }
  }

  mutating func addProgram(
    _ element: PatternElement, _ voids: [PatternID]
  ) throws(BuildError) {
    let firstPattern = MatchLists.runs + setCount + literalLists.count
    var compiler = PatternCompiler(
      list: { [literalLists] leaf in
        switch leaf {
        case .atom(.number): MatchLists.number
        case .atom(.digits): MatchLists.digits
        case .atom(.latin): MatchLists.latin
        case .set(let set): MatchLists.runs + set.index
        case .literal(let literal): literalLists[literal]
        case .pattern(let pattern): firstPattern + pattern.index
        default: nil
        }
      }, listLength: { [lengths] in lengths[$0] })
    let program = try compiler.compile(
      element, firstPattern: firstPattern, voids: voids.map { firstPattern + $0.index })
    programs.append(program)
    lengths.append(program.longest)
  }

  func finish() throws(BuildError) -> PatternSet {
    let firstPattern = MatchLists.runs + setCount + literalLists.count
    var isReferenced = [Bool](repeating: false, count: programs.count)
    for program in programs {
      for list in program.references + program.voids {
        isReferenced[list - firstPattern] = true
      }
    }
    return PatternSet(
      automaton: try automaton.build(),
      firstListener: listsOfLiteral.reduce(into: [0]) {
        $0.append($0[$0.count - 1] + Int32($1.count))
      },
      listeners: listsOfLiteral.flatMap { $0 }, listCount: firstPattern + programs.count,
      sets: MatchLists.runs..<MatchLists.runs + setCount, firstPattern: firstPattern,
      programs: programs, isReferenced: isReferenced)
  }
}
