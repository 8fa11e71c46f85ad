import TestSupport
import Testing

@testable import Analysis

@Suite struct UmbrellaCoverTests {
  /// Every directive asked about every other one.
  private func slow(
    _ frame: Int, _ blocks: [Int], _ values: [[Int: Double]?], _ umbrella: CompiledUmbrella
  ) -> [Int: Double] {
    var result: [Int: Double] = [:]
    for other in blocks.indices where other != frame {
      let factor =
        blocks[other] == blocks[frame] ? umbrella.paragraphFactor : umbrella.documentFactor
      for slot in umbrella.slots {
        guard let value = values[other]?[slot] else { continue }
        result[slot] = max(result[slot] ?? 0, factor * value)
      }
    }
    return result
  }

  @Test("Sanctions lend what a comparison of all pairs lends", arguments: 1...200)
  func pairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let factors = [0, 0.25, 0.5, 1]
    let umbrella = CompiledUmbrella(
      mark: 0, slots: [3, 7], score: "",
      paragraphFactor: factors.randomElement(using: &random) ?? 0,
      documentFactor: factors.randomElement(using: &random) ?? 0)
    let blocks = (0..<Int.random(in: 0...12, using: &random))
      .map { _ in Int.random(in: 0...3, using: &random) }.sorted()
    let values = blocks.map { _ -> [Int: Double]? in
      guard Bool.random(using: &random) else { return nil }
      return Dictionary(
        uniqueKeysWithValues: [3, 7, 9].filter { _ in Bool.random(using: &random) }
          .map { ($0, Double(Int.random(in: 0...4, using: &random)) / 4) })
    }
    var cover = UmbrellaCover(umbrella)
    for (frame, known) in values.enumerated() {
      if let known { cover.add(frame, block: blocks[frame], LabelValues(known)) }
    }
    for frame in blocks.indices {
      #expect(
        cover.values(for: frame, block: blocks[frame]) == slow(frame, blocks, values, umbrella),
        "seed \(seed), directive \(frame)")
    }
  }
}
