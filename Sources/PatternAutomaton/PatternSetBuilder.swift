/// Collects literals and patterns and compiles them into one `PatternSet`.
package struct PatternSetBuilder: Sendable {
  private var automaton: LiteralAutomatonBuilder
  /// The most characters of a literal, by set.
  private var setLengths: [Int] = []
  /// By literals that stand side by side in alternatives the group that they are.
  private var groups: [LiteralGroup: Int] = [:]
  /// Characters by literal of the automaton.
  private var literalLengths: [Int] = []
  /// The most characters of a literal, by group.
  private var groupLengths: [Int] = []
  /// A literal in bits 32–63 and a list that it feeds.
  private var feeds: [UInt64] = []
  /// By literal the set that it was fed to last, so that repeats in one set count once.
  private var lastFed: [Int32] = []
  private var programs = ProgramCollector()
  private var compiler = PatternCompiler()
  /// Steps that compiling all programs took.
  private var steps = 0
  /// What was wrong with a set: sets are added without an answer.
  private var failure: BuildError?

  /// Starts without patterns.
  ///
  /// - Parameter completeLimit: with more transitions than this the automaton follows failure links
  ///   instead of storing where each leads. The default fills a core's second cache.
  package init(completeLimit: Int = 1 << 18) {
    automaton = LiteralAutomatonBuilder(completeLimit: completeLimit)
  }

  /// Adds a set of literals; equal ones count once, an empty set matches nowhere.
  ///
  /// Of the literals with one start only the longest counts. What is wrong with a literal is thrown
  /// by `build`.
  ///
  /// - Complexity: O(bytes of the literals).
  package mutating func addLiteralSet(_ literals: [[UInt8]]) -> LiteralSetID {
    let set = setLengths.count
    var longest = 0
    do throws(BuildError) {
      for literal in literals {
        let index = try add(literal)
        if lastFed[index] != Int32(set) { feeds.append(feed(index, MatchLists.set(set))) }
        lastFed[index] = Int32(set)
        longest = max(longest, literalLengths[index])
      }
    } catch {
      failure = failure ?? error
    }
    setLengths.append(longest)
    return LiteralSetID(index: set)
  }

  /// Adds a pattern, which may refer to sets and patterns that were added before it.
  ///
  /// A match that shares a character with a match of one of `voids` does not count, neither by
  /// itself nor where another pattern refers to this one.
  ///
  /// - Throws: `BuildError` for a pattern that could match without text and for every limit.
  /// - Complexity: O(ways from state to state of its program without empty moves), of which *n* optional
  ///   members in a row have about *n*²/2; all patterns together have at most `BuildLimit.patternSteps`.
  package mutating func addPattern(
    _ element: PatternElement, voidedBy voids: [PatternID] = []
  ) throws(BuildError) -> PatternID {
    try check(element)
    for pattern in voids { try check(.pattern(pattern)) }
    try BuildLimit.patterns.check(programs.count + 1)
    // Taken out while the builder changes, so that its storage is used again.
    var leaves = compiler.leaves
    compiler.leaves = []
    leaves.removeAll(keepingCapacity: true)
    try collect(element, &leaves)
    compiler.leaves = leaves
    try compiler.compile(element)
    try BuildLimit.matchLength.check(compiler.length.longest)
    steps += compiler.steps
    try BuildLimit.patternSteps.check(steps)
    programs.append(compiler, voids: voids)
    return PatternID(index: programs.count - 1)
  }

  private func check(_ element: PatternElement) throws(BuildError) {
    switch element {
    case .set(let set):
      guard set.index < setLengths.count else { throw .unknownLiteralSet(set) }
    case .pattern(let pattern):
      guard pattern.index < programs.count else { throw .unknownPattern(pattern) }
    case .sequence(let members), .alternatives(let members):
      for member in members { try check(member) }
    case .optional(let inner), .lookahead(let inner): try check(inner)
    case .literal, .atom, .gap, .start, .end: return
    }
  }

  /// Appends the list of each leaf that reads one, in the order of the tree.
  private mutating func collect(
    _ element: PatternElement, _ leaves: inout [PatternCompiler.Leaf]
  ) throws(BuildError) {
    func add(_ list: Int, _ length: MatchLength) {
      leaves.append(.init(list: list, length: length))
    }
    switch element {
    case .literal(let literal):
      let index = try self.add(literal)
      add(MatchLists.literal(index), MatchLength(characters: literalLengths[index]))
    case .set(let set):
      add(MatchLists.set(set.index), MatchLength(characters: setLengths[set.index]))
    case .pattern(let pattern):
      add(MatchLists.pattern(pattern.index), programs.length(pattern.index))
    case .atom(let atom):
      try automaton.report(atom)
      if let run = MatchLists.run(atom) {
        add(run, MatchLength(runs: 1))
      }
    case .sequence(let members):
      for member in members { try collect(member, &leaves) }
    case .alternatives(let members):
      let areGrouped = PatternCompiler.areGrouped(members)
      if areGrouped {
        let group = try group(members)
        add(MatchLists.group(group), MatchLength(characters: groupLengths[group]))
      }
      for member in members where !areGrouped || !PatternCompiler.isLiteral(member) {
        try collect(member, &leaves)
      }
    case .optional(let inner), .lookahead(let inner): try collect(inner, &leaves)
    case .gap, .start, .end: return
    }
  }

  /// The group of the literals among `members`.
  private mutating func group(_ members: [PatternElement]) throws(BuildError) -> Int {
    var literals: [Int] = []
    literals.reserveCapacity(members.count)
    for case .literal(let literal) in members { literals.append(try add(literal)) }
    literals.sortDroppingRepeats()
    let key = LiteralGroup(literals: literals)
    if let known = groups[key] { return known }
    let group = groupLengths.count
    groupLengths.append(literals.reduce(0) { max($0, literalLengths[$1]) })
    for literal in literals { feeds.append(feed(literal, MatchLists.group(group))) }
    groups[key] = group
    return group
  }

  /// The index of the literal in the automaton.
  private mutating func add(_ literal: [UInt8]) throws(BuildError) -> Int {
    let index = try automaton.add(literal)
    if index == literalLengths.count {
      literalLengths.append(Self.characters(literal))
      lastFed.append(-1)
    }
    return index
  }

  private func feed(_ literal: Int, _ list: Int) -> UInt64 {
    UInt64(literal) << 32 | UInt64(list)
  }

  private static func characters(_ literal: [UInt8]) -> Int {
    Characters.count(0, literal.count, literal.span)
  }

  /// Builds the automaton.
  ///
  /// - Throws: `BuildError` for a set with a bad literal and for every limit.
  /// - Complexity: O(characters of all literals).
  package func build() throws(BuildError) -> PatternSet {
    if let failure { throw failure }
    let numbers = ListNumbers(
      literals: literalLengths.count, sets: setLengths.count, groups: groupLengths.count,
      patterns: programs.count)
    let feeds = feeds.map { feed in
      let list = MatchLists.number(Int(feed & 0xFFFF_FFFF), in: numbers)
      return (feed & ~0xFFFF_FFFF) | UInt64(list)
    }
    let (starts, listeners) = Self.grouped(feeds, literalLengths.count)
    let requirements = programs.requirements(numbers, frequency: frequency(feeds, numbers))
    return PatternSet(
      automaton: try automaton.build(), firstListener: starts, listeners: listeners,
      numbers: numbers, programs: programs.table(numbers), requirements: requirements,
      unasked: requirements.isAlwaysAsked.map { $0 ? .unknown : .nothing })
  }

  /// By list of literals and runs, how often it occurs compared with others: each character more makes
  /// a literal so many times rarer.
  private func frequency(_ feeds: [UInt64], _ numbers: ListNumbers) -> [Double] {
    let charactersInUse = 30.0
    var frequency = [Double](repeating: 0, count: numbers.gathered)
    for (literal, length) in literalLengths.enumerated() {
      var share = 1.0
      for _ in 0..<min(length, 16) { share /= charactersInUse }
      frequency[numbers.literal(literal)] = share
    }
    for run in 0..<ListNumbers.runs { frequency[numbers.run(run)] = 1 / charactersInUse }
    for feed in feeds { frequency[Int(feed & 0xFFFF_FFFF)] += frequency[Int(feed >> 32)] }
    return frequency
  }

  /// The low halves of `pairs` grouped by their high halves, and where each group begins.
  private static func grouped(
    _ pairs: [UInt64], _ groupCount: Int
  ) -> (starts: [Int32], values: [Int32]) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for pair in pairs { starts[Int(pair >> 32) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var values = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      let group = Int(pair >> 32)
      values[Int(next[group])] = Int32(pair & 0xFFFF_FFFF)
      next[group] += 1
    }
    return (starts, values)
  }
}

/// Literals as a key: two of them a step, because a step of the hasher costs more than what it is fed.
private struct LiteralGroup: Hashable {
  /// Sorted, each once.
  let literals: [Int]

  func hash(into hasher: inout Hasher) {
    var index = 0
    while index + 1 < literals.count {
      hasher.combine(literals[index] << 32 | literals[index + 1])
      index += 2
    }
    hasher.combine(index < literals.count ? literals[index] : -1)
  }
}
