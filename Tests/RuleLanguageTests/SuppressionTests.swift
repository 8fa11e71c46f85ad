import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// Comments that allow warnings.
struct SuppressionTests {
  /// Applies the comments of `text` to a warning at each `@`, and returns ids with their lines.
  private func remaining(
    _ text: String, id: String = "idle-gap", severity: Severity = .warning, isComplete: Bool = true
  ) -> [String] {
    let bytes = Array(text.utf8)
    let file = SourceFile(name: "a.yaml", bytes: bytes)
    let warnings = bytes.indices.filter { bytes[$0] == UInt8(ascii: "@") }.map {
      Diagnostic(
        DiagnosticID(id), severity, "wrong", at: Label(file: 0, span: SourceSpan($0, $0 + 1)))
    }
    return Suppressions.apply(to: warnings, files: [file], isComplete: isComplete).map {
      "\($0.id.rawValue):\(file.location(of: $0.primary.span.start).line)"
    }
  }

  @Test(
    "a comment allows what stands on its line, or on the next one",
    arguments: [
      ("a: 'x@'", ["idle-gap:1"]),
      ("a: 'x@' # duban: allow idle-gap", []),
      ("a: 'x@' #duban: allow idle-gap", []),
      ("# duban: allow idle-gap\na: 'x@'", []),
      ("# duban: allow idle-gap\n\n# because\na: 'x@'", []),
      ("# duban: allow idle-gap\na: 'x@'\nb: 'y@'", ["idle-gap:3"]),
      ("a: 'x@'\n# duban: allow idle-gap\nb: 'y@'", ["idle-gap:1"]),
      ("a: 'x@'\nb: 'y@' # duban: allow idle-gap", ["idle-gap:1"]),
      ("# duban: allow-file idle-gap\na: 'x@'\nb: 'y@'", []),
      ("a: 'x@'\nb: 'y@'\n# duban: allow-file idle-gap", []),
      ("a: 'x@' # duban: allow split-word, idle-gap", ["stale-suppression:1"]),
      ("a: x\nb: y # duban: allow idle-gap", ["stale-suppression:2"]),
      ("a: 'x@' # duban: allow idle-gab", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@' # duban: allow duplicate-key", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@' # duban: allow open-when", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@' # duban: alow idle-gap", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@' # duban: allow idle-gap -- for symmetry", []),
      ("a: 'x@' # duban: allow -- for symmetry", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@' # duban: allow", ["idle-gap:1", "unknown-suppression:1"]),
      ("a: 'x@ # duban: allow idle-gap'", ["idle-gap:1"]),
      ("a: |\n  # duban: allow idle-gap\nb: 'x@'", ["idle-gap:3"]),
      ("a: 'x@' # see the page on duban: allow idle-gap", ["idle-gap:1"]),
      ("a: x# duban: allow idle-gap\nb: 'y@'", ["idle-gap:2"]),
    ])
  func place(_ text: String, _ expected: [String]) {
    #expect(remaining(text) == expected)
  }

  @Test func `an error is never allowed`() {
    #expect(
      remaining("a: 'x@' # duban: allow idle-gap", severity: .error)
        == ["idle-gap:1", "stale-suppression:1"])
  }

  @Test func `nothing is stale while lints were not looked for`() {
    #expect(remaining("a: x # duban: allow idle-gap", isComplete: false) == [])
  }
}
