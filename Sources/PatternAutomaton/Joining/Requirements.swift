/// What every match of each pattern passes through: one list at least of each group.
///
/// Apart from the programs and in one array, because most patterns of a pack are done once this is
/// read: to ask a thousand programs one by one was to wait for memory at each.
struct Requirements: Sendable {
  /// Lists that every match of a pattern passes one of.
  struct Group: Sendable {
    /// In `lists`; patterns come last.
    let lists: Range<Int32>
    /// How much of a match can stand before that of the list.
    let before: MatchLength
  }

  private(set) var lists: [Int32] = []
  private(set) var groups: [Group] = []
  /// Where the groups of each pattern begin; one more for the end.
  private var first: [Int32] = [0]
  /// By pattern whether it must be asked whatever occurs: it requires nothing, or asks for patterns first.
  private(set) var isAlwaysAsked: [Bool] = []
  /// The patterns that list `n`, of literals or runs, calls:
  /// `calledPatterns[firstCalled[n]..<firstCalled[n + 1]]`.
  private var firstCalled: [Int32] = []
  private var calledPatterns: [Int32] = []

  /// Orders the groups of each pattern by `frequency`, which says by list of literals and runs how often
  /// it may occur, compared with others; `programs` says by pattern which of `groups` are its own.
  ///
  /// The group that is least likely to occur is asked first and mostly the only one. Patterns come last
  /// in a group and groups with patterns last, as those must be joined before it is known whether they
  /// occur.
  init(
    _ programs: [Range<Int>], _ groups: [Group], _ lists: [Int32], _ numbers: ListNumbers,
    frequency: [Double]
  ) {
    self.lists = lists
    self.groups = groups
    first.reserveCapacity(programs.count + 1)
    var patterns: [Int32] = []
    var often: [Double] = []
    for program in programs {
      often.removeAll(keepingCapacity: true)
      for group in program {
        var place = Int(groups[group].lists.lowerBound)
        patterns.removeAll(keepingCapacity: true)
        var sum = 0.0
        for index in groups[group].lists {
          let list = lists[Int(index)]
          if numbers.pattern(of: Int(list)) != nil {
            patterns.append(list)
          } else {
            self.lists[place] = list
            sum += frequency[Int(list)]
            place += 1
          }
        }
        for pattern in patterns {
          self.lists[place] = pattern
          place += 1
        }
        often.append(patterns.isEmpty ? sum : .infinity)
      }
      sort(program, often)
      first.append(Int32(program.upperBound))
    }
    fillCalled(numbers)
  }

  private mutating func fillCalled(_ numbers: ListNumbers) {
    isAlwaysAsked = (0..<numbers.patterns).map { pattern in
      // Patterns stand last in a group.
      askedFirst(by: pattern).last.map { numbers.pattern(of: Int($0)) != nil } ?? true
    }
    let called = isAlwaysAsked.indices.filter { !isAlwaysAsked[$0] }
    firstCalled = Array(repeating: 0, count: numbers.gathered + 1)
    for pattern in called {
      for list in askedFirst(by: pattern) { firstCalled[Int(list) + 1] += 1 }
    }
    for list in 0..<numbers.gathered { firstCalled[list + 1] += firstCalled[list] }
    var next = firstCalled
    calledPatterns = Array(repeating: 0, count: Int(firstCalled[numbers.gathered]))
    for pattern in called {
      for list in askedFirst(by: pattern) {
        calledPatterns[Int(next[Int(list)])] = Int32(pattern)
        next[Int(list)] += 1
      }
    }
  }

  /// The lists of the group that the pattern asks first; none where it requires nothing.
  private func askedFirst(by pattern: Int) -> ArraySlice<Int32> {
    let own = range(pattern)
    guard let group = groups[own].first?.lists else { return [] }
    return lists[Int(group.lowerBound)..<Int(group.upperBound)]
  }

  /// The patterns that cannot match unless this list of literals or runs, or one of some others, has a match.
  func called(by list: Int) -> ArraySlice<Int32> {
    calledPatterns[Int(firstCalled[list])..<Int(firstCalled[list + 1])]
  }

  /// Sorts the groups of a pattern by how often each occurs; equal ones stay as they are.
  private mutating func sort(_ program: Range<Int>, _ often: [Double]) {
    guard program.count > 1 else { return }
    let sorted = often.indices.sorted { (often[$0], $0) < (often[$1], $1) }
      .map { groups[program.lowerBound + $0] }
    groups.replaceSubrange(program, with: sorted)
  }

  /// Where in `groups` those of the pattern stand.
  func range(_ pattern: Int) -> Range<Int> { Int(first[pattern])..<Int(first[pattern + 1]) }
}
