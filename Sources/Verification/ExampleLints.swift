import Analysis
import Diagnostics
import RuleLanguage

/// Examples of rules that do not do what they are given for.
///
/// `duban check` runs them, though `duban test` fails with them too: who writes a rule checks the
/// pack first, and a check that is silent about a rule that never fires is of no use.
enum ExampleLints {
  static func lint(_ verdicts: [ExampleVerdict], of pack: RulePack) -> [Diagnostic] {
    let places = Dictionary(
      pack.rules.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
    let contradictory = Dictionary(
      pack.rules.map { rule in
        (rule.id, Set(rule.firesOn.map(\.text)).intersection(rule.silentOn.map(\.text)))
      }, uniquingKeysWith: { first, _ in first })
    return verdicts.filter { verdict in
      // A text that is given for both outcomes fails one of them; that is said already.
      !verdict.isAsExpected && contradictory[verdict.rule]?.contains(verdict.example.text) != true
    }.map { verdict in
      let example = Label(file: verdict.example.span.file, span: verdict.example.span.span)
      let place = places[verdict.rule] ?? verdict.example.span
      let rule = Label(file: place.file, span: place.span)
      if verdict.fired == verdict.shouldFire, let named = verdict.example.because,
        let actual = verdict.obstacle
      {
        return .exampleForAnotherReason(
          verdict.rule, named: named, actual: actual.rawValue, at: example, rule)
      }
      return .exampleFails(verdict.rule, shouldFire: verdict.shouldFire, at: example, rule)
    }
  }
}
