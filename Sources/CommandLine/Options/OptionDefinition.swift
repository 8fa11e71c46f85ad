/// The name of an option as it is typed after `--`.
package enum OptionID: String, Hashable, Sendable, CaseIterable {
  case all
  case allowMixed = "allow-mixed"
  case articles
  case bom
  case by
  case check
  case color
  case contrast
  case draws
  case dryRun = "dry-run"
  case encoding
  case examples
  case explain
  case fail
  case failUnder = "fail-under"
  case fix
  case format
  case help
  case idField = "id-field"
  case input
  case label
  case lang
  case line
  case list
  case manifest
  case min
  case minArticles = "min-articles"
  case minAccountability = "min-accountability"
  case minSpecificity = "min-specificity"
  case missing
  case names
  case never
  case once
  case output
  case pack
  case paragraph
  case quiet
  case rule
  case rules
  case second
  case seed
  case sort
  case split
  case strict
  case text
  case textField = "text-field"
  case threads
  case verbose
  case version
  case within
  case wording
}

/// All that is known of one option; parser, help and completions are made from it.
package struct OptionDefinition: Hashable, Sendable {
  /// The headings under which help lists options.
  package enum Category: String, Hashable, Sendable, CaseIterable {
    case rules = "Rules"
    case reading = "Reading"
    case comparing = "Comparing"
    case checking = "Checking"
    case explaining = "Explaining"
    case tuning = "Tuning"
    case evaluating = "Evaluating"
    case listing = "Listing"
    case output = "Output"
    case other = "Other"
  }

  /// The value that an option takes.
  package struct Value: Hashable, Sendable {
    /// What completions offer.
    package enum Kind: Hashable, Sendable {
      /// One of these words, and no other is taken.
      case choice([String])
      /// A path of a file.
      case file
      /// A path of a folder.
      case folder
      /// Any word; what it must be the command decides.
      case text
    }

    /// As help shows it, such as `FILE`.
    package let name: String
    /// What completions offer.
    package let kind: Kind

    /// The only words that are taken; empty where any may be.
    package var choices: [String] {
      if case .choice(let choices) = kind { choices } else { [] }
    }
  }

  /// What is typed after `--`.
  package let id: OptionID
  /// The letter that is typed after `-`; nil where there is none.
  package let short: Character?
  /// Nil for a flag.
  package let value: Value?
  /// The heading under which help lists it.
  package let category: Category
  /// One line, without a full stop.
  package let summary: String
  /// Whole sentences for the help of a command.
  package let details: String
  /// Whether it may be given several times; of others with a value a second one is an error.
  package let isRepeatable: Bool
  /// Options that contradict this one; said on one side, true on both.
  package let conflicts: [OptionID]

  /// The option with these parts; by default a flag without a letter that is given once.
  package init(
    _ id: OptionID, short: Character? = nil, value: Value? = nil, category: Category,
    summary: String, details: String, isRepeatable: Bool = false, conflicts: [OptionID] = []
  ) {
    self.id = id
    self.short = short
    self.value = value
    self.category = category
    self.summary = summary
    self.details = details
    self.isRepeatable = isRepeatable
    self.conflicts = conflicts
  }

  /// As it is typed, without `--`.
  package var name: String { id.rawValue }
  /// `--rules DIR`.
  package var usage: String { "--\(name)" + (value.map { " \($0.name)" } ?? "") }
}
