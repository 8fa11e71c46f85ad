import Analysis

extension Invocation {
  static func explain(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    var request = ExplanationRequest()
    request.paragraphs = try numbers(.paragraph, arguments)
    request.lines = try numbers(.line, arguments)
    request.rule = arguments[.rule]?.value
    request.label = arguments[.label]?.value
    request.includesAll = arguments[.all] != nil
    request.keepsIdle = settings.isVerbose
    let format: ExplainFormat = try format(arguments, .explain)
    if let text = arguments[.text]?.value {
      if let path = arguments.operands.first {
        throw .conflict("--text", path, reason: "both name what to explain")
      }
      for (option, reason) in [
        (OptionID.encoding, "only files have encodings"), (.manifest, "a table tells of files"),
      ] {
        guard let given = arguments[option] else { continue }
        throw .conflict("--text", given.spelling, reason: reason)
      }
      request.asExample = true
      return .explain(.text(text), manifest: nil, request, format, settings)
    }
    guard let path = arguments.operands.first else {
      throw .missingOption("FILE", .explain, remedy: "or give the words themselves with `--text`")
    }
    return .explain(
      .file(path), manifest: arguments[.manifest]?.value, request, format, settings)
  }

  /// The values of an option that takes whole numbers from 1.
  private static func numbers(
    _ option: OptionID, _ arguments: ParsedArguments
  ) throws(UsageError) -> [Int] {
    var numbers: [Int] = []
    for occurrence in arguments.occurrences where occurrence.option == option {
      let typed = occurrence.value ?? ""
      guard let number = Int(typed), number > 0 else {
        throw .wrongNumber("--\(option.rawValue)", typed, 1...Int.max)
      }
      numbers.append(number)
    }
    return numbers
  }
}
