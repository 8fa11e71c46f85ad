extension Invocation {
  static func ledger(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> LedgerCommand.Request {
    LedgerCommand.Request(
      missing: values(of: .missing, arguments), minimums: try minimums(arguments),
      order: arguments[.sort]?.value, format: try format(arguments, .ledger))
  }

  static func review(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    let format: ReviewFormat = try format(arguments, .review)
    if format == .sarif, let input = arguments[.input] {
      throw .conflict(
        "--format sarif", input.spelling, reason: "it points into files, not into their records")
    }
    return .review(
      ReviewCommand.Request(
        articles: try articles(arguments.operands, arguments, settings),
        minimum: try score(.failUnder, arguments), format: format), settings)
  }

  private static func values(of option: OptionID, _ arguments: ParsedArguments) -> [String] {
    arguments.occurrences.filter { $0.option == option }.compactMap(\.value)
  }

  /// What `--min` asks for, and the two options that name the score themselves.
  private static func minimums(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> [LedgerCommand.Request.Minimum] {
    var minimums: [LedgerCommand.Request.Minimum] = []
    for (option, score) in [
      (OptionID.minSpecificity, "specificity"), (.minAccountability, "accountability"),
    ] {
      guard let value = try self.score(option, arguments) else { continue }
      minimums.append(LedgerCommand.Request.Minimum(score: score, value: value))
    }
    for typed in values(of: .min, arguments) {
      guard let equals = typed.lastIndex(of: "="),
        let value = Int(typed[typed.index(after: equals)...]), (0...100).contains(value)
      else { throw .wrongValue("--min", typed, expected: ["SCORE=0 to SCORE=100"]) }
      minimums.append(
        LedgerCommand.Request.Minimum(score: String(typed[..<equals]), value: value))
    }
    return minimums
  }

  /// The value of an option that takes a score.
  static func score(
    _ option: OptionID, _ arguments: ParsedArguments
  ) throws(UsageError) -> Int? {
    guard let typed = arguments[option]?.value else { return nil }
    guard let number = Int(typed), (0...100).contains(number) else {
      throw .wrongValue("--\(option.rawValue)", typed, expected: ["0 to 100"])
    }
    return number
  }
}
