import Analysis
import SourceText
import Testing

/// Choices that a pack makes for paragraphs beside tags.
@Suite struct ParagraphFactTests {
  private func facts(_ text: String) throws -> [[String]] {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        zone: {on: block, role: zone, choices: [headline, body]}
        field: {on: document, role: metadata, choices: [flood, fire]}
        theme: {on: paragraph, role: metadata, choices: [flood, fire]}
      rules:
        - {id: z/headline, gives: zone = headline, any: ['^#']}
        - {id: f/flood, gives: field = flood, within: block, all: [防汛, {label: zone = headline}]}
        - id: t/flood
          gives: theme = flood
          within: paragraph
          any: [堤, {all: [{label: field = flood}], none: [堤, 烟]}]
        - {id: t/fire, gives: theme = fire, within: paragraph, any: [烟]}
      """)
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    #expect(result.metadata.fields.allSatisfy { $0.name == "field" })
    return result.paragraphs.map { $0.facts.map { "\($0.name)=\($0.value) \($0.rule)" } }
  }

  @Test(
    "A paragraph has what its words say, else what the document says",
    arguments: [
      ("#防汛\n守好堤。", [["theme=flood t/flood"]]),
      ("#防汛\n严禁吸烟。\n值守。", [["theme=fire t/fire"], ["theme=flood t/flood"]]),
      ("#通知\n值守。\n烟和堤。", [[], ["theme=flood t/flood"]]),
    ])
  func facts(_ text: String, _ expected: [[String]]) throws {
    #expect(try facts(text) == expected)
  }
}
