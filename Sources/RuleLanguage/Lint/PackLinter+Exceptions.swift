import Diagnostics

/// Exceptions that void everything, or that can void nothing.
extension PackLinter {
  mutating func lintExceptions(_ rule: Rule) {
    let patterns = rule.condition.evidencePatterns
    guard !patterns.isEmpty else { return }
    for exception in rule.exceptions {
      let voided = patterns.filter { voids(exception, $0) }
      if isExhausted { return }
      if voided.count == patterns.count {
        report(
          .exceptCoversAll(
            rule.id, at: exception.pattern.span.label, pattern: patterns[0].span.label))
      } else {
        for pattern in voided {
          report(
            .exceptCoversAlternative(
              at: pattern.span.label, exception: exception.pattern.span.label))
        }
      }
      // What stands under `none` is voided as well.
      if voided.isEmpty, exception.geometry == .covered,
        rule.condition.allPatterns.allSatisfy({ !mayCover(exception.pattern, $0) })
      {
        report(
          .idleException(at: exception.pattern.span.label, pattern: patterns[0].span.label))
      }
    }
  }

  /// Whether the exception voids each match of `pattern`.
  private mutating func voids(_ exception: RuleException, _ pattern: PatternExpression) -> Bool {
    switch exception.geometry {
    case .covered: equals(ways(exception.pattern), eachMatchOf: ways(pattern))
    case .overlaps, .paragraph: holds(ways(exception.pattern), inEachMatchOf: ways(pattern))
    case .clause, .sentence:
      !crossesClauses(pattern) && holds(ways(exception.pattern), inEachMatchOf: ways(pattern))
    }
  }

  /// Whether a match of the pattern can reach from one clause into the next.
  private mutating func crossesClauses(_ pattern: PatternExpression) -> Bool {
    guard let ways = ways(pattern) else { return true }
    return ways.contains { way in
      way.contains { symbol in
        switch symbol {
        case .character(let scalar): scalar.endsClause
        case .reference(let name): comparison.lexicons[name]?.crossesClauses ?? false
        case .gap, .start, .end, .lookahead: false
        }
      }
    }
  }

  /// Whether a match of `exception` can cover one of `pattern`; true where that is not sure.
  private mutating func mayCover(
    _ exception: PatternExpression, _ pattern: PatternExpression
  ) -> Bool {
    guard let outer = ways(exception), let inner = ways(pattern),
      spend(outer.count * inner.count)
    else { return true }
    let texts = outer.map { text($0.kept) }
    return texts.contains { text in
      guard let text else { return true }
      return inner.contains { mayMatch($0.kept, in: text) }
    }
  }

  /// The characters of a way that is all written out, nil for others.
  private func text(_ way: [PatternSymbol]) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    for symbol in way {
      switch symbol {
      case .character(let scalar): scalars.append(scalar)
      case .start, .end, .lookahead: continue
      case .gap, .reference: return nil
      }
    }
    return scalars
  }

  /// Whether the way can match somewhere in `text`.
  private func mayMatch(_ way: [PatternSymbol], in text: [Unicode.Scalar]) -> Bool {
    var places = Set(text.indices)
    for symbol in way {
      var next: Set<Int> = []
      for place in places { next.formUnion(ends(symbol, at: place, text)) }
      places = next
      if places.isEmpty { return false }
    }
    return true
  }

  /// Where the symbol can end when it begins at `place`.
  private func ends(_ symbol: PatternSymbol, at place: Int, _ text: [Unicode.Scalar]) -> [Int] {
    switch symbol {
    case .character(let scalar):
      return place < text.count && text[place] == scalar ? [place + 1] : []
    case .gap(let minimum, let maximum):
      guard place + minimum <= text.count else { return [] }
      return Array(place + minimum...min(text.count, place + maximum))
    case .start, .end, .lookahead: return [place]
    case .reference(let name):
      guard let lexicon = comparison.lexicons[name] else {
        return place < text.count ? Array(place + 1...text.count) : []
      }
      return lexicon.lengths(of: Array(text[place...])).map { place + $0 }
    }
  }
}
