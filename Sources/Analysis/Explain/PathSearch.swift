import SourceText

/// Looks for the chain of a path's parts that breaks the fewest of its gaps.
struct PathSearch {
  private let path: PatternProbe.Path
  /// Where each part occurs.
  private let spans: [[SourceSpan]]
  private let probe: PatternProbe

  init(_ path: PatternProbe.Path, _ spans: [[SourceSpan]], _ probe: PatternProbe) {
    self.path = path
    self.spans = spans
    self.probe = probe
  }

  func nearness() -> Nearness {
    let words = path.parts.indices.filter { path.parts[$0].isWords }
    let missing = words.filter { spans[$0].isEmpty }
    if missing.isEmpty {
      if let chain = chain(Array(path.parts.indices)) { return nearness(of: chain) }
      guard words.count > 1 else { return .nothing }
      return Nearness(distance: 1.2, lack: .order(words.compactMap { spans[$0].first }))
    }
    let found = words.filter { !spans[$0].isEmpty }
    guard !found.isEmpty else { return .nothing }
    let names = missing.map { path.parts[$0].text }
    let rest = chain(path.parts.indices.filter { !missing.contains($0) })
    let places = Self.joined(rest?.spans ?? found.compactMap { spans[$0].first })
    // Half of a pattern is found in any text; it is near when most of it stands as it should.
    let fits = missing.count == 1 && places.count > 1 && rest?.breaches.isEmpty == true
    let distance = fits ? 1 : 1.5 + 0.1 * Double(missing.count)
    return Nearness(distance: distance, lack: .parts(places, missing: names))
  }

  /// Sorted spans, those that touch as one and empty ones left out.
  private static func joined(_ spans: [SourceSpan]) -> [SourceSpan] {
    var result: [SourceSpan] = []
    for span in spans.filter({ !$0.isEmpty }).sorted() {
      if let last = result.last, last.end == span.start {
        result[result.count - 1].end = span.end
      } else {
        result.append(span)
      }
    }
    return result
  }

  private func nearness(of chain: Chain) -> Nearness {
    guard let worst = chain.breaches.max(by: { $0.excess < $1.excess }) else { return .nothing }
    let excess = chain.breaches.reduce(0) { $0 + $1.excess }
    // Words that must touch are mostly strangers where they do not.
    let isFar = worst.excess > 2 + 2 * worst.allowed.upperBound
    let distance = isFar ? 1.5 : min(0.95, 0.15 + 0.04 * Double(excess))
    let before = chain.spans[worst.index]
    let after = chain.spans[worst.index + 1]
    if worst.isClauseOnly { return Nearness(distance: distance, lack: .clause(before, after)) }
    return Nearness(
      distance: distance,
      lack: .gap(
        before.isEmpty ? nil : before, after.isEmpty ? nil : after, found: worst.found,
        allowed: worst.allowed))
  }

  /// A gap that is not as the pattern allows it.
  private struct Breach {
    /// Of the part before it, in the chain.
    let index: Int
    let found: Int
    let allowed: ClosedRange<Int>
    let excess: Int
    /// As long as it may be, but it leaves its clause.
    let isClauseOnly: Bool
  }

  private struct Chain {
    let spans: [SourceSpan]
    let breaches: [Breach]
  }

  /// The parts in order with the least excess, or nil where they do not occur in this order.
  ///
  /// - Complexity: O(parts · places²).
  private func chain(_ parts: [Int]) -> Chain? {
    guard let first = parts.first else { return nil }
    var costs = [spans[first].map { _ in 0 as Int? }]
    var links: [[Int]] = [[]]
    for (position, part) in parts.enumerated().dropFirst() {
      let allowed = gap(from: parts[position - 1], to: part)
      let before = spans[parts[position - 1]]
      var cost: [Int?] = []
      var link: [Int] = []
      for span in spans[part] {
        var best: (cost: Int, index: Int)?
        for (index, earlier) in before.enumerated() where earlier.end <= span.start {
          guard let known = costs[position - 1][index] else { continue }
          let total = known + (breach(index, earlier, span, allowed)?.excess ?? 0)
          if best.map({ total < $0.cost }) ?? true { best = (total, index) }
        }
        cost.append(best?.cost)
        link.append(best?.index ?? 0)
      }
      costs.append(cost)
      links.append(link)
    }
    let ends = costs[parts.count - 1].enumerated().compactMap { index, cost in
      cost.map { (cost: $0, index: index) }
    }
    guard var place = ends.min(by: { ($0.cost, $0.index) < ($1.cost, $1.index) })?.index else {
      return nil
    }
    var chosen: [SourceSpan] = []
    for position in parts.indices.reversed() {
      chosen.insert(spans[parts[position]][place], at: 0)
      if position > 0 { place = links[position][place] }
    }
    let breaches = parts.indices.dropFirst().compactMap { position in
      breach(
        position - 1, chosen[position - 1], chosen[position],
        gap(from: parts[position - 1], to: parts[position]))
    }
    return Chain(spans: chosen, breaches: breaches)
  }

  /// What may stand between two parts; parts that are passed over count as a few characters.
  private func gap(from left: Int, to right: Int) -> ClosedRange<Int> {
    let passed = right - left - 1
    let gaps = path.gaps[left..<right]
    let longestPassed = 6
    return gaps.reduce(0) {
      $0 + $1.lowerBound
    }...gaps.reduce(passed * longestPassed) {
      $0 + $1.upperBound
    }
  }

  private func breach(
    _ index: Int, _ before: SourceSpan, _ after: SourceSpan, _ allowed: ClosedRange<Int>
  ) -> Breach? {
    let between = SourceSpan(before.end, after.start)
    let found = probe.characters(between)
    let leavesClause = found > 0 && !probe.isInOneClause(between)
    let clauseCost = 6
    var excess = max(found - allowed.upperBound, allowed.lowerBound - found, 0)
    let isClauseOnly = excess == 0 && leavesClause
    if leavesClause { excess += clauseCost }
    guard excess > 0 else { return nil }
    return Breach(
      index: index, found: found, allowed: allowed, excess: excess, isClauseOnly: isClauseOnly)
  }
}
