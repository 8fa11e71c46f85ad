import PatternAutomaton
import RuleLanguage
import SourceText

extension Evaluator {
  /// Whether `condition` holds in `window`; appends the words that made it hold.
  ///
  /// Exceptions of `rule` void single matches; conditions of a veto have none.
  func holds(
    _ condition: CompiledCondition, _ rule: CompiledRule?, _ window: TextWindow,
    _ evidence: inout [SourceSpan]
  ) -> Bool {
    guard let recorder else { return decide(condition, rule, window, &evidence) }
    let mark = evidence.count
    recorder.open(window)
    let isHeld = decide(condition, rule, window, &evidence)
    recorder.close(isHeld: isHeld, evidence[mark...])
    return isHeld
  }

  private func decide(
    _ condition: CompiledCondition, _ rule: CompiledRule?, _ window: TextWindow,
    _ evidence: inout [SourceSpan]
  ) -> Bool {
    switch condition {
    case .pattern(let pattern):
      guard rule != nil else { return occurs(pattern, window) }
      let mark = evidence.count
      addLive(pattern, rule, window, to: &evidence)
      return evidence.count > mark
    case .all(let members):
      let mark = evidence.count
      var isHeld = true
      for member in members where !holds(member, rule, window, &evidence) {
        isHeld = false
        if !isRecording { break }
      }
      if !isHeld { evidence.removeSubrange(mark...) }
      return isHeld
    case .any(let members): return count(members, rule, window, &evidence) > 0
    case .atLeast(let number, let members):
      let mark = evidence.count
      if count(members, rule, window, &evidence) >= number { return true }
      evidence.removeSubrange(mark...)
      return false
    case .none(let members):
      var ignored: [SourceSpan] = []
      return count(members, rule, window, &ignored) == 0
    case .ordered(let patterns): return ordered(patterns, rule, window, &evidence)
    case .near(let patterns, let characters):
      return near(patterns, characters, rule, window, &evidence)
    case .label(let label, let comparison): return test(label, comparison, window)
    case .lacks(let label): return isLacking(label, window)
    case .formula(let formula): return value(formula, window) != 0
    case .rule(let index): return fired(index, window, &evidence)
    case .scoped(let scope, let inner): return holds(inner, in: scope, rule, window, &evidence)
    }
  }

  private func count(
    _ members: [CompiledCondition], _ rule: CompiledRule?, _ window: TextWindow,
    _ evidence: inout [SourceSpan]
  ) -> Int {
    var count = 0
    for member in members {
      if case .pattern(let pattern) = member, !isRecording, matches.isEmpty(pattern) { continue }
      if holds(member, rule, window, &evidence) { count += 1 }
    }
    return count
  }

  /// Whether the pattern matches inside the window; all that a veto asks.
  private func occurs(_ pattern: PatternID, _ window: TextWindow) -> Bool {
    let first = matches[pattern].beginning(window.span.start, window.span.end)
      .first { Int($0.end) <= window.span.end }
    recorder?.note(PatternRecord(pattern: pattern, live: first.map { [SourceSpan($0)] } ?? []))
    return first != nil
  }

  /// Matches of the pattern inside the window that no exception voids.
  private func live(
    _ pattern: PatternID, _ rule: CompiledRule?, _ window: TextWindow
  ) -> [SourceSpan] {
    var found: [SourceSpan] = []
    addLive(pattern, rule, window, to: &found)
    return found
  }

  /// Appends the matches of the pattern inside the window that no exception voids.
  private func addLive(
    _ pattern: PatternID, _ rule: CompiledRule?, _ window: TextWindow,
    to found: inout [SourceSpan]
  ) {
    let mark = found.count
    var voided: [VoidedMatch] = []
    for match in matches[pattern].beginning(window.span.start, window.span.end)
    where Int(match.end) <= window.span.end {
      let span = SourceSpan(match)
      if let rule, let cause = exception(to: span, rule, window) {
        if isRecording { voided.append(VoidedMatch(span: span, cause: cause)) }
      } else {
        found.append(span)
      }
    }
    recorder?.note(PatternRecord(pattern: pattern, live: Array(found[mark...]), voided: voided))
  }

  /// Matches of the pattern inside the window.
  func inside(_ pattern: PatternID, _ window: TextWindow) -> [SourceSpan] {
    matches[pattern].inside(window.span)
  }

  /// What makes the match at `span` void: the first exception of the rule that does, or nil.
  func exception(
    to span: SourceSpan, _ rule: CompiledRule, _ window: TextWindow
  ) -> ExceptionMatch? {
    if rule.exceptions.isEmpty { return nil }
    for (index, found) in exceptionsInText(rule) {
      guard let cause = cause(rule.exceptions[index], found, span, window) else { continue }
      return ExceptionMatch(exception: index, span: cause)
    }
    return nil
  }

  /// The exceptions of the rule that match anywhere: found once, not for each match of the rule.
  private func exceptionsInText(_ rule: CompiledRule) -> [(index: Int, matches: OverlapIndex)] {
    if let known = exceptionsInText, known.rule === rule { return known.found }
    var found: [(index: Int, matches: OverlapIndex)] = []
    for (index, exception) in rule.exceptions.enumerated()
    where !matches.isEmpty(exception.pattern) {
      found.append((index, OverlapIndex(matches[exception.pattern])))
    }
    exceptionsInText = (rule, found)
    return found
  }

  /// Whether the exception with this index in the rule voids a match at `span`.
  func voids(
    _ index: Int, of rule: CompiledRule, _ span: SourceSpan, _ window: TextWindow
  ) -> Bool {
    exceptionsInText(rule).contains {
      $0.index == index && cause(rule.exceptions[index], $0.matches, span, window) != nil
    }
  }

  /// Of the matches that `found` holds the one of the exception that voids a match at `span`.
  private func cause(
    _ exception: CompiledException, _ found: OverlapIndex, _ span: SourceSpan, _ window: TextWindow
  ) -> SourceSpan? {
    switch exception.geometry {
    case .covered: return found.first(covering: span)
    case .overlaps: return found.first(overlapping: span)
    case .clause: return match(exception.pattern, in: .clause, around: span, window)
    case .sentence: return match(exception.pattern, in: .sentence, around: span, window)
    case .paragraph: return match(exception.pattern, in: .paragraph, around: span, window)
    }
  }

  /// The first match that begins in the unit of `kind` around `span`.
  private func match(
    _ pattern: PatternID, in kind: UnitKind, around span: SourceSpan, _ window: TextWindow
  ) -> SourceSpan? {
    let unit = document.unit(kind, holding: span.start) ?? enclosing(window, kind).span
    return matches[pattern].beginning(unit.start, unit.end).first.map { SourceSpan($0) }
  }

  private func ordered(
    _ patterns: [PatternID], _ rule: CompiledRule?, _ window: TextWindow,
    _ evidence: inout [SourceSpan]
  ) -> Bool {
    var chain: [SourceSpan] = []
    var position = window.span.start
    for (index, pattern) in patterns.enumerated() {
      let next = live(pattern, rule, window).filter { $0.start >= position }
        .min { ($0.end, $0.start) < ($1.end, $1.start) }
      guard let next else {
        if isRecording {
          for pattern in patterns[(index + 1)...] { _ = live(pattern, rule, window) }
        }
        return false
      }
      chain.append(next)
      position = next.end
    }
    evidence += chain
    return true
  }

  private func near(
    _ patterns: [PatternID], _ characters: Int, _ rule: CompiledRule?, _ window: TextWindow,
    _ evidence: inout [SourceSpan]
  ) -> Bool {
    var lists: [[SourceSpan]] = []
    for pattern in patterns {
      lists.append(live(pattern, rule, window))
      if !isRecording, lists.last?.isEmpty ?? true { return false }
    }
    let closest = ClosestSpans(lists)
    for anchor in lists.first ?? [] {
      let most = isRecording ? Int.max : characters
      guard let choice = closest.choice(with: anchor, most: most, matches.characterCount)
      else { continue }
      recorder?.note(ConditionRecord.Extent(characters: choice.characters, spans: choice.spans))
      if choice.characters <= characters {
        evidence += closest.widened(choice.spans, most: characters, matches.characterCount)
        return true
      }
    }
    return false
  }

  private func test(
    _ label: Int, _ comparison: CompiledComparison, _ window: TextWindow
  ) -> Bool {
    guard let unit = window.unit(compiled.pack.labels[label].unit) else { return false }
    let value = labels.value(label, unit)
    recorder?.note(.label(label), value)
    switch comparison {
    case .above(let number): return value > number
    case .atLeast(let number): return value >= number
    case .equals(let number): return value == number
    }
  }

  /// Whether nothing is stated and no rule has given the label to the unit around the window, those left out
  /// that ask the same.
  private func isLacking(_ label: Int, _ window: TextWindow) -> Bool {
    let kind = compiled.pack.labels[label].unit
    if labels.isStated(label) {
      recorder?.note(.label(label), labels.value(label, 0))
      return false
    }
    guard let unit = window.unit(kind) else {
      // Directives are found with the help of what rules say of single clauses.
      return !(filledClauses[label]?.contains(window.clause) ?? false)
    }
    var highest = 0.0
    var isLacking = true
    for grant in labels.grants(label, unit)
    where !compiled.rules[grant.rule].lacks.contains(label) {
      isLacking = false
      highest = max(highest, grant.value)
    }
    recorder?.note(.label(label), highest)
    return isLacking
  }
}
