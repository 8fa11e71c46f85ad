package import Diagnostics

/// One id of a diagnostic with what can be said of it before it occurs.
package struct DiagnosticKind: Hashable, Sendable {
  /// What finds the problem; also the folder of its golden pair under `fixtures/diagnostics`.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    /// Reading a file as YAML.
    case syntax
    /// Looking up what the nodes of all files mean.
    case resolve
    /// Looking over a pack that has no error.
    case lint
    /// The program around the language: limits of compilation and of one report.
    case program
  }

  /// Unique in the catalogue.
  package let id: DiagnosticID
  /// `warning` for lints, which comments can allow, else `error`.
  package let severity: Severity
  /// What finds it.
  package let group: Group
  /// One line, lower case, without a full stop.
  package let summary: String
}

/// Every id that a check of a pack can report.
///
/// Ids are permanent: one that is no longer used is never given another meaning.
package enum DiagnosticCatalogue {
  /// By group, then alphabetical.
  package static let all: [DiagnosticKind] =
    SyntaxDiagnostics.all.map {
      DiagnosticKind(
        id: $0, severity: .error, group: .syntax, summary: syntaxSummaries[$0.rawValue] ?? "")
    }
    + ResolverDiagnosticID.allCases.map {
      DiagnosticKind(
        id: DiagnosticID($0.rawValue), severity: .error, group: .resolve, summary: summary(of: $0))
    }
    + LintID.allCases.map {
      DiagnosticKind(
        id: DiagnosticID($0.rawValue), severity: .warning, group: .lint, summary: summary(of: $0))
    }
    + programKinds

  private static let byID = Dictionary(
    all.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// What is known of an id, or nil where there is none of that name.
  package static func kind(of id: String) -> DiagnosticKind? { byID[id] }

  /// What the program itself adds: limits that a pack meets outside the language.
  private static let programKinds: [DiagnosticKind] = [
    DiagnosticKind(
      id: "automaton-limit", severity: .error, group: .program,
      summary: "a pattern, or the pack as a whole, grows beyond what is compiled"),
    DiagnosticKind(
      id: "too-many-problems", severity: .error, group: .program,
      summary: "more problems were found than are shown; as severe as the worst of them"),
  ]
}
