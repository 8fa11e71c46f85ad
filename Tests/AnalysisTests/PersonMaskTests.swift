import RuleLanguage
import SourceText
import Testing

@testable import Analysis

struct PersonMaskTests {
  private func mask() throws -> PersonMask {
    let rules = """
      pack: {name: small, version: 0.1.0}
      labels:
        zone: {on: block, role: zone, choices: [body]}
      lexicons:
        post: [市长, 局长]
        surname: [林, 欧阳]
      comparison:
        masks:
          person:
            title: {en: persons}
            patterns:
              - <post><surname><han>(<han>)?
            trim: [<post>]
      """
    let file = SourceFile(name: "pack.yaml", bytes: Array(rules.utf8))
    let resolved = PackResolver.resolve(files: [file])
    return try PersonMask(#require(resolved.pack, "\(resolved.diagnostics)"))
  }

  private func article(_ texts: [String]) -> AnalysisResult {
    let paragraphs = texts.enumerated().map { index, text in
      ParagraphResult(
        index: index + 1, zone: "body", line: index + 1, bytes: SourceSpan(0, 0), text: text,
        tags: [], via: "none", directives: [])
    }
    return AnalysisResult(
      source: "a", metadata: Metadata(fields: []), paragraphs: paragraphs, otherBlocks: [],
      scores: DocumentScores(
        means: [], directives: 0, actionableShare: nil, exhortationShare: nil, slotFill: []),
      noise: [], notices: [])
  }

  @Test("Every character of a name becomes a cross, and nothing else moves")
  func crosses() throws {
    var mask = try mask()
    mask.learn(article(["市长林一鸣主持,局长欧阳青,到会"]))
    #expect(mask.masked("市长林一鸣主持。") == "市长×××主持。")
    #expect(mask.masked("局长欧阳青,") == "局长×××,")
    #expect(mask.masked("会议要求清运垃圾。") == "会议要求清运垃圾。")
  }

  @Test("A name that was known once is hidden in the whole article, and only there")
  func elsewhere() throws {
    var mask = try mask()
    mask.learn(article(["市长林一鸣主持。", "林一鸣指出。"]))
    #expect(mask.masked("林一鸣指出。") == "×××指出。")
    mask.learn(article(["无人。"]))
    #expect(mask.masked("林一鸣指出。") == "林一鸣指出。")
  }

  @Test("A name that only the words of a slot show is hidden in the paragraph too")
  func piece() throws {
    var mask = try mask()
    var article = article(["市长:林一鸣到会。"])
    article.paragraphs[0].directives = [
      DirectiveResult(
        text: "市长林一鸣", bytes: SourceSpan(0, 0), classification: "order", obligorKind: nil,
        slots: [],
        scores: [], tail: nil, isExcluded: false)
    ]
    let masked = mask.masked(article)
    #expect(masked.paragraphs[0].text == "市长:×××到会。")
    #expect(masked.paragraphs[0].directives[0].text == "市长×××")
  }

  @Test("A name of two characters is hidden in the whole article too, a family name is not")
  func short() throws {
    var mask = try mask()
    mask.learn(article(["市长林鸣,局长欧阳青山,到会。"]))
    #expect(mask.masked("会后林鸣到林场查看。") == "会后××到林场查看。")
    #expect(mask.masked("林场") == "林场")
  }

  @Test("Of names in a row each is known for itself")
  func row() throws {
    let rules = """
      pack: {name: small, version: 0.1.0}
      labels:
        zone: {on: block, role: zone, choices: [body]}
      comparison:
        masks:
          person:
            patterns: ["领导林<han>(<han>)?、林<han>(<han>)?"]
            trim: [领导]
      """
    let file = SourceFile(name: "pack.yaml", bytes: Array(rules.utf8))
    let resolved = PackResolver.resolve(files: [file])
    var mask = try PersonMask(#require(resolved.pack, "\(resolved.diagnostics)"))
    mask.learn(article(["领导林一鸣、林海"]))
    #expect(mask.masked("林海说,林一鸣和林海已到。") == "××说,×××和××已到。")
  }

  @Test(
    "A name is hidden in what the article is called; endings and folders stay",
    arguments: [
      ("稿/林一鸣讲话.txt", "稿/×××讲话.txt"), ("林一鸣/1.林一鸣", "×××/1.×××"),
      ("局长欧阳青.docx", "局长×××.docx"), ("2024_局长欧阳青_讲话.txt", "2024_局长×××_讲话.txt"),
      ("稿.ndjson:3", "稿.ndjson:3"), ("/林一鸣/", "/×××/"), ("林場.txt", "林場.txt"), ("", ""),
    ])
  func path(_ source: String, _ shown: String) throws {
    var mask = try mask()
    var article = article(["市长林一鸣主持。"])
    article.source = source
    #expect(mask.masked(article).source == shown)
    #expect(mask.maskedSource(of: article) == shown)
  }

  @Test("A file name is not folded as texts are, and its names are known all the same")
  func traditionalPath() throws {
    var mask = try mask()
    var article = article(["市长林国鸣主持。"])
    article.source = "會議/林國鳴講話.txt"
    #expect(mask.masked(article).source == "會議/×××講話.txt")
  }

  @Test("Paths that differ stay apart, the same path is called the same")
  func distinct() {
    var sources = MaskedSources()
    let names = [
      ("林一鸣讲话.txt", "×××讲话.txt"), ("林二鸣讲话.txt", "×××讲话.txt"), ("林一鸣讲话.txt", "×××讲话.txt"),
      ("林三鸣讲话.txt", "×××讲话.txt"), ("林一鸣", "×××"), ("林二鸣", "×××"),
      ("×××讲话-4.txt", "×××讲话-4.txt"), ("林四鸣讲话.txt", "×××讲话.txt"), ("a.txt", "a.txt"),
      ("林一鸣.ndjson:12", "×××.ndjson:12"), ("林二鸣.ndjson:12", "×××.ndjson:12"),
    ].map { sources.name($0.0, masked: $0.1) }
    #expect(
      names == [
        "×××讲话.txt", "×××讲话-2.txt", "×××讲话.txt", "×××讲话-3.txt", "×××", "×××-2", "×××讲话-4.txt",
        "×××讲话-5.txt", "a.txt", "×××.ndjson:12", "×××-2.ndjson:12",
      ])
  }

  @Test("Places in the text hold after masking")
  func units() throws {
    var mask = try mask()
    let text = "😀市长林一鸣要求"
    mask.learn(article([text]))
    #expect(mask.masked(text).utf16.count == text.utf16.count)
  }

  @Test("A result quotes no name, and its places are those of the same words")
  func result() throws {
    var mask = try mask()
    let text = "会上市长林一鸣要求,月底前报告林一鸣。"
    func place(_ words: String, in text: String) throws -> SourceSpan {
      let bytes = Array(text.utf8)
      let wanted = Array(words.utf8)
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: wanted) }, "\(words) in \(text)")
      return SourceSpan(start, start + wanted.count)
    }
    let time = try place("月底前", in: text)
    let order = try place("月底前报告林一鸣", in: text)
    var original = article([text, "林一鸣补充。"])
    original.metadata = Metadata(fields: [
      .init(name: "title", value: "市长林一鸣调研", bytes: nil, rule: nil)
    ])
    original.notices = ["林一鸣"]
    original.otherBlocks = [
      BlockResult(zone: "byline", line: 3, bytes: SourceSpan(9, 9), text: "林一鸣", rule: nil)
    ]
    let speaker = try place("市长林一鸣", in: text)
    original.paragraphs[0].tags = [
      TagResult(
        tag: "t", level: 1, levelName: "one",
        evidence: [
          Evidence(rule: "r", text: "市长林一鸣", bytes: SourceSpan(1, 2), inText: speaker)
        ])
    ]
    original.paragraphs[0].directives = [
      DirectiveResult(
        text: "月底前报告林一鸣", bytes: SourceSpan(5, 6), inText: order, classification: "directive",
        obligorKind: nil,
        slots: [
          SlotResult(
            name: "time", value: 1, lowValue: 1, text: "月底前", bytes: nil, inText: time, rule: nil,
            flags: [],
            others: [
              Evidence(rule: "r", text: "市长林一鸣", bytes: SourceSpan(1, 2), inText: speaker)
            ])
        ], scores: [],
        tail: Evidence(rule: "r", text: "报告林一鸣", bytes: SourceSpan(5, 6)), isExcluded: false,
        speaker: Evidence(rule: "", text: "市长林一鸣", bytes: SourceSpan(1, 2), inText: speaker))
    ]
    let masked = mask.masked(original)
    #expect(!"\(masked)".contains("林一鸣"))
    let paragraph = masked.paragraphs[0]
    let directive = paragraph.directives[0]
    #expect(paragraph.text == "会上市长×××要求,月底前报告×××。")
    #expect(try directive.slots[0].inText == place("月底前", in: paragraph.text))
    #expect(try directive.slots[0].others[0].inText == place("市长×××", in: paragraph.text))
    #expect(try directive.inText == place("月底前报告×××", in: paragraph.text))
    #expect(try directive.speaker?.inText == place("市长×××", in: paragraph.text))
    #expect(try paragraph.tags[0].evidence[0].inText == place("市长×××", in: paragraph.text))
    #expect(paragraph.tags[0].evidence[0].bytes == SourceSpan(1, 2))
    #expect(masked.metadata.fields[0].value == "市长×××调研")
  }
}
