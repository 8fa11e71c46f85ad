import Documents
import RuleLanguage
import SourceText

/// What conditions mean, written for clarity: the oracle of the evaluator.
///
/// It knows no exceptions and no scopes, and of patterns only words, gaps, choices, options and what must
/// follow.
struct NaiveCondition {
  private let text: [Character]
  private let clauses: [Range<Int>]
  /// By byte the character that begins there.
  private let numbers: [Int: Int]

  init(_ document: Document) {
    let text = Array(String(decoding: document.text, as: UTF8.self))
    self.text = text
    var numbers: [Int: Int] = [:]
    var offset = 0
    for (number, character) in text.enumerated() {
      numbers[offset] = number
      offset += String(character).utf8.count
    }
    numbers[offset] = text.count
    self.numbers = numbers
    clauses = document.clauses.map { clause in
      (numbers[clause.span.start] ?? 0)..<(numbers[clause.span.end] ?? 0)
    }
  }

  func holds(_ condition: Condition, in span: SourceSpan) -> Bool {
    holds(condition, (numbers[span.start] ?? 0)..<(numbers[span.end] ?? 0))
  }

  private func holds(_ condition: Condition, _ window: Range<Int>) -> Bool {
    switch condition {
    case .pattern(let pattern): !matches(pattern, window).isEmpty
    case .all(let members): members.allSatisfy { holds($0, window) }
    case .any(let members): members.contains { holds($0, window) }
    case .none(let members): !members.contains { holds($0, window) }
    case .atLeast(let count, let members): members.count { holds($0, window) } >= count
    case .ordered(let patterns):
      choices(patterns, window).contains { choice in
        zip(choice, choice.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
      }
    case .near(let patterns, let characters):
      choices(patterns, window).contains { choice in
        let first = choice.map(\.lowerBound).min() ?? 0
        let last = choice.map(\.upperBound).max() ?? 0
        return last - first <= characters
      }
    case .label, .formula, .rule, .scoped: false
    }
  }

  /// All ways to choose one match of each pattern.
  private func choices(_ patterns: [PatternExpression], _ window: Range<Int>) -> [[Range<Int>]] {
    patterns.reduce([[]]) { choices, pattern in
      let found = matches(pattern, window)
      return choices.flatMap { choice in found.map { choice + [$0] } }
    }
  }

  /// For each start the longest match inside the window.
  private func matches(_ pattern: PatternExpression, _ window: Range<Int>) -> [Range<Int>] {
    window.compactMap { start in
      ends(pattern.node, start).max().map { start..<$0 }
    }.filter { !$0.isEmpty && $0.upperBound <= window.upperBound }
  }

  private func ends(_ node: PatternNode, _ start: Int) -> Set<Int> {
    switch node {
    case .literal(let word):
      text[start...].starts(with: Array(word)) ? [start + word.count] : []
    case .gap(let minimum, let maximum):
      Set(
        (minimum...maximum).map { start + $0 }.filter { end in
          end == start || clauses.contains { $0.lowerBound <= start && end <= $0.upperBound }
        })
    case .sequence(let members):
      members.reduce([start]) { starts, member in Set(starts.flatMap { ends(member, $0) }) }
    case .alternatives(let members): Set(members.flatMap { ends($0, start) })
    case .optional(let member): ends(member, start).union([start])
    // Nothing stands behind it, so that the match ends here.
    case .lookahead(let member): ends(member, start).isEmpty ? [] : [start]
    case .reference, .start, .end: []
    }
  }
}
