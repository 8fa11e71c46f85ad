/// The shape of the output of commands about articles, groups and files; what of it a command can write, an
/// enumeration of its own says.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// For people at a terminal, in its width.
  case table
  /// One value: an array of articles, or one object.
  case json
  /// One object a line.
  case ndjson
  /// A header and rows by RFC 4180.
  case csv
  /// For documents of people.
  case markdown
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// One page that loads nothing.
  case html

  /// Whether people read it as it is, so that the locale may decide its language.
  var isForPeople: Bool {
    switch self {
    case .table, .markdown, .html: true
    case .json, .ndjson, .csv, .sarif: false
    }
  }

  /// Whether it is made to be passed on, so that names of persons are hidden unless the user says otherwise.
  var isPassedOn: Bool {
    switch self {
    case .html, .csv, .markdown: true
    case .table, .json, .ndjson, .sarif: false
    }
  }
}

/// The formats of one command: those of `OutputFormat` that it writes, under the same names.
package protocol ReportFormat: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What is written where nobody asks.
  static var table: Self { get }
}

extension ReportFormat {
  /// As they are typed, in the order in which help lists them.
  static var names: [String] { allCases.map(\.rawValue) }
}

/// What `classify` writes.
package enum ClassifyFormat: String, ReportFormat {
  case table
  case json
  case ndjson
  case csv
  case html
}

/// What `compare` writes.
package enum CompareFormat: String, ReportFormat {
  case table
  case markdown
  case json
  case ndjson
  case csv
  case html
}

/// What `coverage` writes.
package enum CoverageFormat: String, ReportFormat {
  case table
  case json
  case csv
}

/// What `diff` writes.
package enum DiffFormat: String, ReportFormat {
  case table
  case json
  case csv
}

/// What `evaluate` writes.
package enum EvaluateFormat: String, ReportFormat {
  case table
  case json
  case csv
}

/// What `explain` writes.
package enum ExplainFormat: String, ReportFormat {
  case table
  case json
}

/// What `ledger` writes.
package enum LedgerFormat: String, ReportFormat {
  case table
  case markdown
  case json
  case csv
}

/// What `review` writes.
package enum ReviewFormat: String, ReportFormat {
  case table
  case json
  case sarif
}

/// What `test` writes.
package enum TestFormat: String, ReportFormat {
  case table
  case json
}

/// What `syntax` writes.
package enum SyntaxFormat: String, ReportFormat {
  case table
  case json
  case ndjson
}
