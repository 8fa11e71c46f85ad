import Comparison

extension Invocation {
  /// What `--input` says where files hold analyses that `classify` wrote.
  static let savedInput = "analysis"
  private static let drawsAllowed = 200...100_000
  private static let separator: Character = ":"

  static func compare(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    guard let key = arguments[.by]?.value else {
      throw .missingOption(
        "--by KEY", .compare,
        remedy: "for example `--by place`; also year, type, or a column of the manifest")
    }
    var comparison = ComparisonRequest(by: key, within: arguments[.within]?.value)
    if comparison.within == key {
      throw .conflict("--by \(key)", "--within \(key)", reason: "every group would be one stratum")
    }
    comparison.minimumArticles =
      try number(.minArticles, arguments, 1...Int.max) ?? comparison.minimumArticles
    comparison.bootstrapDraws =
      try number(.draws, arguments, drawsAllowed) ?? comparison.bootstrapDraws
    comparison.seed =
      try number(.seed, arguments, 0...Int.max).map { UInt64($0) } ?? comparison.seed
    let format: CompareFormat = try format(arguments, .compare)
    // What leaves the screen is held to more.
    if format != .table { comparison.falseShare = ComparisonRequest.exportedFalseShare }
    for occurrence in arguments.occurrences where occurrence.option == .contrast {
      let typed = occurrence.value ?? ""
      let sides = typed.split(separator: separator, omittingEmptySubsequences: false)
      guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), sides[0] != sides[1] else {
        throw .wrongValue("--contrast", typed, expected: ["two groups, as A:B"])
      }
      comparison.contrasts.append(
        ComparisonRequest.Pair(String(sides[0]), String(sides[1])))
    }
    let isSaved = arguments[.input]?.value == savedInput
    if isSaved {
      for id in [OptionID.textField, .idField, .encoding] {
        if let option = arguments[id] {
          throw .conflict(
            option.spelling, "--input \(savedInput)", reason: "saved analyses are read as they are")
        }
      }
    }
    let articles =
      isSaved
      ? ArticleRequest(arguments.operands, manifest: arguments[.manifest]?.value)
      : try articles(arguments.operands, arguments, settings)
    return .compare(
      CompareCommand.Request(
        articles: articles, isSaved: isSaved, comparison: comparison,
        allowsMixed: arguments[.allowMixed] != nil,
        wantsWording: arguments[.wording] != nil, format: format), settings)
  }

  /// The number that is typed for the option `id`; nil where the option is not given.
  static func number(
    _ id: OptionID, _ arguments: ParsedArguments, _ range: ClosedRange<Int>
  ) throws(UsageError) -> Int? {
    guard let typed = arguments[id]?.value else { return nil }
    guard let number = Int(typed), range.contains(number) else {
      throw .wrongNumber("--\(id.rawValue)", typed, range)
    }
    return number
  }
}
