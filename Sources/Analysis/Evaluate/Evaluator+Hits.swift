import PatternAutomaton
import RuleLanguage
import SourceText

/// A match of one of a rule's patterns and the window that holds it.
struct RuleHit: Sendable {
  /// The index of the window among those of its kind.
  let window: Int
  /// The words of the match, in the normalised text.
  let span: SourceSpan
}

/// Rules that hold wherever one of their patterns does: most of a pack.
///
/// Their matches are dealt out to windows, instead of asking in each window for each pattern.
extension Evaluator {
  /// Hands out the windows of `kind` in which the rule holds, with the words that fulfil it.
  ///
  /// - Complexity: O(patterns and exceptions of the rule + their matches near windows · log windows).
  func forEachFulfilled(
    _ rule: CompiledRule, by patterns: [PatternID], in kind: UnitKind,
    _ body: (_ window: Int, _ evidence: [SourceSpan]) -> Void
  ) {
    let hits = hits(of: patterns, in: kind)
    var index = 0
    while index < hits.count {
      let position = hits[index].window
      let window = units.windows(kind)[position]
      var spans: [SourceSpan] = []
      while index < hits.count, hits[index].window == position {
        if exception(to: hits[index].span, rule, window) == nil { spans.append(hits[index].span) }
        index += 1
      }
      if spans.isEmpty || isVetoed(rule, window) { continue }
      body(position, SourceSpan.maximal(spans))
    }
  }

  /// The matches of the patterns that lie inside of windows of `kind`, window by window.
  private func hits(of patterns: [PatternID], in kind: UnitKind) -> [RuleHit] {
    var hits: [RuleHit] = []
    let windows = units.windows(kind)
    for pattern in patterns where !matches.isEmpty(pattern) {
      var index = 0
      for match in matches[pattern] {
        let span = SourceSpan(match)
        if index < windows.count, windows[index].span.end <= span.start {
          index = windows[index...].firstSorted { $0.span.end > span.start }
        }
        guard index < windows.count else { break }
        if windows[index].span.covers(span) { hits.append(RuleHit(window: index, span: span)) }
      }
    }
    if patterns.count > 1 { hits.sort { $0.window < $1.window } }
    return hits
  }

  /// Whether one of the vetoes of the rule holds around the window.
  private func isVetoed(_ rule: CompiledRule, _ window: TextWindow) -> Bool {
    for (number, veto) in rule.vetoes.enumerated() where holds(veto, number, rule, window) {
      return true
    }
    return false
  }
}
