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

  init(_ programs: [PatternProgram]) {
    for program in programs {
      for group in program.required {
        lists += group.map { Int32($0) }
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
