package import Diagnostics
import SourceText

/// One id of a diagnostic with what can be said of it before it occurs.
package struct DiagnosticKind: Hashable, Sendable {
  /// What finds it; also the folder of its golden pair under `fixtures/diagnostics`.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    /// Reading a file as YAML.
    case syntax
    /// Looking up what the nodes of all files mean.
    case resolve
    /// Looking over a pack that has no error.
    case lint
    /// The program around the language: limits of compilation and of one report.
    case program
    /// Reading what a person expects of an article.
    case expectation
    /// Looking at a draft for what it leaves open.
    case review

    /// Whether it looks at packs; the others look at articles and what lies beside them.
    package var isOfPacks: Bool {
      switch self {
      case .syntax, .resolve, .lint, .program: true
      case .expectation, .review: false
      }
    }
  }

  /// Unique in the catalogue.
  package let id: DiagnosticID
  /// `warning` for lints, which comments can allow, `note` for what drafts leave open, else `error`.
  package let severity: Severity
  /// What finds it.
  package let group: Group
  /// One line, lower case, without a full stop.
  package let summary: String
}

/// Every id that the program can report; of ids that end with the name of a slot one stands for all.
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
    + programKinds + articleKinds

  private static let byID = Dictionary(
    all.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// What is known of an id, or nil where there is none of that name; of `open-when` what is known of
  /// `open-slot`.
  package static func kind(of id: String) -> DiagnosticKind? {
    if let kind = byID[id] { return kind }
    guard id.hasPrefix(openPrefix) else { return nil }
    let isName = id.utf8.dropFirst(openPrefix.utf8.count).allSatisfy {
      $0.isSmall || $0.isDigit || $0 == UInt8(ascii: "-")
    }
    return isName && id != openPrefix ? byID[open("slot").rawValue] : nil
  }

  private static let openPrefix = "open-"

  /// The id of what a directive leaves open in the slot with this name.
  package static func open(_ slot: String) -> DiagnosticID { DiagnosticID(openPrefix + slot) }

  /// The id of whatever is wrong in an expectation that is YAML.
  package static let malformedExpectation: DiagnosticID = "expectation-malformed"

  /// What the program itself adds: limits that a pack meets outside the language.
  private static let programKinds: [DiagnosticKind] = [
    DiagnosticKind(
      id: "automaton-limit", severity: .error, group: .program,
      summary: "a pattern, or the pack as a whole, grows beyond what is compiled"),
    DiagnosticKind(
      id: "too-many-problems", severity: .error, group: .program,
      summary: "more problems were found than are shown; as severe as the worst of them"),
  ]

  /// What is said of articles, whatever the pack.
  private static let articleKinds: [DiagnosticKind] = [
    DiagnosticKind(
      id: malformedExpectation, severity: .error, group: .expectation,
      summary: "an expectation holds a key, value or name that it cannot hold"),
    DiagnosticKind(
      id: open("slot"), severity: .note, group: .review,
      summary: "a directive says too little of one slot, which the id names, to be held to it"),
  ]
}
