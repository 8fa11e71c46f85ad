import CorpusStatistics

extension Invocation {
  static func evaluate(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    var seed = RandomStream.usualSeed
    if let typed = arguments[.seed]?.value {
      guard let number = UInt64(typed), number <= UInt64(Int.max) else {
        throw .wrongValue("--seed", typed, expected: ["a whole number from 0"])
      }
      seed = number
    }
    let request = EvaluateCommand.Request(
      gold: arguments.operands, articles: arguments[.articles]?.value,
      split: arguments[.split]?.value, second: arguments[.second]?.value, seed: seed)
    return .evaluate(request, settings)
  }
}
