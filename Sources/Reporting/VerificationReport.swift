package import Analysis
import RuleLanguage
package import Verification

/// The outcome of `duban test` for people: what differs, in words, and how much was compared.
package struct VerificationReport {
  private var styled: StyledText
  private let words: ReportWords

  /// An empty page of `width` columns.
  package init(width: Int, usesColor: Bool, words: ReportWords) {
    self.words = words
    styled = StyledText(width: width, usesColor: usesColor)
  }

  /// What was added so far; ends in a line feed unless nothing was.
  package var text: String { styled.text }

  /// Examples that did not come out as their rule says.
  package mutating func add(_ verdicts: [ExampleVerdict]) {
    let failed = verdicts.filter { !$0.isAsExpected }
    styled.rule(words(.testExamples))
    for verdict in failed {
      styled.line(Phrase(verdict.rule, .bold), Phrase("  "), Phrase(reason(verdict)))
      styled.paragraph(Phrase(verdict.example.text, .evidence), indent: 4)
    }
    let values = ["count": "\(verdicts.count - failed.count)", "total": "\(verdicts.count)"]
    styled.line(Phrase(words(.testAsExpected, values)))
  }

  private func reason(_ verdict: ExampleVerdict) -> String {
    if verdict.fired { return words(.testFired) }
    let obstacle = verdict.obstacle.map { words.name($0.rawValue, "obstacle") } ?? ""
    if verdict.shouldFire { return words(.testSilent, ["obstacle": obstacle]) }
    let because = verdict.example.because.map { words.name($0, "obstacle") } ?? ""
    return words(.testOtherReason, ["obstacle": obstacle, "because": because])
  }

  /// One article; nothing is printed for an article that passes unless `lists` open differences.
  package mutating func add(_ check: ExpectationCheck, of source: String, lists: Bool) {
    guard !check.passes || (lists && !check.open.isEmpty) else { return }
    styled.rule(source)
    for difference in check.failures { add(difference, .bold) }
    if lists { for difference in check.open { add(difference, .dim) } }
    for key in check.closed {
      styled.line(Phrase(key, .bold), Phrase("  \(words(.testClosed))"))
    }
  }

  private mutating func add(_ difference: Difference, _ style: TextStyle) {
    styled.line(Phrase(difference.key, style))
    styled.paragraph(
      Phrase(
        words(
          .testDiffers, ["expected": difference.expected, "actual": difference.actual])),
      indent: 4)
    if !difference.context.isEmpty {
      styled.paragraph(Phrase(difference.context, .evidence), indent: 4, limit: 2)
    }
  }

  /// The last lines.
  package mutating func finish(articles checks: [ExpectationCheck]) {
    guard !checks.isEmpty else { return }
    styled.rule(words[.articles])
    let compared = checks.reduce(0) { $0 + $1.compared }
    let open = checks.reduce(0) { $0 + $1.open.count }
    let differing = checks.reduce(open) { $0 + $1.failures.count }
    let failures = checks.reduce(0) { $0 + $1.failures.count + $1.closed.count }
    styled.line(
      Phrase(
        words(
          .testCompared,
          [
            "articles": "\(checks.count)", "compared": "\(compared)",
            "fine": "\(compared - differing)", "open": "\(open)",
          ])),
      Phrase(words(.testFailures, ["count": "\(failures)"]), failures > 0 ? .bold : .plain))
  }
}
