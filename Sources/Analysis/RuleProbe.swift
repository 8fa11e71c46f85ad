package import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// The units that an analysis found, in which rules can be looked at again.
package struct UnitLayout: Sendable {
  let body: [Int]
  let frames: [DirectiveFrame]
}

/// Looks at some rules of a pack by themselves, without the others.
///
/// Pure rules, whose conditions read the text alone, leave a trace: where they hold, by which words,
/// and what they give. Where the changed rules of two packs leave the same traces in the units of
/// an analysis, and all else in the packs is equal, the analyses are equal: block rules give the
/// same zones, so the same text is read, the same marks cut the same directives out of it, and
/// rules that read labels find the same ones.
package struct RuleProbe: Sendable {
  private let analyzer: Analyzer
  private let pure: [Int]
  private let others: [Int]

  /// The rules of the analyzer's pack at `indices`.
  ///
  /// - Complexity: O(conditions of these rules).
  package init(_ analyzer: Analyzer, rules indices: [Int]) {
    self.analyzer = analyzer
    let rules = analyzer.compiled.rules
    pure = indices.filter { rules[$0].isPure }
    others = indices.filter { !rules[$0].isPure }
  }

  /// Where one pure rule holds.
  fileprivate struct Step: Hashable, Sendable {
    let rule: String
    let kind: UnitKind
    let window: SourceSpan
    let evidence: [SourceSpan]
    /// By label index, which is the same in packs with the same labels.
    let gifts: [Int: Double]
    let isConfident: Bool
    let flags: [String]
  }

  /// What the rules do in one document.
  package struct Trace: Hashable, Sendable {
    fileprivate let steps: [Step]
    /// Whether a rule that is not pure may hold somewhere.
    package let isOpen: Bool
  }

  /// What the rules do in the units of `layout`; steps are left out where the trace is open.
  ///
  /// - Complexity: one pass over the text, plus the windows in which the rules' words occur.
  package func trace(
    _ document: Document, _ layout: UnitLayout, _ scratch: inout Analyzer.Scratch
  ) -> Trace {
    if pure.isEmpty && others.isEmpty { return Trace(steps: [], isOpen: false) }
    let compiled = analyzer.compiled
    let matches = analyzer.matches(in: document, &scratch)
    defer { matches.release(&scratch.matches) }
    let isOpen = others.contains { index in
      compiled.rules[index].triggers?.contains { !matches[$0].isEmpty } ?? true
    }
    if isOpen { return Trace(steps: [], isOpen: true) }
    let evaluator = Evaluator(compiled, document, matches)
    evaluator.units.enter(document, body: layout.body)
    evaluator.units.enter(layout.frames)
    return Trace(steps: pure.flatMap { steps($0, evaluator) }, isOpen: false)
  }

  private func steps(_ index: Int, _ evaluator: Evaluator) -> [Step] {
    let rule = analyzer.compiled.rules[index]
    // Directives are found with the help of what rules for slots say of single clauses, around which there are
    // none yet.
    let passes = [(rule.window, false)] + (rule.unit == .directive ? [(.clause, true)] : [])
    return passes.flatMap { kind, isBeforeDirectives in
      let windows = evaluator.units.windows(kind)
      let looked =
        rule.triggers.map { evaluator.candidates($0, kind).map { windows[$0] } } ?? windows
      return looked.compactMap { window in
        let window = isBeforeDirectives ? window.outsideDirectives : window
        return evaluator.evidence(rule, window).map { evidence in
          Step(
            rule: rule.id, kind: kind, window: window.span, evidence: evidence,
            gifts: Dictionary(
              rule.gifts.map { ($0.label, $0.value) }, uniquingKeysWith: { first, _ in first }),
            isConfident: rule.isConfident, flags: rule.flags)
        }
      }
    }
  }
}

extension CompiledRule {
  /// Whether the rule reads the text alone: no labels, no zones, no other rules.
  fileprivate var isPure: Bool { condition.isPure && vetoes.allSatisfy { $0.condition.isPure } }
}

extension CompiledCondition {
  fileprivate var isPure: Bool {
    switch self {
    case .pattern, .ordered, .near: true
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.allSatisfy(\.isPure)
    case .scoped(let scope, let inner): scope.zones.isEmpty && inner.isPure
    case .formula(let formula): formula.isPure
    case .label, .lacks, .rule: false
    }
  }
}

extension CompiledFormula {
  fileprivate var isPure: Bool {
    switch self {
    case .number, .feature, .lowest, .highest: true
    case .label, .total, .share, .count, .before, .after, .numeral, .inner: false
    case .negate(let inner), .not(let inner): inner.isPure
    case .binary(_, let left, let right): left.isPure && right.isPure
    case .minimum(let members), .maximum(let members): members.allSatisfy(\.isPure)
    case .condition(let test, let yes, let no): test.isPure && yes.isPure && no.isPure
    }
  }
}
