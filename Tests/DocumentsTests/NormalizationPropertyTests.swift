import Documents
import SourceText
import TestSupport
import Testing

struct NormalizationPropertyTests {
  private static let seeds: [UInt64] = Array(1...120)
  /// So many edges from each edge on are tried as the end of its span.
  private static let nearby = 8

  @Test("The offset map is monotone and stays inside the original", arguments: seeds)
  func monotone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = NoisyText.bytes(40, using: &generator)
    let document = read(bytes: bytes)
    let offsets = (0...document.text.count).map { document.offsets.original($0) }
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    #expect(offsets.allSatisfy { (0...bytes.count).contains($0) }, "seed \(seed)")
    #expect(offsets.last == bytes.count || document.text.isEmpty, "seed \(seed)")
  }

  @Test("The original of a span is normalised to that span", arguments: seeds)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = NoisyText.bytes(12, isOneLine: true, using: &generator)
    let document = read(bytes: bytes)
    guard !document.hasContextualRepair else { return }
    let starts = document.text.indices.filter { document.text[$0] & 0xC0 != 0x80 }
    let edges = starts + [document.text.count]
    for (index, start) in edges.enumerated() {
      // An end is found by itself, so that each edge is tried with those near it, where a repair of
      // the one may touch the other, and with the ends of the text.
      let near = edges[index...].prefix(Self.nearby)
      for end in index == 0 ? Set(edges) : Set(near + edges.suffix(1)) {
        let original = document.offsets.original(SourceSpan(start, end))
        let again = read(bytes: Array(bytes[original.start..<original.end]))
        if again.hasContextualRepair { continue }
        #expect(
          again.text.elementsEqual(document.text[start..<end]),
          "seed \(seed), normalised \(start)..<\(end), original \(original)")
      }
    }
  }

  @Test("Normalising twice changes nothing", arguments: seeds)
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let once = read(bytes: NoisyText.bytes(200, using: &generator))
    let twice = read(bytes: once.text)
    // What looks like damage may come into sight, or change, with what stood beside it.
    guard !once.hasContextualRepair, !twice.hasContextualRepair else { return }
    #expect(twice.text == once.text, "seed \(seed)")
  }

  @Test("Units are nested, ordered and lie inside one another", arguments: seeds)
  func units(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = read(bytes: NoisyText.bytes(200, using: &generator))
    var (sentence, clause, end) = (0, 0, 0)
    for (index, block) in document.blocks.enumerated() {
      #expect(block.span.start >= end && !block.span.isEmpty, "seed \(seed)")
      end = block.span.end
      #expect(block.sentences.lowerBound == sentence && block.clauses.lowerBound == clause)
      for unit in document.sentences[block.sentences] {
        #expect(unit.block == index && block.span.covers(unit.span), "seed \(seed)")
        #expect(unit.clauses.lowerBound == clause && !unit.clauses.isEmpty, "seed \(seed)")
        for part in document.clauses[unit.clauses] {
          #expect(part.sentence == sentence && unit.span.covers(part.span), "seed \(seed)")
          #expect(!part.span.isEmpty, "seed \(seed)")
          clause += 1
        }
        sentence += 1
      }
      #expect(block.sentences.upperBound == sentence && block.clauses.upperBound == clause)
    }
    #expect(document.sentences.count == sentence && document.clauses.count == clause)
  }

  @Test("Sprinkled noise leaves the same text and the same units", arguments: seeds)
  func sprinkled(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let variants: [Character: [String]] = [
      "责": ["責", "责(ze)"], "创": ["創", "創(chuàng)"], "会": ["會(huì )", "会（huì）"], "国": ["國"],
      ",": ["，", ",,", "，，", "&#44;"], "。": ["。。", "｡", "。\u{200B}"], "1": ["１"], "(": ["（"],
      ")": ["）"], "“": ["「"], "”": ["」"],
    ]
    let clean = "会议要求,各街道压实责任,创建国家卫生城市(2021年)。“创国卫”办公室11日前通报。"
    let noisy = clean.map { character in
      let choices = [String(character)] + (variants[character] ?? [])
      return choices.randomElement(using: &generator) ?? ""
    }.joined()
    let (expected, actual) = (read(clean), read(noisy))
    #expect(actual.string == clean, "seed \(seed): \(noisy)")
    #expect(actual.clauses == expected.clauses, "seed \(seed): \(noisy)")
    #expect(actual.sentences == expected.sentences, "seed \(seed): \(noisy)")
  }

  @Test("Folding twice changes nothing", arguments: seeds)
  func folding(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let literal = String(decoding: NoisyText.bytes(6, using: &generator), as: UTF8.self)
    let folded = Normalizer.fold(literal)
    #expect(Normalizer.fold(String(decoding: folded, as: UTF8.self)) == folded, "seed \(seed)")
  }
}
