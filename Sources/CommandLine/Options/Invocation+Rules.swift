extension Invocation {
  /// What the user wants of a pack that may be named as an operand.
  static func check(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    var settings = settings
    if let folder = arguments.operands.first {
      if let option = arguments[.rules] {
        throw .conflict(option.spelling, folder, reason: "both name the rules to check")
      }
      settings.rules.folder = folder
    }
    return .check(try CheckRequest(arguments), settings)
  }

  /// What the user wants of rule files that may be named, or of those of a pack.
  static func format(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    if let path = arguments.operands.first, let option = arguments[.rules] ?? arguments[.pack] {
      throw .conflict(option.spelling, path, reason: "both name the files to format")
    }
    return .format(
      paths: arguments.operands, isCheck: arguments[.check] != nil, settings)
  }
}
