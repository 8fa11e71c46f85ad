import Analysis
import FoundationEssentials
import Reporting
import RuleLanguage
import SourceText
import Testing

/// What explanations say of conditions that find no words, and what they leave out.
@Suite struct WordlessReasonTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong]}
      long: {on: paragraph, mark: true}
    rules:
      - {id: x/long, gives: long, where: han >= 3}
      - {id: x/none, gives: duty = strong, any: [甲], none: [乙, {where: han >= 4}]}
      - {id: x/deep, gives: duty = strong, all: [甲, {none: [{all: [{label: long}, {rule: x/long}]}]}]}
      - {id: x/veto, gives: duty = strong, any: [甲], unless: [{label: long}, 丁]}
      - id: x/hit
        gives: duty = weak
        any: [甲, 戊, 己, {all: [庚, 辛]}]
        unless: [壬]

    """

  private func explanation(_ rule: String, keepsIdle: Bool = true) throws -> (
    Analyzer, Explanation
  ) {
    let file = SourceFile(name: "tiny.yaml", bytes: Array(Self.pack.utf8))
    let (pack, diagnostics) = PackResolver.resolve(files: [file])
    let analyzer = try Analyzer(try #require(pack, "\(diagnostics)"))
    var request = ExplanationRequest()
    request.rule = rule
    request.paragraphs = [1]
    request.keepsIdle = keepsIdle
    var scratch = Analyzer.Scratch()
    return (
      analyzer,
      try analyzer.explain(
        SourceFile(name: "t.txt", bytes: Array("甲丙丙丙。".utf8)), request, &scratch)
    )
  }

  private func table(_ rule: String, _ language: ReportLanguage, keepsIdle: Bool = true) throws
    -> String
  {
    let (analyzer, explanation) = try explanation(rule, keepsIdle: keepsIdle)
    let options = TableReport.Options(
      language: language, words: try ExplainedArticle.words(language), width: 200,
      usesColor: false, showsEverything: false)
    return ExplanationReport(pack: analyzer.summary, options: options, showsRulesWhole: true)
      .text(explanation)
  }

  @Test(
    "What stops a rule without words is said by what is asked for",
    arguments: [
      ("x/none", "where han >= 4", "算式 han >= 4"),
      ("x/deep", "label long, rule x/long", "标注 long、规则 x/long"),
    ])
  func forbidden(rule: String, english: String, chinese: String) throws {
    let table = try table(rule, .en)
    #expect(table.contains(": “\(english)” must not hold, but does."), "\(table)")
    let other = try self.table(rule, .zh)
    #expect(other.contains("“\(chinese)”本不得成立，却成立了"), "\(other)")
  }

  @Test("A veto without words is said so too")
  func vetoed() throws {
    let table = try table("x/veto", .en)
    #expect(table.contains(": “label long” holds in the same sentence and stops it."), "\(table)")
    let other = try self.table("x/veto", .zh)
    #expect(other.contains("同一句中“标注 long”成立，规则不再适用"), "\(other)")
  }

  @Test(
    "JSON leaves out what does not hold unless everything is asked for", arguments: [true, false])
  func idle(everything: Bool) throws {
    let (analyzer, explanation) = try explanation("x/hit", keepsIdle: everything)
    var json = JSONWriter()
    ExplanationJSON(
      pack: analyzer.summary, language: .en, words: ReportWords(), showsEverything: everything
    ).write(explanation, to: &json)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let top = try decoder.decode(Top.self, from: Data(json.bytes))
    let rule = try #require(top.blocks.first?.hits.first)
    #expect(
      rule.condition.members.map(\.holds) == (everything ? [true, false, false, false] : [true]))
    #expect(rule.condition.leftOut == (everything ? 0 : 3))
    #expect(rule.vetoes.count == (everything ? 1 : 0))
    #expect(rule.leftOut == (everything ? 0 : 1))
  }

  @Test("Tables say the same of rules that were explained in short")
  func short() throws {
    for rule in ["x/hit", "x/veto"] {
      #expect(try table(rule, .en) == table(rule, .en, keepsIdle: false))
    }
    #expect(try table("x/hit", .en).contains("3 more that do not hold"))
  }

  private struct Top: Decodable {
    struct Block: Decodable { var hits: [Rule] }

    struct Rule: Decodable {
      var condition: Condition
      var vetoes: [Veto]
      var leftOut: Int
    }

    struct Veto: Decodable { var condition: Condition }

    struct Condition: Decodable {
      var holds: Bool
      var members: [Condition]
      var leftOut: Int
    }

    var blocks: [Block]
  }
}
