import SourceText

/// Spans of several lists, one of each of which is chosen so that they stand close together.
struct ClosestSpans {
  /// Each sorted by start.
  private let lists: [[SourceSpan]]
  /// By list and span which of it and all behind it ends first, of equals the one in front.
  private let soonest: [[Int]]
  /// Where spans start, each once and in order, as long as every list has one from there on.
  private var starts: [Int] = []
  /// By start where one span of each list has ended that begins there or behind it; never before the one
  /// of an earlier start.
  private var ends: [Int] = []

  /// - Complexity: O(*n* (*k* + log *n*)) for *n* spans in *k* lists.
  init(_ lists: [[SourceSpan]]) {
    self.lists = lists
    soonest = lists.map { list in
      var soonest = Array(list.indices)
      for index in list.indices.dropLast().reversed()
      where list[soonest[index + 1]].end < list[index].end {
        soonest[index] = soonest[index + 1]
      }
      return soonest
    }
    var next = Array(repeating: 0, count: lists.count)
    for start in lists.joined().map(\.start).sorted() where start != starts.last {
      var end = start
      for (index, list) in lists.enumerated() {
        while next[index] < list.count, list[next[index]].start < start { next[index] += 1 }
        guard next[index] < list.count else { return }
        end = max(end, list[soonest[index][next[index]]].end)
      }
      starts.append(start)
      ends.append(end)
    }
  }

  /// A span of each list but the first, behind `anchor`, which is one of that: the choice with the fewest
  /// characters from its first start to its last end, of equals the one that begins first.
  ///
  /// Nil where no choice has at most `most` characters, which `count` counts.
  ///
  /// - Complexity: O(log *n*), and a look at each start in front of the anchor from where the choice could
  ///   be as short.
  func choice(
    with anchor: SourceSpan, most: Int, _ count: (SourceSpan) -> Int
  ) -> (spans: [SourceSpan], characters: Int)? {
    var best: (start: Int, characters: Int)?
    var index = starts.firstSorted { $0 > anchor.start }
    while index > 0 {
      index -= 1
      let limit = best?.characters ?? most
      // What begins here or in front holds the anchor whole.
      if count(SourceSpan(starts[index], anchor.end)) > limit { break }
      let characters = count(SourceSpan(starts[index], max(ends[index], anchor.end)))
      if characters <= limit { best = (starts[index], characters) }
    }
    guard let best else { return nil }
    var spans = [anchor]
    for (list, soonest) in zip(lists, soonest).dropFirst() {
      spans.append(list[soonest[list.firstSorted { $0.start >= best.start }]])
    }
    return (spans, best.characters)
  }

  /// The choice with the longest words around those chosen with the anchor, as far as all of them have at
  /// most `most` characters: a word is more than one inside it.
  func widened(
    _ choice: [SourceSpan], most: Int, _ count: (SourceSpan) -> Int
  ) -> [SourceSpan] {
    var spans = choice
    for (index, list) in lists.enumerated().dropFirst() {
      let start = spans.reduce(.max) { min($0, $1.start) }
      let end = spans.reduce(0) { max($0, $1.end) }
      for span in list[..<list.firstSorted { $0.start >= choice[index].start }].reversed() {
        if count(SourceSpan(min(span.start, start), end)) > most { break }
        let stretch = SourceSpan(min(span.start, start), max(span.end, end))
        if span.covers(choice[index]), count(stretch) <= most { spans[index] = span }
      }
    }
    return spans
  }
}
