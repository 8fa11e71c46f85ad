import PatternAutomaton
import SourceText
import TestSupport
import Testing

@testable import Analysis

struct OverlapIndexTests {
  @Test(
    "The first match that covers or overlaps a span is the one that a look at each finds",
    arguments: 1...200)
  func looks(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let starts = Set(
      (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Int32.random(in: 0..<60, using: &random)
      })
    // Most are short, one in eight may reach over many others.
    let all = starts.sorted().map { start in
      let isLong = Int.random(in: 0..<8, using: &random) == 0
      return Match(
        start: start, end: start + Int32.random(in: 1...(isLong ? 50 : 3), using: &random))
    }
    // A slice that does not begin with the first match, as the lists of the automaton are slices.
    let skipped = min(all.count, Int.random(in: 0...2, using: &random))
    let matches = all[skipped...]
    let index = OverlapIndex(matches)
    let spans = matches.map { SourceSpan($0) }
    for start in 0..<60 {
      for length in 1...6 {
        let span = SourceSpan(start, start + length)
        #expect(index.first(covering: span) == spans.first { $0.covers(span) }, "seed \(seed)")
        #expect(index.first(overlapping: span) == spans.first { $0.overlaps(span) }, "seed \(seed)")
      }
    }
  }
}
