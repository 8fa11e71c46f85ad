import Reporting

extension Invocation {
  static func ledger(
    _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> Invocation {
    var order = Ledger.Order.deadline
    if let typed = arguments[.sort]?.value {
      order = try choice(typed, Ledger.Order.self, of: "--sort")
    }
    let request = LedgerCommand.Request(
      paths: arguments.operands, manifest: arguments[.manifest]?.value,
      records: try records(arguments),
      missing: arguments.occurrences.filter { $0.option == .missing }.compactMap(\.value),
      minimums: [
        "specificity": try score(.minSpecificity, arguments),
        "accountability": try score(.minAccountability, arguments),
      ].compactMapValues { $0 }, order: order, withMark: arguments[.bom] != nil)
    if request.withMark, settings.format != .csv {
      throw .conflict(
        "--bom", "--format \(settings.format.rawValue)", reason: "the mark belongs to CSV")
    }
    return .ledger(request, settings)
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
