import Analysis
import FoundationEssentials
import Reporting
import RuleLanguage
import SourceText
import Testing

/// What a paragraph was asked for by several of its sentences is told once.
@Suite struct RepeatedAnswerTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong]}
    rules:
      - id: x/y
        gives: duty = strong
        within: paragraph
        any: [{in: sentence, all: [甲, {in: paragraph, all: [乙, 丙]}]}]

    """

  private func explanation() throws -> (Analyzer, Explanation) {
    let file = SourceFile(name: "tiny.yaml", bytes: Array(Self.pack.utf8))
    let analyzer = try Analyzer(try #require(PackResolver.resolve(files: [file]).pack))
    var request = ExplanationRequest()
    request.rule = "x/y"
    var scratch = Analyzer.Scratch()
    let text = "甲乙。甲丙。丁。甲。"
    return (
      analyzer,
      try analyzer.explain(
        SourceFile(name: "t.txt", bytes: Array(text.utf8)), request, &scratch)
    )
  }

  @Test(
    "The table refers to what stands above", arguments: [(false, 2), (true, 3)],
    ReportLanguage.allCases)
  func table(_ shown: (everything: Bool, repeats: Int), language: ReportLanguage) throws {
    let (analyzer, explanation) = try explanation()
    let options = TableReport.Options(
      language: language, words: try ExplainedArticle.words(language), width: 80,
      usesColor: false, showsEverything: shown.everything)
    let text = ExplanationReport(pack: analyzer.summary, options: options, showsRulesWhole: true)
      .text(explanation)
    let lines = text.split(separator: "\n")
    let reference = language == .en ? "✓ all of these – as above" : "✓ 须全部成立（同上）"
    #expect(lines.count { $0.contains(reference) } == shown.repeats, "\(text)")
    #expect(lines.count { $0.hasSuffix("✓ 乙") } == 1, "\(text)")
  }

  @Test("In JSON a pointer leads to it", arguments: [false, true])
  func json(everything: Bool) throws {
    let (analyzer, explanation) = try explanation()
    var json = JSONWriter()
    ExplanationJSON(
      pack: analyzer.summary, language: .en, words: ReportWords(), showsEverything: everything
    ).write(explanation, to: &json)
    let top = try JSONDecoder().decode(Top.self, from: Data(json.bytes))
    let rule = try #require(top.blocks.first?.hits.first)
    let repeats = rule.condition.all.filter { $0.sameAs != nil }
    #expect(repeats.count == (everything ? 3 : 2))
    for condition in repeats {
      let path = try #require(condition.sameAs).split(separator: "/").map(String.init)
      let target = try #require(rule.condition.member(at: path.dropFirst()))
      #expect(path.first == "condition" && target.members.map(\.source) == ["乙", "丙"])
      #expect(target.holds == condition.holds && target.kind == condition.kind)
      #expect(condition.members.isEmpty && condition.shortfall == nil)
    }
  }

  private struct Top: Decodable {
    struct Block: Decodable { var hits: [Rule] }

    struct Rule: Decodable { var condition: Member }

    struct Member: Decodable {
      enum CodingKeys: String, CodingKey {
        case kind, source, holds, members
        case sameAs = "same_as"
        case shortfall
      }

      struct Shortfall: Decodable {}

      var kind: String
      var source: String
      var holds: Bool
      var members: [Member]
      var sameAs: String?
      var shortfall: Shortfall?

      var all: [Member] { [self] + members.flatMap(\.all) }

      /// The member to which the rest of a JSON pointer leads.
      func member(at path: ArraySlice<String>) -> Member? {
        guard let step = path.first else { return self }
        guard step == "members", let index = path.dropFirst().first.flatMap({ Int($0) }),
          members.indices.contains(index)
        else { return nil }
        return members[index].member(at: path.dropFirst(2))
      }
    }

    var blocks: [Block]
  }
}
