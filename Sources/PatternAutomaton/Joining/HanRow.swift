/// How many Han characters members of a sequence ask for that stand side by side, each of them or optional.
struct HanRow {
  var minimum: Int
  var maximum: Int

  init(minimum: Int, maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Takes from the front of `members` what asks for Han characters alone, as many as one step can cross;
  /// nil, and nothing is taken, where the first member asks for something else.
  init?(first members: inout ArraySlice<PatternElement>) {
    self.init(minimum: 0, maximum: 0)
    while let member = members.first, maximum < BuildLimit.gap.maximum {
      if member == .atom(.han) {
        minimum += 1
      } else if member != .optional(.atom(.han)) {
        break
      }
      maximum += 1
      members.removeFirst()
    }
    if maximum == 0 { return nil }
  }
}
