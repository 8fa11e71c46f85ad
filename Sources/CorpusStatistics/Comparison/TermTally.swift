/// How often each term stands in some articles, and in how many of them.
package struct TermTally<Term: Hashable & Sendable>: Hashable, Sendable {
  /// The uses of one term.
  package struct Uses: Hashable, Sendable {
    /// Uses in all articles of the tally.
    package var count: Int32
    /// Articles with a use, no more than `count`.
    package var articles: Int32

    /// So many uses in so many articles.
    package init(count: Int32 = 0, articles: Int32 = 0) {
      self.count = count
      self.articles = articles
    }
  }

  /// By term; a term without a use, or that was dropped, has no entry.
  package private(set) var uses: [Term: Uses] = [:]
  /// All tokens, those of terms that were dropped too.
  package private(set) var total = 0

  /// The tally of no articles.
  package init() {}

  /// Adds one article; terms without a count are none.
  ///
  /// - Complexity: O(terms of the article).
  package mutating func add(article: [Term: Int]) {
    for (term, count) in article where count > 0 {
      uses[term, default: Uses()].count += Int32(clamping: count)
      uses[term, default: Uses()].articles += 1
      total += count
    }
  }

  /// Adds the articles of another tally.
  ///
  /// - Complexity: O(terms of the other).
  package mutating func add(_ other: TermTally) {
    for (term, more) in other.uses {
      uses[term, default: Uses()].count += more.count
      uses[term, default: Uses()].articles += more.articles
    }
    total += other.total
  }

  /// Takes out the articles of another tally, all of which were added before.
  ///
  /// - Complexity: O(terms of the other).
  package mutating func remove(_ other: TermTally) {
    for (term, less) in other.uses {
      guard var left = uses[term] else { continue }
      left.count -= less.count
      left.articles -= less.articles
      uses[term] = left.count > 0 ? left : nil
    }
    total -= other.total
  }

  /// The tally under other names; terms that `name` gives none are dropped, but stay in `total`.
  ///
  /// - Complexity: O(terms).
  package func named<Name: Hashable & Sendable>(_ name: (Term) -> Name?) -> TermTally<Name> {
    var result = TermTally<Name>()
    result.total = total
    result.uses.reserveCapacity(uses.count)
    for (term, more) in uses {
      guard let name = name(term) else { continue }
      result.uses[name, default: .init()].count += more.count
      result.uses[name, default: .init()].articles += more.articles
    }
    return result
  }

  /// The uses of `term`; 0 in 0 articles where it has none.
  package subscript(term: Term) -> Uses { uses[term] ?? Uses() }
}
