import Diagnostics
import SourceText

/// Terms that stand twice, that a longer one hides, or that two lexicons claim; unused names.
extension PackLinter {
  mutating func lintLexicons() {
    let byName = Dictionary(
      pack.lexicons.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for lexicon in pack.lexicons where !lexicon.isTable { lintTerms(lexicon, byName) }
    lintShadows(byName)
    lintRivals(byName)
    lintUnused()
  }

  /// Terms that stand in the lexicon or in one that it includes already.
  private mutating func lintTerms(_ lexicon: Lexicon, _ byName: [String: Lexicon]) {
    var seen: [String: (span: LocatedSpan, owner: String)] = [:]
    for included in Self.closure(of: lexicon, byName).dropFirst() {
      for term in included.terms { seen[fold(term.text)] = (term.span, included.name) }
    }
    for term in lexicon.terms {
      let text = fold(term.text)
      if let first = seen[text] {
        report(
          .duplicateTerm(
            term.text, in: first.owner == lexicon.name ? nil : first.owner, at: term.span.label,
            first: first.span.label, fix: ListEdit.removal(of: term.span, pack.files)))
      } else {
        seen[text] = (term.span, lexicon.name)
      }
    }
  }

  /// Terms after which a pattern goes on with what a longer term of the lexicon takes itself.
  private mutating func lintShadows(_ byName: [String: Lexicon]) {
    for pattern in allPatterns {
      guard let ways = expander.ways(pattern.node) else { continue }
      var found: Set<String> = []
      for way in ways {
        for index in way.indices.dropLast() {
          guard case .symbol(.reference(let name)) = way[index],
            case .text(let next) = way[index + 1],
            let lexicon = byName[name], !lexicon.isTable, found.insert("\(name) \(next)").inserted
          else { continue }
          let rest = (Array(way[..<index]), Array(way[(index + 2)...]))
          lintShadow(lexicon, next, pattern, byName) { rival in
            // The longer term is no loss where the pattern goes on after it as well.
            let text = String(next.unicodeScalars.dropFirst(rival))
            let other = rest.0 + [way[index]] + (text.isEmpty ? [] : [.text(text)]) + rest.1
            return ways.contains(other)
          }
        }
      }
    }
  }

  /// Reports the first term that cannot stand before `next`; `goesOn` tells whether the pattern
  /// matches after a longer term that takes so many characters of `next`.
  private mutating func lintShadow(
    _ lexicon: Lexicon, _ next: String, _ pattern: PatternExpression, _ byName: [String: Lexicon],
    goesOn: (Int) -> Bool
  ) {
    guard let folded = comparison.lexicons[lexicon.name] else { return }
    let terms = Self.closure(of: lexicon, byName).flatMap(\.terms)
    for term in terms {
      var longer = fold(term.text)
      for (index, scalar) in next.unicodeScalars.enumerated() {
        longer.unicodeScalars.append(scalar)
        guard folded.texts.contains(longer), !goesOn(index + 1) else { continue }
        let rival = terms.first { fold($0.text) == longer }
        report(
          .shadowedTerm(
            term.text, by: longer, before: next, at: pattern.span.label, term: term.span.label,
            longer: rival?.span.label))
        return
      }
    }
  }

  /// Terms of two lexicons that stand for different values of one label.
  private mutating func lintRivals(_ byName: [String: Lexicon]) {
    var uses: [String: [(lexicon: String, rank: Double, rule: Rule)]] = [:]
    for rule in pack.rules {
      for gift in rule.gives {
        guard let rank = rank(gift), labels[gift.label]?.kind != .mark else { continue }
        for name in wholeLexicons(rule.condition) {
          uses[gift.label, default: []].append((name, rank, rule))
        }
      }
    }
    var found: Set<LocatedSpan> = []
    for (label, users) in uses.sorted(by: { $0.key < $1.key }) {
      for weak in users {
        for strong in users
        where strong.rank > weak.rank && strong.lexicon != weak.lexicon
          && strong.rule.within == weak.rule.within && strong.rule.exceptions.isEmpty
          && strong.rule.vetoes.isEmpty
        {
          guard let own = byName[weak.lexicon], let other = byName[strong.lexicon] else { continue }
          let rivals = Dictionary(
            Self.closure(of: other, byName).flatMap(\.terms).map { (fold($0.text), $0) },
            uniquingKeysWith: { first, _ in first })
          for term in own.terms {
            guard let rival = rivals[fold(term.text)], rival.span != term.span,
              found.insert(term.span).inserted
            else { continue }
            report(
              .termInTwoLexicons(
                term.text, weak.lexicon, strong.lexicon, label: label, at: term.span.label,
                rival: rival.span.label, fix: ListEdit.removal(of: term.span, pack.files)))
          }
        }
      }
    }
  }

  /// Lexicons of which any term alone fulfils the condition.
  private func wholeLexicons(_ condition: Condition) -> [String] {
    switch condition {
    case .pattern(let pattern): wholeLexicons(pattern.node)
    case .any(let members): members.flatMap(wholeLexicons)
    default: []
    }
  }

  private func wholeLexicons(_ node: PatternNode) -> [String] {
    switch node {
    case .reference(let name): expander.named[name].map(wholeLexicons) ?? [name]
    case .alternatives(let nodes): nodes.flatMap(wholeLexicons)
    default: []
    }
  }

  /// Lexicons and named patterns that nothing refers to.
  private mutating func lintUnused() {
    var used = Set(pack.lexicons.flatMap(\.includes))
    for pattern in allPatterns {
      pattern.node.visit { if case .reference(let name) = $0 { used.insert(name) } }
    }
    for lexicon in pack.lexicons where !used.contains(lexicon.name) && !lexicon.isTable {
      report(.unusedDefinition("lexicon", lexicon.name, at: lexicon.span.label))
    }
    for pattern in pack.patterns where !used.contains(pattern.name) {
      report(.unusedDefinition("pattern", pattern.name, at: pattern.pattern.span.label))
    }
  }
}
