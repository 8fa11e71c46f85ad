import CorpusStatistics

extension Invocation {
  static func evaluate(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    let seed = try number(.seed, arguments, 0...Int.max).map { UInt64($0) }
    let request = EvaluateCommand.Request(
      gold: arguments.operands, articles: arguments[.articles]?.value,
      split: arguments[.split]?.value, second: arguments[.second]?.value,
      seed: seed ?? RandomStream.usualSeed,
      format: try format(arguments, .evaluate))
    return .evaluate(request, settings)
  }
}
