package import Analysis
import RuleLanguage
package import Verification

/// The outcome of `duban test` for people: what differs, in words, and how much was compared.
package struct VerificationReport {
  private var styled: StyledText

  package init(width: Int, usesColor: Bool) {
    styled = StyledText(width: width, usesColor: usesColor)
  }

  package var text: String { styled.text }

  /// Examples that did not come out as their rule says.
  package mutating func add(_ verdicts: [ExampleVerdict]) {
    let failed = verdicts.filter { !$0.isAsExpected }
    styled.rule("examples of rules")
    for verdict in failed {
      styled.line(Phrase(verdict.rule, .bold), Phrase("  "), Phrase(Self.reason(verdict)))
      styled.paragraph(Phrase(verdict.example.text, .evidence), indent: 4)
    }
    styled.line(Phrase("\(verdicts.count - failed.count) of \(verdicts.count) as expected"))
  }

  private static func reason(_ verdict: ExampleVerdict) -> String {
    if verdict.fired { return "fired, but must stay silent on" }
    let obstacle = verdict.obstacle?.rawValue ?? "nothing"
    if verdict.shouldFire { return "stayed silent (stopped by \(obstacle)), but must fire on" }
    return "is silent because of \(obstacle), not of \(verdict.example.because ?? "anything"), on"
  }

  /// One article; nothing is printed for an article that passes unless `lists` open differences.
  package mutating func add(_ check: ExpectationCheck, of source: String, lists: Bool) {
    guard !check.passes || (lists && !check.open.isEmpty) else { return }
    styled.rule(source)
    for difference in check.failures { add(difference, .bold) }
    if lists { for difference in check.open { add(difference, .dim) } }
    for key in check.closed {
      styled.line(Phrase(key, .bold), Phrase("  is listed as open and does not differ any more"))
    }
  }

  private mutating func add(_ difference: Difference, _ style: TextStyle) {
    styled.line(Phrase(difference.key, style))
    styled.paragraph(
      Phrase("expected \(difference.expected), is \(difference.actual)"), indent: 4)
    if !difference.context.isEmpty {
      styled.paragraph(Phrase(difference.context, .evidence), indent: 4, limit: 2)
    }
  }

  /// The last lines.
  package mutating func finish(articles checks: [ExpectationCheck]) {
    guard !checks.isEmpty else { return }
    styled.rule("articles")
    let compared = checks.reduce(0) { $0 + $1.compared }
    let open = checks.reduce(0) { $0 + $1.open.count }
    let failures = checks.reduce(0) { $0 + $1.failures.count + $1.closed.count }
    styled.line(
      Phrase("\(checks.count) articles, \(compared) statements compared: "),
      Phrase("\(compared - open - failures) as expected, \(open) known and open, "),
      Phrase("\(failures) to look at", failures > 0 ? .bold : .plain))
  }
}
