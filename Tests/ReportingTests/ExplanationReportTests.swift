import Analysis
import FoundationEssentials
import SourceText
import TestSupport
import Testing

@testable import Reporting

@Suite struct ExplanationReportTests {
  private func report(
    _ explanation: Explanation, _ language: ReportLanguage, width: Int = 80, color: Bool = false,
    everything: Bool = false, rulesWhole: Bool = false
  ) throws -> String {
    let options = TableReport.Options(
      language: language, words: try ExplainedArticle.words(language), width: width,
      usesColor: color, showsEverything: everything)
    return ExplanationReport(
      pack: try ExplainedArticle.analyzer().summary, options: options, showsRulesWhole: rulesWhole
    ).text(explanation)
  }

  @Test("An explanation is as it was read and approved", arguments: ReportLanguage.allCases)
  func golden(language: ReportLanguage) throws {
    let explanation = try ExplainedArticle.explanation { $0.includesAll = true }
    try expectGolden(
      try report(explanation, language), "fixtures/reports/explanation-\(language.rawValue).txt")
  }

  @Test("One rule in all windows of named places", arguments: ReportLanguage.allCases)
  func rule(language: ReportLanguage) throws {
    let explanation = try ExplainedArticle.explanation {
      $0.rule = "checks/visit"
      $0.paragraphs = [1, 2, 3]
      $0.lines = [5]
    }
    try expectGolden(
      try report(explanation, language, everything: true, rulesWhole: true),
      "fixtures/reports/explanation-rule-\(language.rawValue).txt")
  }

  @Test("The JSON holds everything, with bytes of the original file")
  func json() throws {
    let explanation = try ExplainedArticle.explanation { $0.includesAll = true }
    var json = JSONWriter()
    ExplanationJSON(
      pack: try ExplainedArticle.analyzer().summary, language: .zh,
      words: try ExplainedArticle.words(.zh), showsEverything: false
    ).write(explanation, to: &json)
    let text = String(decoding: json.bytes, as: UTF8.self)
    try expectGolden(text + "\n", "fixtures/reports/explanation.json")
    let top = try JSONDecoder().decode(Top.self, from: Data(json.bytes))
    #expect(top.schema == "duban.explanation/1")
    let bytes = explanation.source.bytes
    for place in top.blocks.flatMap({ $0.hits + $0.misses }).flatMap(\.evidence) {
      #expect(String(decoding: bytes[place.bytes[0]..<place.bytes[1]], as: UTF8.self) == place.text)
    }
    #expect(top.blocks.flatMap(\.hits).contains { !$0.evidence.isEmpty })
  }

  @Test("Block by block the JSON is the same, and no more than one block is held")
  func pieces() throws {
    let explanation = try ExplainedArticle.explanation { $0.includesAll = true }
    let form = ExplanationJSON(
      pack: try ExplainedArticle.analyzer().summary, language: .en, words: ReportWords(),
      showsEverything: false)
    var whole = JSONWriter()
    form.write(explanation, to: &whole)
    var scratch = Analyzer.Scratch()
    var course = try ExplainedArticle.course(&scratch)
    var pieces: [[UInt8]] = []
    var json = JSONWriter()
    form.write(explanation.source, paragraphCount: course.paragraphCount, to: &json) { json in
      while let block = course.next() {
        #expect(json.bytes.isEmpty || pieces.isEmpty)
        form.write(block, to: &json)
        pieces.append(json.take())
      }
    }
    #expect(pieces.count == explanation.blocks.count)
    #expect(pieces.flatMap { $0 } + json.take() == whole.bytes)
  }

  private struct Top: Decodable {
    struct Block: Decodable {
      var hits: [Rule]
      var misses: [Rule]
    }

    struct Rule: Decodable { var evidence: [Place] }

    struct Place: Decodable {
      var text: String
      var bytes: [Int]
    }

    var schema: String
    var blocks: [Block]
  }

  @Test("No line is wider than asked for", arguments: [60, 80, 120])
  func fits(width: Int) throws {
    let explanation = try ExplainedArticle.explanation { $0.includesAll = true }
    for language in ReportLanguage.allCases {
      let text = try report(explanation, language, width: width, everything: true)
      for line in text.split(separator: "\n") {
        #expect(TextLayout.width(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test("Colours change nothing but the colours")
  func colors() throws {
    let explanation = try ExplainedArticle.explanation { $0.includesAll = true }
    let plain = try report(explanation, .zh)
    let colored = try report(explanation, .zh, color: true)
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}

@Suite struct ReportWordsTests {
  @Test("The Chinese table has every word, and fills in what the English sentence fills in")
  func complete() throws {
    let name = "rules/words/zh.yaml"
    let table = ReportWords.read(SourceFile(name: name, bytes: try Repository.bytes(name)))
    #expect(table.unknown.isEmpty)
    #expect(table.diagnostics.isEmpty)
    let english = ReportWords()
    for name in ReportWords.names { #expect(table.words.translation(name) != nil, "\(name)") }
    for sentence in ReportWords.Sentence.allCases {
      let translated = table.words(sentence)
      let allowed = Self.names(english(sentence))
      #expect(Self.names(translated).isSubset(of: allowed), "\(sentence.rawValue)")
    }
  }

  @Test("Braces in what is filled in mean nothing")
  func braces() {
    let text = ReportWords()(.quoted, ["text": "{text} {unit}"])
    #expect(text == "“{text} {unit}”")
  }

  private static func names(_ sentence: String) -> Set<String> {
    Set(sentence.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) })
  }
}
