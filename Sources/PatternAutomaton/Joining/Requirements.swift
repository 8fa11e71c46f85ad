/// What every match of each pattern passes through: one list at least of each group.
///
/// Apart from the programs and in one array, because most patterns of a pack are done once this is
/// read: to ask a thousand programs one by one was to wait for memory at each.
struct Requirements: Sendable {
  /// Lists, pattern by pattern and group by group; `groupEnd` closes each group.
  private(set) var lists: [Int32] = []
  /// Where the lists of each pattern begin; one more for the end.
  private(set) var first: [Int32] = [0]
  /// How many bytes a match of each pattern can have at most; negative where runs have no bound.
  private(set) var lengths: [Int32] = []

  static let groupEnd: Int32 = -1

  /// Orders the groups of each pattern by `frequency`, which says by list of literals and runs how often
  /// it may occur, compared with others.
  ///
  /// The group that is least likely to occur is asked first and mostly the only one. Patterns come last
  /// in a group and groups with patterns last, as those must be joined before it is known whether they
  /// occur.
  init(_ programs: [PatternProgram], _ numbers: ListNumbers, frequency: [Double]) {
    for program in programs {
      var groups: [(lists: [Int], frequency: Double)] = []
      for group in program.required {
        let lists = group.map { MatchLists.number($0, in: numbers) }
        let plain = lists.filter { numbers.pattern(of: $0) == nil }
        let patterns = lists.filter { numbers.pattern(of: $0) != nil }
        let often = plain.reduce(0) { $0 + frequency[$1] }
        groups.append((plain + patterns, patterns.isEmpty ? often : .infinity))
      }
      for group in groups.sorted(by: { $0.frequency < $1.frequency }) {
        lists += group.lists.map { Int32($0) }
        lists.append(Self.groupEnd)
      }
      first.append(Int32(lists.count))
      let longest = program.longest * Characters.mostBytes
      lengths.append(program.holdsRuns ? -1 : Int32(clamping: longest))
    }
  }

  /// Where in `lists` the groups of the pattern stand.
  func range(_ pattern: Int) -> Range<Int> { Int(first[pattern])..<Int(first[pattern + 1]) }
}
