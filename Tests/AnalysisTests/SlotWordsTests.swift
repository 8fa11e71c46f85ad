import Analysis
import RuleLanguage
import SourceText
import Testing

/// Which words stand for a slot where several earn its value.
@Suite struct SlotWordsTests {
  /// The words of a slot of the first directive, the one that is shown first.
  private func words(
    of slot: String, in text: String, _ rules: String = "", trim: String? = nil
  ) throws -> [String] {
    let header = TinyPack.header.replacing(
      "object: {on: directive, role: slot, amount: true}",
      with: "object: {on: directive, role: slot, amount: true, trim: [\(trim ?? "")]}")
    let pack = try TinyPack.resolve(header + "\n" + rules + "\n")
    var scratch = Analyzer.Scratch()
    let bytes = Array(text.utf8)
    let result = try Analyzer(pack).analyze(SourceFile(name: "t.txt", bytes: bytes), &scratch)
    let found = try #require(result.directives.first?.slot(slot))
    let paragraph = Array(try #require(result.paragraphs.first).text.utf8)
    for other in found.others {
      let place = try #require(other.inText)
      #expect(String(decoding: paragraph[place.start..<place.end], as: UTF8.self) == other.text)
      #expect(
        String(decoding: bytes[other.bytes.start..<other.bytes.end], as: UTF8.self) == other.text)
    }
    return found.words
  }

  @Test(
    "All words that earn the value are told, the first first",
    arguments: [
      ("会议要求,清理楼道、修补5处。", "action", ["清理", "修补"]),
      ("会议要求,清理楼道、修补5处。", "object", ["楼道", "5处"]),
      ("会议要求,加强管理、清理楼道。", "action", ["清理"]),
      ("会议要求,清理楼道、清理河道。", "action", ["清理"]),
      ("会议要求,必须清理楼道、必须修补5处。", "force", ["必须"]),
    ])
  func all(_ text: String, _ slot: String, _ expected: [String]) throws {
    #expect(try words(of: slot, in: text) == expected)
  }

  @Test("Of words that overlap the first are told, of those with one start the longest")
  func overlap() throws {
    let rules = """
        - {id: x/long, gives: object = 1.0, any: [清理楼道, 道和5, 河道两侧, 河道]}
      """
    #expect(
      try words(of: "object", in: "会议要求,清理楼道和5处河道两侧。", rules) == [
        "清理楼道", "5处", "河道两侧",
      ])
  }

  @Test("Another rule than the one that is shown has its own id")
  func rules() throws {
    let rules = "  - {id: x/river, gives: object = 1.0, any: [河道]}"
    let result = try analyze("会议要求,清理楼道和河道。", rules: rules)
    let slot = try #require(result.directives.first?.slot("object"))
    #expect(slot.rule == "s/object-high")
    #expect(slot.others.map(\.rule) == ["x/river"])
  }

  @Test(
    "Words of which trimming leaves nothing are told where nothing else is",
    arguments: [
      ("会议要求,清理楼道。", ["楼道"]), ("会议要求,清理到位。", ["清理"]),
      ("会议要求,修补楼道、清理到位。", ["楼道"]), ("会议要求,清理理发店。", ["发店"]),
    ])
  func trimmed(_ text: String, _ expected: [String]) throws {
    let rules = "  - {id: x/act, gives: object = 1.0, any: [清理, 理理发店]}"
    #expect(try words(of: "object", in: text, rules, trim: "清理, 理理") == expected)
  }

  @Test("An explanation begins with the rule whose words are left")
  func explained() throws {
    let header = TinyPack.header.replacing(
      "object: {on: directive, role: slot, amount: true}",
      with: "object: {on: directive, role: slot, amount: true, trim: [清理]}")
    let pack = try TinyPack.resolve(
      header + "\n  - {id: x/act, gives: object = 1.0, any: [清理]}\n")
    var request = ExplanationRequest()
    request.asExample = true
    var scratch = Analyzer.Scratch()
    let explanation = try Analyzer(pack).explain(
      SourceFile(name: "t", bytes: Array("会议要求,清理楼道。".utf8)), request, &scratch)
    let slot = try #require(
      explanation.blocks.first?.directives.first?.slots.first { $0.result.name == "object" })
    #expect(slot.grants.map(\.rule) == ["s/object-high", "x/act"])
    #expect(slot.resolution == .left)
  }

  @Test("Who bears an order is one, whoever else is named")
  func bearer() throws {
    let rules = "  - {id: x/second, gives: [obligor = 1.0, kind = unit], any: [林业站]}"
    #expect(try words(of: "obligor", in: "水务局和林业站要清理楼道。", rules) == ["水务局"])
  }

  @Test("Of an order without end nine words are told")
  func limit() throws {
    let text = "会议要求,清理" + (1...12).map { "\($0)处" }.joined(separator: "、") + "。"
    #expect(try words(of: "object", in: text) == (1...9).map { "\($0)处" })
  }
}
