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
      for (term, text) in terms(of: included) { seen[text] = (term.span, included.name) }
    }
    for (term, text) in terms(of: lexicon) {
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

  /// The terms of the lexicon itself, each with its text as articles have it.
  private func terms(
    of lexicon: Lexicon
  ) -> some Sequence<(term: Lexicon.Term, text: String)> {
    zip(lexicon.terms, ownTexts[lexicon.name] ?? []).lazy.map { (term: $0, text: $1) }
  }

  /// Terms after which a pattern goes on with what a longer term of the lexicon takes itself.
  private mutating func lintShadows(_ byName: [String: Lexicon]) {
    var splits: [String: TermSplits] = [:]
    for pattern in allPatterns {
      guard let ways = expander.ways(pattern.node)?.map(\.withoutLookahead) else { continue }
      var found: Set<String> = []
      for way in ways {
        for index in way.indices.dropLast() {
          guard case .symbol(.reference(let name)) = way[index],
            case .text(let next) = way[index + 1],
            let lexicon = byName[name], !lexicon.isTable, found.insert("\(name) \(next)").inserted
          else { continue }
          let rest = (Array(way[..<index]), Array(way[(index + 2)...]))
          let known =
            splits[name] ?? TermSplits(Self.closure(of: lexicon, byName).flatMap(terms))
          splits[name] = known
          lintShadow(known, next, pattern) { rival in
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
    _ splits: TermSplits, _ next: String, _ pattern: PatternExpression, goesOn: (Int) -> Bool
  ) {
    var first: TermSplits.Split?
    for (index, end) in next.unicodeScalars.indices.enumerated() {
      guard let split = splits.first(before: next.unicodeScalars[...end]),
        split.shorter < first?.shorter ?? .max, !goesOn(index + 1)
      else { continue }
      first = split
    }
    guard let first else { return }
    let (shorter, longer) = (splits.terms[first.shorter], splits.terms[first.longer])
    report(
      .shadowedTerm(
        shorter.term.text, by: longer.text, before: next, at: pattern.span.label,
        term: shorter.term.span.label, longer: longer.term.span.label))
  }

  /// Terms of two lexicons that stand for different values of one label.
  private mutating func lintRivals(_ byName: [String: Lexicon]) {
    var uses: [String: [LexiconUse]] = [:]
    var known: Set<LexiconUse> = []
    for rule in pack.rules {
      for gift in rule.gives {
        guard let rank = rank(gift), labels[gift.label]?.kind != .mark else { continue }
        for name in wholeLexicons(rule.condition) {
          let use = LexiconUse(
            label: gift.label, lexicon: name, rank: rank, within: rule.within,
            isUnconditional: rule.exceptions.isEmpty && rule.vetoes.isEmpty)
          if known.insert(use).inserted { uses[gift.label, default: []].append(use) }
        }
      }
    }
    var found: Set<LocatedSpan> = []
    for (label, users) in uses.sorted(by: { $0.key < $1.key })
    where Set(users.map(\.rank)).count > 1 {
      let claims = claims(of: users, byName)
      for weak in users {
        guard let own = byName[weak.lexicon] else { continue }
        for (term, text) in terms(of: own) {
          let rival = claims[text]?.first {
            $0.use.rank <= weak.rank
              || $0.use.within == weak.within && $0.use.lexicon != weak.lexicon
                && $0.span != term.span
          }
          guard let rival, rival.use.rank > weak.rank, found.insert(term.span).inserted else {
            continue
          }
          report(
            .termInTwoLexicons(
              term.text, weak.lexicon, rival.use.lexicon, label: label, at: term.span.label,
              rival: rival.span.label, fix: ListEdit.removal(of: term.span, pack.files)))
        }
      }
    }
  }

  /// By their text the terms that always give a value of a label, the highest value first.
  private func claims(
    of users: [LexiconUse], _ byName: [String: Lexicon]
  ) -> [String: [(use: LexiconUse, span: LocatedSpan)]] {
    var claims: [String: [(use: LexiconUse, span: LocatedSpan)]] = [:]
    let order = users.indices.sorted { (users[$1].rank, $0) < (users[$0].rank, $1) }
    for use in order.map({ users[$0] }) where use.isUnconditional {
      guard let lexicon = byName[use.lexicon] else { continue }
      var seen: Set<String> = []
      for (term, text) in Self.closure(of: lexicon, byName).flatMap(terms)
      where seen.insert(text).inserted {
        claims[text, default: []].append((use, term.span))
      }
    }
    return claims
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

/// A lexicon whose terms alone give a value.
private struct LexiconUse: Hashable {
  let label: String
  let lexicon: String
  let rank: Double
  let within: UnitKind
  /// Whether the rule has neither exceptions nor vetoes.
  let isUnconditional: Bool
}
