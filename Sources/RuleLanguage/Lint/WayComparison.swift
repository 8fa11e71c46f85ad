/// Whether every match along one way through a pattern holds a match along another.
///
/// Decided by the words alone, and only ever said where it is sure: a lexicon is the same as
/// itself, or holds a term that is written out; a gap takes what is no longer than it allows.
struct WayComparison {
  /// By name; atoms have none.
  let lexicons: [String: FoldedLexicon]

  /// Whether each match of `whole` has a match of `part` inside it; what must follow `part` may stand in
  /// `whole` or be what must follow that.
  ///
  /// - Complexity: O(length of `whole`² · length of `part`).
  func holds(_ part: [PatternSymbol], in whole: [PatternSymbol]) -> Bool {
    guard let first = part.first else { return false }
    for start in whole.indices {
      if whole[start] == .lookahead { return false }
      // Most comparisons end here, which a walk of their own would make ten times as dear.
      if case .character = first, first != whole[start] { continue }
      if first.isWord, start > 0, whole[start - 1].isWord { continue }
      var walk = Walk(self, part, whole, mustReachEnd: false)
      if walk.matches(0, start) { return true }
    }
    return false
  }

  /// Whether each match of `inner` is itself a match of `outer`.
  func equals(_ outer: [PatternSymbol], _ inner: [PatternSymbol]) -> Bool {
    guard !outer.isEmpty else { return false }
    var walk = Walk(self, outer, inner, mustReachEnd: true)
    return walk.matches(0, 0)
  }

  /// One comparison with what it found to lead nowhere.
  private struct Walk {
    let comparison: WayComparison
    let part: [PatternSymbol]
    let whole: [PatternSymbol]
    let mustReachEnd: Bool
    private var failed: Set<Int> = []

    init(
      _ comparison: WayComparison, _ part: [PatternSymbol], _ whole: [PatternSymbol],
      mustReachEnd: Bool
    ) {
      self.comparison = comparison
      self.part = part
      self.whole = whole
      self.mustReachEnd = mustReachEnd
    }

    /// Whether `part` from `index` on fits `whole` from `place` on.
    mutating func matches(_ index: Int, _ place: Int) -> Bool {
      if index == part.count {
        if mustReachEnd { return place == whole.count || whole[place] == .lookahead }
        return !(place < whole.count && whole[place].isWord && part[index - 1].isWord)
      }
      let key = index * (whole.count + 1) + place
      if failed.contains(key) { return false }
      if step(index, place) { return true }
      failed.insert(key)
      return false
    }

    private mutating func step(_ index: Int, _ place: Int) -> Bool {
      if case .gap(let minimum, let maximum) = part[index] {
        return cross(minimum, maximum, index, place)
      }
      guard place < whole.count else { return false }
      if part[index] == whole[place], matches(index + 1, place + 1) { return true }
      if !mustReachEnd {
        if part[index] == .lookahead { return matches(index + 1, place) }
        if whole[place] == .lookahead {
          return part[..<index].contains(.lookahead) && matches(index, place + 1)
        }
      }
      guard case .reference(let name) = part[index], let lexicon = comparison.lexicons[name] else {
        return false
      }
      return takesTerm(lexicon, index, place)
    }

    /// Whether the lexicon at `index` has what stands at `place`.
    private mutating func takesTerm(
      _ lexicon: FoldedLexicon, _ index: Int, _ place: Int
    ) -> Bool {
      let isLast = index == part.count - 1 && !mustReachEnd
      if case .reference(let other) = whole[place] {
        // Of two lexicons each takes its own longest term, so nothing may follow.
        guard isLast, let inner = comparison.lexicons[other] else { return false }
        return inner.texts.isSubset(of: lexicon.texts)
      }
      var run: [Unicode.Scalar] = []
      for symbol in whole[place...].prefix(lexicon.longest + 1) {
        guard case .character(let scalar) = symbol else { break }
        run.append(scalar)
      }
      guard case .character = whole[place] else { return false }
      let lengths = lexicon.lengths(of: run)
      if isLast { return lengths.contains { matches(index + 1, place + $0) } }
      guard let longest = lengths.last, longest < run.count || place + longest == whole.count else {
        return false
      }
      return matches(index + 1, place + longest)
    }

    private mutating func cross(
      _ minimum: Int, _ maximum: Int, _ index: Int, _ start: Int
    ) -> Bool {
      var place = start
      var (least, most) = (0, 0)
      while true {
        if least >= minimum, most <= maximum, matches(index + 1, place) { return true }
        guard place < whole.count, let width = width(whole[place]) else { return false }
        least += width.lowerBound
        most += width.upperBound
        if most > maximum { return false }
        place += 1
      }
    }

    /// How many characters of one clause the symbol takes; nil where that is not sure.
    private func width(_ symbol: PatternSymbol) -> ClosedRange<Int>? {
      switch symbol {
      case .character(let scalar): return scalar.endsClause ? nil : 1...1
      case .gap(let minimum, let maximum): return minimum...maximum
      case .start, .end: return 0...0
      case .lookahead: return nil
      case .reference("han"): return 1...1
      case .reference(let name):
        guard let lexicon = comparison.lexicons[name], !lexicon.crossesClauses else { return nil }
        return lexicon.shortest...lexicon.longest
      }
    }
  }
}

/// The terms of a lexicon and of those it includes, as they stand in normalised text.
struct FoldedLexicon {
  let texts: Set<String>
  /// Characters of the shortest and of the longest term.
  let shortest: Int
  let longest: Int
  /// Whether a term holds punctuation that ends a clause.
  let crossesClauses: Bool

  /// - Complexity: O(bytes of `terms`).
  init(_ terms: [String]) {
    texts = Set(terms)
    let lengths = terms.map(\.unicodeScalars.count)
    shortest = lengths.min() ?? 0
    longest = lengths.max() ?? 0
    crossesClauses = terms.contains { $0.unicodeScalars.contains(where: \.endsClause) }
  }

  /// Lengths in characters of the terms with which `run` begins, ascending.
  ///
  /// - Complexity: O(`longest`²).
  func lengths(of run: [Unicode.Scalar]) -> [Int] {
    guard shortest > 0 else { return [] }
    var text = ""
    var found: [Int] = []
    for (index, scalar) in run.prefix(longest).enumerated() {
      text.unicodeScalars.append(scalar)
      if index + 1 >= shortest, texts.contains(text) { found.append(index + 1) }
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Whether it can end a clause of normalised text.
  var endsClause: Bool { [",", ";", ":", "\u{3002}", "!", "?", "\n"].contains(self) }
}
