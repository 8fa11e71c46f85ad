import Decoding
import Documents
import SourceText
import TestSupport
import Testing

/// Articles with damage strewn over them: the text comes back, and every span leads to the bytes
/// that it was made from.
struct DamagedSpanTests {
  /// A stretch of the clean text and the bytes of the damaged file that stand for it.
  private struct Segment {
    var clean: Range<Int>
    var damaged: Range<Int>
    var isRun: Bool
  }

  private static let variants: [Character: [String]] = [
    "会": ["會(huì )", "会（Huì）"], "责": ["責", "责(zé)", "责(ze)"], "创": ["創(chuàng)"],
    "长": ["长(zhǎng,cháng)"], "县": ["縣(xiàn)"], "办": ["辦 (bàn)"], ",": ["，", ",,", "&#44;"],
    "。": ["。。", "｡", "。\u{200B}", "。<b>", "。. n' c* x% m9 s7 {"], "1": ["１"], "(": ["（"],
    "“": ["「", "&ldquo;"], "”": ["」", "&amp;rdquo;"], "、": ["、、", "､"],
  ]

  /// The damaged form of `clean` with what stands for what; `run` is the part that lost a byte.
  private func damage(
    _ clean: String, run: Range<String.Index>?, using generator: inout SeededGenerator
  ) throws -> (text: [UInt8], segments: [Segment]) {
    var text: [UInt8] = []
    var segments: [Segment] = []
    var index = clean.startIndex
    var offset = 0
    while index < clean.endIndex {
      var end = clean.index(after: index)
      var form = String(clean[index])
      let isRun = index == run?.lowerBound
      if let run, isRun {
        end = run.upperBound
        var bytes = try #require(EncodedText.bytes(String(clean[run]), as: .gb18030))
        bytes.remove(at: Int.random(in: bytes.indices, using: &generator))
        let decoded = try #require(TextDecoder.decode(bytes, as: .gb18030)).text
        form = String(decoding: decoded, as: UTF8.self).replacing("\u{FFFD}", with: "?")
      } else if Int.random(in: 0..<4, using: &generator) == 0 {
        form = Self.variants[clean[index]]?.randomElement(using: &generator) ?? form
      }
      let length = clean[index..<end].utf8.count
      segments.append(
        Segment(
          clean: offset..<offset + length, damaged: text.count..<text.count + form.utf8.count,
          isRun: isRun))
      text += form.utf8
      offset += length
      index = end
    }
    return (text, segments)
  }

  /// A stretch of twelve Han characters or more between two ASCII characters.
  private func run(
    in clean: String, using generator: inout SeededGenerator
  ) -> Range<String.Index>? {
    let runs = clean.matches(of: /[\u{4E00}-\u{9FFF}、。]{12,}/).map(\.range)
    return runs.filter { $0.upperBound < clean.endIndex }.randomElement(using: &generator)
  }

  @Test("Spans lead to the bytes that they were made from", arguments: ShiftRepairTests.names)
  func spans(name: String) throws {
    let text = try #require(ShiftRepairTests.articles.first { $0.name == name }).text
    let clean = read(read(text).string)
    var repaired = 0
    for seed in UInt64(1)...4 {
      var generator = SeededGenerator(seed: seed)
      let cut = seed % 2 == 0 ? nil : run(in: clean.string, using: &generator)
      let (bytes, segments) = try damage(clean.string, run: cut, using: &generator)
      let document = read(bytes: bytes)
      let offsets = (0...document.text.count).map { document.offsets.original($0) }
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
      #expect(offsets.last == bytes.count, "seed \(seed)")
      // A cut that is left open is another test's business.
      guard document.string == clean.string else {
        #expect(cut != nil, "seed \(seed): \(document.string)")
        continue
      }
      repaired += 1
      #expect(document.sentences == clean.sentences && document.clauses == clean.clauses)
      for span in document.sentences.map(\.span) + document.clauses.map(\.span) {
        let original = document.offsets.original(span)
        let first = try #require(segments.first { $0.clean.contains(span.start) })
        let last = try #require(segments.last { $0.clean.contains(span.end - 1) })
        #expect(first.damaged.lowerBound <= original.start, "seed \(seed)")
        #expect(original.end <= last.damaged.upperBound, "seed \(seed)")
        let piece = segments.filter { $0.clean.overlaps(span.start..<span.end) }
        if piece.contains(where: \.isRun) { continue }
        #expect(original.start == first.damaged.lowerBound, "seed \(seed)")
        let again = read(bytes: Array(bytes[original.start..<original.end])).string
        #expect(again == document.string(span), "seed \(seed)")
      }
    }
    #expect(repaired >= 2)
  }
}
