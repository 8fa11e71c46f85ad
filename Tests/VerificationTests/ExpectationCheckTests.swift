import Analysis
import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

@Suite struct ExpectationCheckTests {
  /// The keys in which the expectation written as YAML differs from `result`.
  private func keys(_ yaml: String, _ result: AnalysisResult) throws -> [String] {
    try check(yaml, result).failures.map(\.key)
  }

  /// Labels of a pack: three tags and two slots.
  private static let labels =
    ["duty", "other", "a"].map { label($0, .paragraph, .tag) }
    + ["bearer", "time"].map { label($0, .directive, .slot) }

  private static func label(
    _ name: String, _ unit: UnitKind, _ role: LabelDeclaration.Role
  ) -> LabelDeclaration {
    LabelDeclaration(
      name: name, unit: unit, kind: .amount, role: role, title: LocalizedText(en: name),
      span: LocatedSpan(file: 0, span: SourceSpan(0, 0)))
  }

  private func check(_ yaml: String, _ result: AnalysisResult) throws -> ExpectationCheck {
    let file = SourceFile(name: "x.expect.yaml", bytes: Array(yaml.utf8))
    let (expectation, diagnostics) = ExpectationReader.read(
      file, labels: Self.labels, scores: ["specificity"])
    return ExpectationCheck(try #require(expectation, "\(diagnostics)"), result)
  }

  private let result: AnalysisResult = {
    func score(_ name: String, _ value: Int) -> ScoreResult {
      ScoreResult(
        name: name, score: value, low: value, high: value, parts: [], adjustments: [], band: nil,
        inContext: nil)
    }
    let directive = DirectiveResult(
      text: "各街道要清运垃圾", bytes: SourceSpan(0, 24), classification: "directive",
      obligorKind: nil,
      slots: [
        SlotResult(
          name: "bearer", value: 0.6, lowValue: 0.6, text: "各街道", bytes: nil, rule: nil, flags: [])
      ], scores: [score("specificity", 52)], tail: nil,
      isExcluded: false)
    let paragraph = ParagraphResult(
      index: 1, zone: "body", line: 1, bytes: SourceSpan(0, 30), text: "会议要求,各街道要清运垃圾。",
      tags: [TagResult(tag: "duty", level: 2, levelName: "strong", evidence: [])],
      via: "directive", directives: [directive])
    return AnalysisResult(
      source: "x.txt",
      metadata: Metadata(fields: [.init(name: "place", value: "云川市", bytes: nil, rule: nil)]),
      paragraphs: [paragraph], otherBlocks: [],
      scores: DocumentScores(
        means: [], directives: 1, actionableShare: nil, exhortationShare: nil, slotFill: []),
      noise: [], notices: [])
  }()

  private let agreeing = """
    document: {place: 云川市}
    paragraphs:
      - starts: 会议要求，各
        tags: {duty: 2, other: 0}
        via: directive
        directives:
          - {starts: 各街道, ends: 垃圾, class: directive, specificity: [50, 54]}

    """

  @Test("An analysis that says the same differs in nothing")
  func agrees() throws {
    let check = try check(agreeing, result)
    #expect(check.passes)
    #expect(check.compared == 9)
  }

  @Test(
    "Each disagreement has its key",
    arguments: [
      ("云川市", "临岚县", ["document.place"]),
      ("duty: 2", "duty: 1", ["p1.tags.duty"]),
      ("other: 0", "other: 1", ["p1.tags.other"]),
      ("via: directive", "via: report", ["p1.via"]),
      ("class: directive", "class: exhortation", ["p1.d1.class"]),
      ("[50, 54]", "[53, 60]", ["p1.d1.specificity"]),
      ("[50, 54]", "[10, 51]", ["p1.d1.specificity"]),
      ("class:", "slots: {bearer: 0.6, time: 0}, class:", []),
      ("class:", "slots: {bearer: 1}, class:", ["p1.d1.slots.bearer"]),
      ("class:", "slots: {time: 0.5}, class:", ["p1.d1.slots.time"]),
      ("starts: 会议要求", "starts: 会上要求", ["p1"]),
      ("starts: 各街道", "starts: 各社区", ["p1.d1", "p1.extra"]),
    ])
  func disagrees(_ part: String, _ other: String, _ expected: [String]) throws {
    #expect(agreeing.contains(part))
    #expect(try keys(agreeing.replacing(part, with: other), result) == expected)
  }

  @Test("A band of scores is told as it is written", arguments: ["52.5 to 60", "53 to 60.25"])
  func bands(band: String) throws {
    let bounds = "[\(band.replacing(" to ", with: ", "))]"
    let failures = try check(agreeing.replacing("[50, 54]", with: bounds), result).failures
    #expect(failures.map(\.expected) == [band])
  }

  @Test("Values are compared as rounded, and printed so")
  func rounded() throws {
    var inherited = result
    inherited.paragraphs[0].directives[0].slots[0].value = 0.7 * 0.8
    let expected = agreeing.replacing("class:", with: "slots: {bearer: 0.56}, class:")
    #expect(try keys(expected, inherited) == [])
    let wrong = agreeing.replacing("class:", with: "slots: {bearer: 0.562}, class:")
    let difference = try #require(try check(wrong, inherited).failures.first)
    #expect([difference.expected, difference.actual] == ["0.562", "0.56"])
  }

  @Test("Paragraphs that open alike are compared in their order, none of them twice")
  func alike() throws {
    var two = result
    var other = result.paragraphs[0]
    other.tags = []
    two.paragraphs.append(other)
    let second = "  - {starts: 会议要求, tags: {duty: 0}, directives: [{starts: 各街道, ends: 垃圾}]}\n"
    #expect(try keys(agreeing + second, two) == [])
    #expect(try keys(agreeing + second + second, two) == ["paragraphs", "p3"])
  }

  @Test("Each surplus directive has a key of its own and is compared")
  func surplus() throws {
    var more = result
    let first = result.paragraphs[0].directives[0]
    for text in ["清运垃圾一次", "修补台阶", "通报结果"] {
      var directive = first
      directive.text = text
      more.paragraphs[0].text += text
      more.paragraphs[0].directives.append(directive)
    }
    let one = try check(agreeing + "open: [p1.extra]\n", more)
    #expect(one.open.map(\.context) == ["清运垃圾一次"])
    #expect(one.failures.map(\.key) == ["p1.extra2", "p1.extra3"])
    #expect(one.compared == 12)
    let all = try check(agreeing + "open: [p1.extra, p1.extra2, p1.extra3]\n", more)
    #expect(all.passes)
    #expect(try check(agreeing + "open: [p1.extra]\n", result).closed == ["p1.extra"])
  }

  @Test("Paragraphs are compared where the expectation lists them, also where it lists none")
  func withoutParagraphs() throws {
    let document = "document: {place: 云川市}\n"
    let check = try check(document, result)
    #expect(check.passes)
    #expect(check.compared == 1)
    #expect(try keys("document: {place: 临岚县}\n", result) == ["document.place"])
    #expect(try keys(document + "paragraphs: []\n", result) == ["paragraphs"])
  }

  @Test("A known difference is counted, a settled one is reported")
  func open() throws {
    let wrong = agreeing.replacing("duty: 2", with: "duty: 1")
    let known = try check(wrong + "open: [p1.tags.duty]\n", result)
    #expect(known.passes)
    #expect(known.open.map(\.key) == ["p1.tags.duty"])
    let settled = try check(agreeing + "open: [p1.tags.duty]\n", result)
    #expect(!settled.passes)
    #expect(settled.closed == ["p1.tags.duty"])
  }

  @Test(
    "A malformed expectation is refused",
    arguments: [
      "paragraphs: no list\n", "paragraphs:\n  - tags: {a: 1}\n", "paragrafs: []\n",
      "paragraphs:\n  - starts: a\n    tags: {a: many}\n",
      "paragraphs:\n  - starts: a\n    tags: {a: 1e300}\n",
      "paragraphs:\n  - starts: a\n    tags: {a: 1.9}\n",
      "paragraphs:\n  - starts: a\n    tags: {a: -1}\n",
      "paragraphs:\n  - starts: a\n    tags: {a: nan}\n",
      "paragraphs:\n  - starts: a\n    directives:\n      - {starts: b, ends: c, score: [9, 1]}\n",
    ])
  func malformed(_ yaml: String) {
    let file = SourceFile(name: "x.expect.yaml", bytes: Array(yaml.utf8))
    let (expectation, diagnostics) = ExpectationReader.read(
      file, labels: Self.labels, scores: ["specificity"])
    #expect(expectation == nil)
    #expect(!diagnostics.isEmpty)
  }

  @Test("What is wrong in an expectation has a golden pair")
  func golden() throws {
    let path = "fixtures/diagnostics/expectation/expectation-malformed"
    let file = SourceFile(
      name: "expectation-malformed.yaml", bytes: try Repository.bytes("\(path).yaml"))
    let labels = Self.labels + [Self.label("supervision", .paragraph, .tag)]
    let diagnostics = ExpectationReader.read(
      file, labels: labels, scores: ["specificity"]
    ).diagnostics
    #expect(diagnostics.map(\.id) == [DiagnosticCatalogue.malformedExpectation])
    try expectGolden(
      diagnostics.map { DiagnosticRenderer().render($0, files: [file]) }.joined(),
      "\(path).expected")
  }

  @Test(
    "A tag, slot or score that the pack does not have is refused, whatever is expected of it",
    arguments: [
      ("other: 0", "othr: 0", "the pack has no tag `othr`", "did you mean `other`?"),
      ("other: 0", "time: 0", "the pack has no tag `time`", "the pack has `duty`, `other`, `a`"),
      (
        "class:", "slots: {bearr: 0}, class:", "the pack has no slot `bearr`",
        "did you mean `bearer`?"
      ),
      (
        "specificity:", "specifcity:", "the pack has no score `specifcity`",
        "did you mean `specificity`?"
      ),
      ("specificity:", "slot:", "the pack has no score `slot`", "did you mean `slots`?"),
      ("specificity:", "mood:", "the pack has no score `mood`", "the pack has `specificity`"),
    ])
  func unknownName(_ part: String, _ other: String, _ message: String, _ note: String) throws {
    #expect(agreeing.contains(part))
    let yaml = Array(agreeing.replacing(part, with: other).utf8)
    let file = SourceFile(name: "x.expect.yaml", bytes: yaml)
    let (expectation, diagnostics) = ExpectationReader.read(
      file, labels: Self.labels, scores: ["specificity"])
    #expect(expectation == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.notes) == [[note]])
    let name = String(message.split(separator: "`")[1])
    #expect(diagnostics.map { file.text($0.primary.span) } == [name])
  }
}
