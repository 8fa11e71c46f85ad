package import Analysis
package import RuleLanguage
import SourceText

/// How often each part of a pack took part in the analysis of articles, and of its own examples.
package struct Coverage: Sendable {
  /// What a part of a pack is, and what is counted of it.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Counted in windows in which the rule gave its labels.
    case rule
    /// A member of a rule's condition: windows, of those the rule looked at, in which it held.
    case alternative
    /// Matches that it voided.
    case exception
    /// Windows in which the rule's condition held and the veto too.
    case veto
    /// Occurrences in the text, where a pattern refers to its lexicon.
    case term
  }

  /// One part and how often it took part.
  package struct Item: Sendable, Hashable {
    /// What is counted in `count` and `examples`.
    package var kind: Kind
    /// The id of the rule or the name of the lexicon.
    package var owner: String
    /// The pattern, term or condition in words; empty for rules.
    package var text: String
    /// The name of the file, relative to the pack.
    package var file: String
    /// 1-based.
    package var line: Int
    /// Over the articles added so far, as `Kind` says; all counts of an article together.
    package var count = 0
    /// Articles with a count.
    package var articles = 0
    /// The same count over the examples of the pack's rules.
    package var examples = 0
  }

  /// In the order of the files: each rule followed by its parts, lexicons by their terms.
  package private(set) var items: [Item]
  /// Articles added so far, those that no part had to do with too.
  package private(set) var articles = 0

  private let ruleItems: [RuleItems]
  private let termItems: [Range<Int>]

  /// Indices of the items of one rule.
  private struct RuleItems: Sendable {
    let rule: Int
    let alternatives: Range<Int>
    let exceptions: Range<Int>
    let vetoes: Range<Int>
  }

  /// Nothing counted so far.
  ///
  /// - Complexity: O(size of the pack).
  package init(_ pack: RulePack) {
    var list = ItemList(pack)
    let labels = Dictionary(
      pack.labels.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    ruleItems = pack.rules.map { rule in
      let own = list.add(.rule, rule.id, [("", rule.span)])
      return RuleItems(
        rule: own.lowerBound,
        alternatives: list.add(
          .alternative, rule.id,
          rule.condition.alternatives.map { ($0.words(labels), $0.place ?? rule.span) }),
        exceptions: list.add(
          .exception, rule.id, rule.exceptions.map { ($0.pattern.source, $0.pattern.span) }),
        vetoes: list.add(
          .veto, rule.id,
          rule.vetoes.map { ($0.condition.words(labels), $0.condition.place ?? rule.span) }))
    }
    termItems = pack.lexicons.map { lexicon in
      // Of a table most terms never occur, which says nothing about the rules.
      let terms = lexicon.isTable ? [] : lexicon.terms
      return list.add(.term, lexicon.name, terms.map { ($0.text, $0.span) })
    }
    items = list.items
  }

  /// Adds the counts of one article.
  package mutating func addArticle(_ counts: CoverageCounts) {
    articles += 1
    add(counts) { item, count in
      item.count += count
      item.articles += count > 0 ? 1 : 0
    }
  }

  /// Adds the counts of one example.
  package mutating func addExample(_ counts: CoverageCounts) {
    add(counts) { item, count in item.examples += count }
  }

  private mutating func add(_ counts: CoverageCounts, _ note: (inout Item, Int) -> Void) {
    func noteAll(_ range: Range<Int>, _ counts: [Int]) {
      for (index, count) in zip(range, counts) where count > 0 { note(&items[index], count) }
    }
    for (index, rule) in ruleItems.enumerated() {
      if counts.fired[index] > 0 { note(&items[rule.rule], counts.fired[index]) }
      noteAll(rule.alternatives, counts.held[index])
      noteAll(rule.exceptions, counts.voided[index])
      noteAll(rule.vetoes, counts.stopped[index])
    }
    for (range, terms) in zip(termItems, counts.terms) { noteAll(range, terms) }
  }

  /// How many parts of a kind there are, and how many took part.
  package struct Total: Sendable, Hashable {
    /// One kind of parts.
    package var kind: Kind
    /// Those with a count, no more than `all`.
    package var used: Int
    /// All that were asked about.
    package var all: Int
  }

  /// For each kind that occurs, in the order of `Kind`; `withExamples` counts examples as uses.
  ///
  /// - Complexity: O(items).
  package func totals(of items: [Item], withExamples: Bool) -> [Total] {
    Kind.allCases.compactMap { kind in
      let own = items.filter { $0.kind == kind }
      let used = own.count { $0.count > 0 || (withExamples && $0.examples > 0) }
      return own.isEmpty ? nil : Total(kind: kind, used: used, all: own.count)
    }
  }
}

/// Collects items with the places of their definitions.
private struct ItemList {
  let pack: RulePack
  private(set) var items: [Coverage.Item] = []

  init(_ pack: RulePack) { self.pack = pack }

  mutating func add(
    _ kind: Coverage.Kind, _ owner: String, _ parts: [(text: String, span: LocatedSpan)]
  ) -> Range<Int> {
    let first = items.count
    for part in parts {
      let file = pack.files[part.span.file]
      items.append(
        Coverage.Item(
          kind: kind, owner: owner, text: part.text, file: file.name,
          line: file.lines.line(containing: part.span.span.start) + 1))
    }
    return first..<items.count
  }
}

extension Condition {
  /// The condition in one line, as rule files write it; `labels` are those of the pack by name.
  fileprivate func words(_ labels: [String: LabelDeclaration]) -> String {
    switch self {
    case .pattern(let pattern): pattern.source
    case .all(let members): "all of \(members.count)"
    case .any(let members): "any of \(members.count)"
    case .none(let members): "none of \(members.count)"
    case .atLeast(let count, let members): "at-least \(count) of \(members.count)"
    case .ordered(let patterns): "ordered: \(patterns.map(\.source).joined(separator: ", "))"
    case .near(let patterns, let characters):
      "near \(characters): \(patterns.map(\.source).joined(separator: ", "))"
    case .label(let test): "\(test.key): \(test.words(of: labels[test.label]))"
    case .formula(let formula): "where: \(formula.source)"
    case .rule(let reference): "rule: \(reference.id)"
    case .scoped(let scope, let inner): "\(scope.words): \(inner.words(labels))"
    }
  }

  /// Where the condition, or the first of its members, stands.
  fileprivate var place: LocatedSpan? {
    switch self {
    case .pattern(let pattern): pattern.span
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.lazy.compactMap(\.place).first
    case .ordered(let patterns), .near(let patterns, _): patterns.first?.span
    case .label(let test): test.span
    case .formula(let formula): formula.span
    case .rule(let reference): reference.span
    case .scoped(_, let inner): inner.place
    }
  }
}

extension SearchScope {
  /// Such as `in clause, first`.
  fileprivate var words: String {
    var parts = unit.map { ["in \($0.rawValue)"] } ?? []
    if let position { parts.append(position.rawValue) }
    if !zones.isEmpty { parts.append("zone \(zones.joined(separator: ", "))") }
    if !elements.isEmpty { parts.append("inside \(elements.joined(separator: ", "))") }
    return parts.joined(separator: ", ")
  }
}
