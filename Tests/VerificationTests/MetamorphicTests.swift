import Analysis
import Decoding
import Documents
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// What does not change what an article says does not change what is found in it.
struct MetamorphicTests {
  /// What people compare: tags, directives and scores, without places in the file.
  struct Findings: Hashable {
    var paragraphs: [[String]]
    var scores: DocumentScores

    init(_ result: AnalysisResult) {
      paragraphs = result.paragraphs.map { paragraph in
        paragraph.tags.map { "\($0.tag) \($0.level)" }
          + paragraph.directives.map { directive in
            let scores = directive.scores.map { "\($0.name) \($0.score)" }
            return "\(directive.text) \(scores.joined(separator: " "))"
          }
      }
      scores = result.scores
    }
  }

  static let articles: [String] = {
    let names = (try? Repository.names(in: "fixtures/articles")) ?? []
    return names.filter { $0.hasSuffix(".txt") }
  }()

  /// One reading for each character: enough to look like the pages that add them.
  static let readings: [Character: String] = [
    "会": "huì", "长": "zhǎng", "卫": "wèi", "创": "chuàng", "动": "dòng", "责": "zé", "实": "shí",
    "设": "shè", "发": "fā", "对": "duì", "标": "biāo", "县": "xiàn", "区": "qū", "领": "lǐng",
    "导": "dǎo", "问": "wèn", "题": "tí", "时": "shí", "测": "cè", "评": "píng", "办": "bàn",
    "报": "bào", "严": "yán", "环": "huán", "处": "chù", "应": "yīng", "满": "mǎn",
    "难": "nán", "乱": "luàn", "单": "dān", "员": "yuán", "业": "yè", "务": "wù", "场": "chǎng",
    "积": "jī", "极": "jí", "检": "jiǎn", "质": "zhì", "项": "xiàng", "条": "tiáo", "号": "hào",
  ]

  static let analyzer: Analyzer? = {
    let folder = "rules/civic-campaign"
    let names = (try? Repository.packFiles(in: folder)) ?? []
    let files = names.compactMap { name in
      (try? Repository.bytes("\(folder)/\(name)")).map { SourceFile(name: name, bytes: $0) }
    }
    return PackResolver.resolve(files: files).pack.flatMap { try? Analyzer($0) }
  }()

  private func findings(
    _ bytes: [UInt8], _ options: ReadingOptions = Repository.reading
  ) throws -> Findings {
    let analyzer = try #require(Self.analyzer)
    var scratch = Analyzer.Scratch()
    let file = SourceFile(name: "article", bytes: bytes)
    let document = DocumentReader.read(file, options: options)
    let offsets = (0...document.text.count).map { document.offsets.original($0) }
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(offsets.last == bytes.count)
    return Findings(analyzer.analyze(file, options: options, &scratch))
  }

  private func article(_ name: String) throws -> String {
    String(try Repository.text("fixtures/articles/\(name)").drop { $0 == "\u{FEFF}" })
  }

  @Test("Traditional script says the same", arguments: articles)
  func traditional(name: String) throws {
    let text = try article(name)
    let traditional = EncodedText.traditional(text, folding: Normalizer.fold)
    try #require(traditional != text)
    #expect(try findings(Array(traditional.utf8)) == findings(Array(text.utf8)))
  }

  @Test("Readings in brackets say nothing", arguments: articles)
  func readings(name: String) throws {
    var generator = SeededGenerator(seed: 4)
    let text = try article(name)
    let sprinkled = text.map { character in
      guard let reading = Self.readings[character], Int.random(in: 0..<3, using: &generator) > 0
      else { return String(character) }
      let forms = [
        "(\(reading))", "(\(reading) )", "（\(reading)）",
        "(\(reading.prefix(1).uppercased())\(reading.dropFirst()))",
      ]
      return String(character) + (forms.randomElement(using: &generator) ?? "")
    }.joined()
    #expect(try findings(Array(sprinkled.utf8)) == findings(Array(text.utf8)), "seed 4")
  }

  static let wide: [Character: String] = [
    ",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "0": "０", "1": "１", "2": "２",
    "3": "３", "5": "５", "8": "８", "A": "Ａ", "%": "％",
  ]

  @Test("Wide and narrow forms are the same", arguments: articles)
  func width(name: String) throws {
    let text = try article(name)
    let wide = text.map { Self.wide[$0] ?? String($0) }.joined()
    #expect(try findings(Array(wide.utf8)) == findings(Array(text.utf8)))
  }

  @Test("Every encoding gives the same", arguments: articles)
  func encodings(name: String) throws {
    let text = try article(name)
    let expected = try findings(Array(text.utf8))
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian, .gb18030] {
      guard let bytes = EncodedText.bytes(text, as: encoding) else { continue }
      #expect(try findings(bytes) == expected, "\(encoding.rawValue)")
    }
    let traditional = EncodedText.traditional(text, folding: Normalizer.fold)
    if let bytes = EncodedText.bytes(traditional, as: .big5) {
      #expect(try findings(bytes) == expected, "Big5")
    }
  }

  @Test("Line ends of Windows and of old Macs are line ends", arguments: articles)
  func lineEnds(name: String) throws {
    let text = try article(name)
    for end in ["\r\n", "\r"] {
      let other = text.replacing("\n", with: end)
      #expect(try findings(Array(other.utf8)) == findings(Array(text.utf8)))
    }
  }

  @Test("A paragraph that stands there twice gives no directive twice", arguments: articles)
  func repeated(name: String) throws {
    let text = try article(name)
    let analyzer = try #require(Self.analyzer)
    var scratch = Analyzer.Scratch()
    let bytes = Array(text.utf8)
    let result = analyzer.analyze(
      SourceFile(name: "article", bytes: bytes), options: Repository.reading, &scratch)
    // Short units are said again on purpose.
    let paragraph = result.paragraphs.last {
      $0.text.unicodeScalars.count(where: \.properties.isIdeographic) >= 80
    }
    guard let paragraph else { return }
    let span = paragraph.bytes
    let twice =
      bytes[..<span.end] + [0x0A] + bytes[span.start..<span.end] + [0x0A] + bytes[span.end...]
    let again = analyzer.analyze(
      SourceFile(name: "article", bytes: Array(twice)), options: Repository.reading, &scratch)
    let long = { (result: AnalysisResult) in
      result.paragraphs.flatMap(\.directives).map(\.text).filter { $0.count >= 30 }
    }
    #expect(long(again) == long(result))
  }
}
