import Documents
import Markup
import RuleLanguage
import SourceText

/// Conditions that look in other units than the window, and at other rules.
extension Evaluator {
  /// Whether `condition` holds in the window itself, in the unit around it, or in one of the units
  /// inside it, where the filters of `scope` allow.
  ///
  /// Words outside the window show that the condition holds, but earn nothing.
  func holds(
    _ condition: CompiledCondition, in scope: CompiledScope, _ rule: CompiledRule?,
    _ window: TextWindow, _ evidence: inout [SourceSpan]
  ) -> Bool {
    guard let kind = scope.unit, kind != window.kind else {
      return admits(scope, window) && holds(condition, rule, window, &evidence)
    }
    if kind.depth < window.kind.depth {
      let answer = answer(condition, in: scope, rule, enclosing(window, kind))
      guard answer.holds else { return false }
      evidence += answer.words.sortedInside(window.span)
      return true
    }
    var isFound = false
    for unit in inner(kind, window) where admits(scope, unit) {
      if holds(condition, rule, unit, &evidence) { isFound = true }
    }
    return isFound
  }

  /// What the condition says of a larger unit, of which the windows inside ask once.
  private func answer(
    _ condition: CompiledCondition, in scope: CompiledScope, _ rule: CompiledRule?,
    _ unit: TextWindow
  ) -> ScopeAnswer {
    if let number = scope.number, let known = scopeAnswers[number], known.rule === rule,
      known.unit == unit.span
    {
      if let record = known.record { recorder?.add(record) }
      return known
    }
    var answer = ScopeAnswer(rule: rule, unit: unit.span)
    if admits(scope, unit) {
      answer.holds = holds(condition, rule, unit, &answer.words)
      answer.words.sort()
      answer.record = recorder?.answer()
    }
    if let number = scope.number { scopeAnswers[number] = answer }
    return answer
  }

  /// Whether the rule with this index gave a label to the window, to the unit around it, or to a
  /// unit inside it.
  func fired(
    _ index: Int, _ window: TextWindow, _ evidence: inout [SourceSpan]
  ) -> Bool {
    let rule = compiled.rules[index]
    guard let label = rule.gifts.first?.label else { return false }
    if rule.unit.depth <= window.kind.depth {
      guard let unit = window.unit(rule.unit) else { return false }
      let answer = answer(of: index, label, unit)
      evidence += answer.words.sortedInside(window.span)
      return answer.holds
    }
    var isFound = false
    for unit in inner(rule.unit, window).compactMap({ $0.unit(rule.unit) }) {
      for grant in labels.grants(label, unit) where grant.rule == index {
        isFound = true
        evidence += grant.evidence.filter(window.span.covers)
      }
    }
    return isFound
  }

  /// Whether the rule with this index gave the label to a unit, and its words there, for which the windows
  /// inside ask one after another.
  private func answer(of rule: Int, _ label: Int, _ unit: Int) -> RuleAnswer {
    if let known = ruleAnswers[rule], known.unit == unit { return known }
    let grants = labels.grants(label, unit).filter { $0.rule == rule }
    let answer = RuleAnswer(
      unit: unit, holds: !grants.isEmpty, words: grants.flatMap(\.evidence).sorted())
    ruleAnswers[rule] = answer
    return answer
  }

  /// The place of the window among the units of its kind in the next larger unit, from 1.
  ///
  /// Clauses count in their sentence, sentences in their paragraph, directives in theirs, paragraphs
  /// and blocks in the document.
  func ordinal(_ window: TextWindow) -> (fromStart: Int, fromEnd: Int) {
    func place(_ index: Int, _ range: Range<Int>) -> (fromStart: Int, fromEnd: Int) {
      (index - range.lowerBound + 1, range.upperBound - index)
    }
    switch window.kind {
    case .document: return (1, 1)
    case .block: return place(window.block, 0..<document.blocks.count)
    case .paragraph:
      let index = units.index(.paragraph, containing: window.span.start) ?? 0
      return place(index, 0..<units.paragraphs.count)
    case .sentence: return place(window.sentence, document.blocks[window.block].sentences)
    case .clause: return place(window.clause, document.sentences[window.sentence].clauses)
    case .directive:
      let block = document.blocks[window.block].span
      let first = units.firstIndex(.directive, from: block.start)
      return place(window.directive, first..<units.firstIndex(.directive, from: block.end))
    }
  }

  private func admits(_ scope: CompiledScope, _ window: TextWindow) -> Bool {
    if let position = scope.position {
      let ordinal = ordinal(window)
      switch position {
      case .first where ordinal.fromStart != 1, .last where ordinal.fromEnd != 1,
        .notFirst where ordinal.fromStart == 1, .notLast where ordinal.fromEnd == 1:
        return false
      default: break
      }
    }
    guard scope.elements.isEmpty || isInside(scope.elements, window) else { return false }
    guard !scope.zones.isEmpty else { return true }
    guard window.block >= 0,
      let zone = AnalysisRun.zone(of: window.block, compiled, self)
    else { return false }
    return scope.zones.contains(zone)
  }

  /// Whether an element of the page around the block is called by one of `names`.
  private func isInside(_ names: Set<String>, _ window: TextWindow) -> Bool {
    guard let page = document.page, window.block >= 0 else { return false }
    let element = page.marks[window.block].element
    if let known = elementsInside[names] { return known[element] }
    let inside = page.outline.isInside(names)
    elementsInside[names] = inside
    return inside[element]
  }

  /// The units of `kind` inside the window, in the order of the text.
  private func inner(_ kind: UnitKind, _ window: TextWindow) -> ArraySlice<TextWindow> {
    let all = units.windows(kind)
    let first = units.firstIndex(kind, from: window.span.start)
    let end = max(first, units.firstIndex(kind, from: window.span.end))
    return all[first..<end].filter { window.span.covers($0.span) }[...]
  }
}

/// What a condition said of one unit for a rule.
struct ScopeAnswer {
  /// Nil where no exceptions count.
  let rule: CompiledRule?
  let unit: SourceSpan
  var holds = false
  /// What made it hold, by start.
  var words: [SourceSpan] = []
  /// How it came about, where that is recorded and the scope's filters admit the unit.
  var record: ConditionRecord?
}

/// What a rule that others ask for said of one unit.
struct RuleAnswer {
  /// The index of the unit among those of its kind.
  let unit: Int
  let holds: Bool
  /// What earned its label, by start.
  let words: [SourceSpan]
}

extension [SourceSpan] {
  /// Those inside `span` of spans by start.
  ///
  /// - Complexity: O(log count), plus those that begin there.
  fileprivate func sortedInside(_ span: SourceSpan) -> [SourceSpan] {
    self[firstSorted { $0.start >= span.start }...]
      .prefix { $0.start < span.end }.filter(span.covers)
  }
}
