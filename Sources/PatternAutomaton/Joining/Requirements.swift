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

  /// Orders the groups of each pattern by `frequency`, which says by list of literals and runs how often
  /// it may occur, compared with others.
  ///
  /// The group that is least likely to occur is asked first and mostly the only one. Patterns come last
  /// in a group and groups with patterns last, as those must be joined before it is known whether they
  /// occur.
  init(_ programs: [PatternProgram], _ numbers: ListNumbers, frequency: [Double]) {
    for program in programs {
      var found: [(group: Group, frequency: Double)] = []
      for group in program.required {
        let members = group.lists.map { MatchLists.number($0, in: numbers) }
        let plain = members.filter { numbers.pattern(of: $0) == nil }
        let patterns = members.filter { numbers.pattern(of: $0) != nil }
        let start = Int32(lists.count)
        lists += (plain + patterns).map { Int32($0) }
        let often = plain.reduce(0) { $0 + frequency[$1] }
        found.append(
          (
            Group(lists: start..<Int32(lists.count), before: group.before),
            patterns.isEmpty ? often : .infinity
          ))
      }
      groups += found.sorted { $0.frequency < $1.frequency }.map(\.group)
      first.append(Int32(groups.count))
    }
  }

  /// Where in `groups` those of the pattern stand.
  func range(_ pattern: Int) -> Range<Int> { Int(first[pattern])..<Int(first[pattern + 1]) }
}
