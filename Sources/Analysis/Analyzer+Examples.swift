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

/// An example of a rule, to be run.
package struct RuleExample: Sendable, Hashable {
  /// The position of the rule in the pack.
  let rule: Int
  /// As the pack has it, with its place there.
  package let example: Example
  /// Whether the example stands under `fires-on`.
  package let shouldFire: Bool
}

extension Analyzer {
  /// The examples of every rule, or with `ids` those of these rules alone: by rule in the order of the pack,
  /// those under `fires-on` first.
  ///
  /// - Complexity: O(examples).
  package func examples(of ids: Set<String>? = nil) -> [RuleExample] {
    compiled.pack.rules.enumerated().filter { ids?.contains($1.id) ?? true }.flatMap {
      index, rule in
      rule.firesOn.map { RuleExample(rule: index, example: $0, shouldFire: true) }
        + rule.silentOn.map { RuleExample(rule: index, example: $0, shouldFire: false) }
    }
  }

  /// Runs an example by the engine that analyses articles; it is read as body text in which bare orders are
  /// orders.
  ///
  /// - Complexity: that of an analysis, in which every rule of the pack takes part; all examples take examples ×
  ///   rules.
  package func verdict(on one: RuleExample, _ scratch: inout Scratch) -> ExampleVerdict {
    let rule = compiled.rules[one.rule]
    let run = run(document(of: one), &scratch, asExample: true)
    let fired = rule.gifts.contains { gift in
      run.evaluator.labels.grants[gift.label].contains { $0.rule == one.rule }
    }
    return ExampleVerdict(
      rule: rule.id, example: one.example, shouldFire: one.shouldFire, fired: fired,
      obstacle: fired ? nil : obstacle(rule, run))
  }

  /// The example as analysis reads it, named after its rule.
  func document(of one: RuleExample) -> Document {
    let name = compiled.rules[one.rule].id
    return DocumentReader.read(SourceFile(name: name, bytes: Array(one.example.text.utf8)))
  }

  private func obstacle(_ rule: CompiledRule, _ run: AnalysisRun) -> ExampleVerdict.Obstacle {
    if run.evaluator.holdsAnywhere(rule, withExceptions: true, withVetoes: false) { return .veto }
    if run.evaluator.holdsAnywhere(rule, withExceptions: false, withVetoes: true) {
      return .exception
    }
    return .condition
  }
}
