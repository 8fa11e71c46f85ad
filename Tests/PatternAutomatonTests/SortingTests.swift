import TestSupport
import Testing

@testable import PatternAutomaton

struct SortingTests {
  @Test("Lists behind one another are sorted as one", arguments: 0..<40)
  func lists(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let head = [9, 8, 7]
    var numbers = head
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let list = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Int.random(in: 0...50, using: &random)
      }
      numbers += list.sorted()
    }
    let tail = numbers.dropFirst(head.count)
    var sorted = numbers
    sorted.sort(from: head.count)
    #expect(sorted == head + tail.sorted(), "seed \(seed)")
    var once = numbers
    once.sortDroppingRepeats(from: head.count)
    #expect(once == head + Set(tail).sorted(), "seed \(seed)")
  }
}
