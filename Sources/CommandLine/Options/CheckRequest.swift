/// What the user wants of `check`, beside the rules.
package struct CheckRequest: Hashable, Sendable {
  /// What is looked at.
  package enum Subject: Hashable, Sendable {
    /// The pack.
    case pack
    /// The list of all ids.
    case list
    /// What one id means.
    case explain(String)
  }

  /// What becomes of the corrections that a check offers.
  package enum Fixing: Hashable, Sendable {
    /// Changes nothing and reports what is wrong.
    case no
    /// Prints what would change.
    case preview
    /// Writes the corrected files.
    case apply
  }

  /// The pack, unless the user asks about the ids of problems.
  package var subject: Subject
  /// `no` unless a pack is checked; the others go with the format `text` alone.
  package var fixing: Fixing
  /// The shape of the report on a pack.
  package var format: CheckFormat
  /// Whether warnings count as something found.
  package var isStrict: Bool

  /// - Throws: where `--dry-run` stands alone, the format is none of a check, or what is asked about ids comes with
  ///   what is asked of a pack.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    subject = .pack
    if arguments[.list] != nil { subject = .list }
    if let id = arguments[.explain]?.value { subject = .explain(id) }
    if let first = arguments[.list] ?? arguments[.explain],
      let second = arguments[.fix] ?? (arguments[.list] == nil ? nil : arguments[.explain])
    {
      throw .conflict(first.spelling, second.spelling, reason: "each asks for something else")
    }
    let isPreview = arguments[.dryRun] != nil
    fixing = arguments[.fix] == nil ? .no : isPreview ? .preview : .apply
    if isPreview, arguments[.fix] == nil {
      throw .missingOption("--fix", .check, remedy: "write `--fix --dry-run` to see the changes")
    }
    format = .text
    if let typed = arguments[.format]?.value {
      guard let known = CheckFormat(rawValue: typed) else {
        throw .wrongValue(
          "--format", typed, expected: CheckFormat.allCases.map(\.rawValue))
      }
      format = known
    }
    if fixing != .no, format != .text {
      throw .conflict("--fix", "--format \(format.rawValue)", reason: "fixing writes for people")
    }
    isStrict = arguments[.strict] != nil
    if subject != .pack { try Self.refusePack(arguments, format) }
  }

  /// - Throws: where something says which pack is looked at, or how.
  private static func refusePack(
    _ arguments: ParsedArguments, _ format: CheckFormat
  ) throws(UsageError) {
    let asked = (arguments[.list] ?? arguments[.explain])?.spelling ?? ""
    if let folder = arguments.operands.first {
      throw .conflict(asked, folder, reason: "it reads no rules")
    }
    if let given = arguments[.rules] ?? arguments[.pack] ?? arguments[.strict]
      ?? arguments[.threads]
    {
      throw .conflict(asked, given.spelling, reason: "it reads no rules")
    }
    if format != .text {
      throw .conflict(asked, "--format \(format.rawValue)", reason: "it writes for people")
    }
  }
}

/// The shape of what a check writes.
package enum CheckFormat: String, Hashable, Sendable, CaseIterable {
  /// For people, with excerpts and carets.
  case text
  /// The diagnostics as data, `duban.diagnostics/1`.
  case json
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// Commands of a workflow, a line for each problem.
  case github
}
