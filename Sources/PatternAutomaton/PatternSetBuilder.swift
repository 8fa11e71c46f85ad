/// Collects literals and patterns and compiles them into one `PatternSet`.
package struct PatternSetBuilder: Sendable {
  private var automaton: LiteralAutomatonBuilder
  /// The most characters of a literal, by set.
  private var setLengths: [Int] = []
  /// By literal of the automaton, its list among those that patterns use by themselves, or -1.
  private var ownLists: [Int32] = []
  /// By literals that stand side by side in alternatives the own list that they share.
  private var groups: [[Int]: Int] = [:]
  /// Characters by own list.
  private var ownLengths: [Int] = []
  /// A literal in bits 32–63 and a list that it feeds.
  private var feeds: [UInt64] = []
  /// By literal the list that it was fed to last, so that repeats in one set count once.
  private var lastFed: [Int32] = []
  private var programs: [PatternProgram] = []
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
        _ = try feed(literal, MatchLists.set(set))
        longest = max(longest, Self.characters(literal))
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
  /// - Complexity: O(states of the pattern).
  package mutating func addPattern(
    _ element: PatternElement, voidedBy voids: [PatternID] = []
  ) throws(BuildError) -> PatternID {
    try check(element)
    for pattern in voids { try check(.pattern(pattern)) }
    try BuildLimit.patterns.check(programs.count + 1)
    var leaves: [PatternCompiler.Leaf] = []
    try collect(element, &leaves)
    var compiler = PatternCompiler(leaves: leaves)
    let program = try compiler.compile(element, voids: voids.map(\.index))
    try BuildLimit.matchLength.check(program.longest)
    steps += compiler.steps
    try BuildLimit.patternSteps.check(steps)
    programs.append(program)
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
    case .optional(let inner): try check(inner)
    case .literal, .atom, .gap, .start, .end: return
    }
  }

  /// Appends the list of each leaf that reads one, in the order of the tree.
  private mutating func collect(
    _ element: PatternElement, _ leaves: inout [PatternCompiler.Leaf]
  ) throws(BuildError) {
    func add(_ list: Int, _ length: Int, holdsRuns: Bool = false) {
      leaves.append(.init(list: list, length: length, holdsRuns: holdsRuns))
    }
    switch element {
    case .literal(let literal):
      let list = try ownList(literal)
      add(MatchLists.literal(list), ownLengths[list])
    case .set(let set): add(MatchLists.set(set.index), setLengths[set.index])
    case .pattern(let pattern):
      let program = programs[pattern.index]
      add(MatchLists.pattern(pattern.index), program.longest, holdsRuns: program.holdsRuns)
    case .atom(let atom):
      try automaton.report(atom)
      if let run = MatchLists.run(atom) {
        add(run, PatternProgram.longestRun, holdsRuns: true)
      }
    case .sequence(let members):
      for member in members { try collect(member, &leaves) }
    case .alternatives(let members):
      let (literals, others) = PatternCompiler.grouped(members)
      if !literals.isEmpty {
        let list = try group(literals)
        add(MatchLists.literal(list), ownLengths[list])
      }
      for member in others { try collect(member, &leaves) }
    case .optional(let inner): try collect(inner, &leaves)
    case .gap, .start, .end: return
    }
  }

  /// The own list that any of the literals feeds.
  private mutating func group(_ members: [PatternElement]) throws(BuildError) -> Int {
    var literals: [Int] = []
    var longest = 0
    for case .literal(let literal) in members {
      let index = try automaton.add(literal)
      grow(to: index)
      literals.append(index)
      longest = max(longest, Self.characters(literal))
    }
    literals.sortDroppingRepeats()
    if let known = groups[literals] { return known }
    let list = ownLengths.count
    ownLengths.append(longest)
    for literal in literals { append(literal, MatchLists.literal(list)) }
    groups[literals] = list
    return list
  }

  private mutating func ownList(_ literal: [UInt8]) throws(BuildError) -> Int {
    let index = try automaton.add(literal)
    grow(to: index)
    if ownLists[index] < 0 {
      ownLists[index] = Int32(ownLengths.count)
      ownLengths.append(Self.characters(literal))
      append(index, MatchLists.literal(ownLengths.count - 1))
    }
    return Int(ownLists[index])
  }

  private mutating func feed(_ literal: [UInt8], _ list: Int) throws(BuildError) -> Int {
    let index = try automaton.add(literal)
    grow(to: index)
    if lastFed[index] != Int32(list) { append(index, list) }
    return index
  }

  private mutating func append(_ literal: Int, _ list: Int) {
    lastFed[literal] = Int32(list)
    feeds.append(UInt64(literal) << 32 | UInt64(list))
  }

  private mutating func grow(to literal: Int) {
    guard literal == ownLists.count else { return }
    ownLists.append(-1)
    lastFed.append(-1)
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
    var isReferenced = [Bool](repeating: false, count: programs.count)
    for program in programs {
      for pattern in program.references + program.voids { isReferenced[pattern] = true }
    }
    let (starts, listeners) = Self.grouped(feeds, ownLists.count)
    let listCount = MatchLists.count(
      sets: setLengths.count, literals: ownLengths.count, patterns: programs.count)
    let (firstMember, members) = Self.grouped(
      feeds.map { $0 << 32 | $0 >> 32 }, listCount)
    return PatternSet(
      automaton: try automaton.build(), firstListener: starts, listeners: listeners,
      firstMember: firstMember, members: members,
      programs: programs, requirements: Requirements(programs), isReferenced: isReferenced)
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
