import TestSupport
import Testing

@testable import PatternAutomaton

struct ReachTableTests {
  /// A table with one frame inside another keeps of each what was added there.
  @Test("Offsets lie in ranges that were added, and in no others", arguments: 0..<20)
  func contains(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = ReachTable()
    var expected: [Set<Int>] = []
    func add(_ frame: ReachTable.Frame) {
      let start = table.end
      var offsets: Set<Int> = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let low = Int32.random(in: 0...200, using: &random)
        let high = low + Int32.random(in: 0...3, using: &random)
        table.append(OffsetRange(low: low, high: high))
        offsets.formUnion(Int(low)...Int(high))
      }
      table.assign(1, from: start, frame)
      expected.append(offsets)
    }
    let outer = table.open(stateCount: 2)
    add(outer)
    for _ in 0..<3 {
      let inner = table.open(stateCount: 3)
      add(inner)
      let last = expected[expected.count - 1]
      let found = Set((0...210).filter { table.contains($0, 1, inner) })
      #expect(found == last, "seed \(seed)")
      #expect(table.isEmpty(0, inner) && table.isEmpty(1, inner) == last.isEmpty)
      table.close(inner)
    }
    let found = Set((0...210).filter { table.contains($0, 1, outer) })
    #expect(found == expected[0], "seed \(seed)")
  }
}
