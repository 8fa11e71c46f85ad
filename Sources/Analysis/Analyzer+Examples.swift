import Documents
package import RuleLanguage
import SourceText

/// How an example of a rule came out.
package struct ExampleVerdict: Sendable, Hashable {
  /// What stopped a rule that stayed silent, as `because` names it in rule files.
  package enum Obstacle: String, Sendable, Hashable {
    /// Without its exceptions the rule would have fired; a veto does not stop it.
    case exception = "except"
    /// Without its vetoes the rule would have fired; asked before the exceptions.
    case veto = "unless"
    /// It would not have fired without them either, or only without both.
    case condition
  }

  /// The id of the rule.
  package let rule: String
  /// As the pack has it, with its place there.
  package let example: Example
  /// Whether the example stands under `fires-on`.
  package let shouldFire: Bool
  /// Whether the rule gave one of its labels to any unit of the example.
  package let fired: Bool
  /// nil when the rule fired.
  package let obstacle: Obstacle?

  /// Whether the rule did what the example says, for the reason it names.
  package var isAsExpected: Bool {
    guard fired == shouldFire else { return false }
    guard let because = example.because, let obstacle else { return true }
    return because == obstacle.rawValue
  }
}

extension Analyzer {
  /// Runs the examples of every rule by the engine that analyses articles.
  ///
  /// An example is read as body text in which bare orders are orders. With `ids` only the examples
  /// of these rules are run.
  ///
  /// - Returns: one an example, by rule in the order of the pack, those under `fires-on` first.
  /// - Complexity: that of an analysis for each example.
  package func exampleVerdicts(of ids: Set<String>? = nil) -> [ExampleVerdict] {
    var scratch = Scratch()
    var verdicts: [ExampleVerdict] = []
    for (index, rule) in compiled.pack.rules.enumerated() where ids?.contains(rule.id) ?? true {
      for example in rule.firesOn {
        verdicts.append(verdict(index, example, shouldFire: true, &scratch))
      }
      for example in rule.silentOn {
        verdicts.append(verdict(index, example, shouldFire: false, &scratch))
      }
    }
    return verdicts
  }

  private func verdict(
    _ index: Int, _ example: Example, shouldFire: Bool, _ scratch: inout Scratch
  ) -> ExampleVerdict {
    let file = SourceFile(name: compiled.rules[index].id, bytes: Array(example.text.utf8))
    let run = run(DocumentReader.read(file), &scratch, asExample: true)
    let rule = compiled.rules[index]
    let fired = rule.gifts.contains { gift in
      run.evaluator.labels.grants[gift.label].contains { $0.rule == index }
    }
    return ExampleVerdict(
      rule: rule.id, example: example, shouldFire: shouldFire, fired: fired,
      obstacle: fired ? nil : obstacle(rule, run))
  }

  private func obstacle(_ rule: CompiledRule, _ run: AnalysisRun) -> ExampleVerdict.Obstacle {
    if run.evaluator.holdsAnywhere(rule, withExceptions: true, withVetoes: false) { return .veto }
    if run.evaluator.holdsAnywhere(rule, withExceptions: false, withVetoes: true) {
      return .exception
    }
    return .condition
  }
}
