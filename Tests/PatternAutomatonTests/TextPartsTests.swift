import TestSupport
import Testing

@testable import PatternAutomaton

struct TextPartsTests {
  @Test(
    "Offsets of a text have at most 64 parts", arguments: [0, 1, 63, 64, 65, 4095, 4096, 1 << 24])
  func count(_ length: Int) {
    let shift = TextParts.shift(length)
    #expect(length >> shift < 64)
    #expect(shift == 0 || length >> (shift - 1) >= 64)
  }

  /// Whatever begins so near is reached; what is reached lies at most a part too far.
  @Test("Parts before an offset are those from which it can be reached", arguments: 0..<20)
  func reached(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 1...5000, using: &random)
      let shift = TextParts.shift(length)
      let bytes = Int.random(in: 0...length, using: &random)
      let offset = Int.random(in: 0...length, using: &random)
      var parts = TextParts.none
      parts.insert(offset, shift)
      let reached = parts.reachedWithin(bytes, shift)
      for start in 0...length {
        let distance = offset - start
        if (0...bytes).contains(distance) {
          #expect(reached.contains(start, shift), "seed \(seed): \(start) to \(offset) in \(bytes)")
        } else if distance < -(1 << shift) || distance > bytes + 2 << shift {
          #expect(
            !reached.contains(start, shift), "seed \(seed): \(start) to \(offset) in \(bytes)")
        }
      }
    }
  }
}
