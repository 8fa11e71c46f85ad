import Decoding
import Documents
import SourceText
import TestSupport
import Testing

struct ShiftRepairTests {
  /// The articles of the fixtures by name.
  static let articles: [(name: String, text: String)] = {
    let names = (try? Repository.names(in: "fixtures/articles")) ?? []
    return names.filter { $0.hasSuffix(".txt") }.compactMap { name in
      (try? Repository.text("fixtures/articles/\(name)")).map { (name, $0) }
    }
  }()

  /// Sentences of the fixtures with ten Han characters or more that GB18030 writes in pairs.
  static let sentences: [String] = articles.flatMap { article in
    let document = read(article.text)
    return document.sentences.filter { document.text[$0.span.end...].starts(with: "。".utf8) }
      .map { document.string($0.span) + "。" }.filter { sentence in
        sentence.count { ("\u{4E00}"..."\u{9FFF}").contains($0) } >= 10
          && EncodedText.bytes(sentence, as: .gb18030) != nil
      }
  }

  /// `text` with one byte of a Han character gone from its form in GB18030, read with `?`.
  static func cut(_ text: String, using generator: inout SeededGenerator) -> String {
    var bytes = EncodedText.bytes(text, as: .gb18030) ?? []
    // Not of the stop at the end: a mark in its place may be a question mark.
    let places = bytes.indices.dropLast(2).filter { bytes[$0] >= 0x80 }
    bytes.remove(at: places.randomElement(using: &generator) ?? 0)
    let decoded = TextDecoder.decode(bytes, as: .gb18030)?.text ?? []
    return String(decoding: decoded, as: UTF8.self).replacing("\u{FFFD}", with: "?")
  }

  @Test("A byte that was cut out is put back", arguments: Array(1...3) as [UInt64])
  func cuts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (exact, wrong) = (0, 0)
    for _ in 0..<100 {
      let sentence = try #require(Self.sentences.randomElement(using: &generator))
      let damaged = Self.cut(sentence, using: &generator)
      let document = read(damaged)
      if document.string == read(sentence).string {
        exact += 1
      } else if document.noiseStrings.contains(where: { $0.hasPrefix("shifted-bytes-repaired") }),
        !document.string.contains("\u{FFFD}")
      {
        wrong += 1
        print("seed \(seed): \(sentence) → \(damaged) → \(document.string)")
      } else {
        print("seed \(seed), open: \(sentence) → \(damaged) → \(document.string)")
      }
      let offsets = (0...document.text.count).map { document.offsets.original($0) }
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    }
    print("seed \(seed): \(exact) of 100 given back, \(wrong) repaired wrongly")
    #expect(exact >= 95, "seed \(seed)")
  }

  // One article shows the marks of lost bytes on purpose.
  @Test(
    "Undamaged text is not changed",
    arguments: articles.filter { !$0.text.contains("??") }.map(\.name))
  func clean(name: String) throws {
    let text = try #require(Self.articles.first { $0.name == name }).text
    for variant in [text, text.replacing("？", with: "?")] {
      let noise = read(variant).noiseStrings
      #expect(!noise.contains { $0.hasPrefix("shifted") }, "\(noise)")
    }
  }
}
