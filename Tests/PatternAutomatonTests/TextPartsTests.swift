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

  @Test("Parts before an offset are those from which it can be reached", arguments: 0..<10)
  func reached(_ seed: UInt64) {
    Self.check(seed, { $0.reachedWithin($1, $2) }, distance: { $1 - $0 })
  }

  @Test("Parts behind an offset are those that it can reach", arguments: 0..<10)
  func reaching(_ seed: UInt64) {
    Self.check(seed, { $0.reaching($1, $2) }, distance: { $0 - $1 })
  }

  /// Whatever is so near is found, as `distance` of it and an offset says; what is found lies at most a part
  /// too far.
  private static func check(
    _ seed: UInt64, _ spread: (TextParts, Int, Int) -> TextParts, distance: (Int, Int) -> Int
  ) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let length = Int.random(in: 1...5000, using: &random)
      let shift = TextParts.shift(length)
      let bytes = Int.random(in: 0...length, using: &random)
      let offset = Int.random(in: 0...length, using: &random)
      var parts = TextParts.none
      parts.insert(offset, shift)
      let reached = spread(parts, bytes, shift)
      let wrong = (0...length).filter { start in
        let distance = distance(start, offset)
        let isNear = (0...bytes).contains(distance)
        let isFar = distance < -(1 << shift) || distance > bytes + 2 << shift
        return reached.contains(start, shift) ? isFar : isNear
      }
      #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3)) to \(offset) in \(bytes)")
    }
  }
}
