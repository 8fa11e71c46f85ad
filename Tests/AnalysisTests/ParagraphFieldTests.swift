import Analysis
import SourceText
import Testing

/// What a pack tells of paragraphs beside tags.
@Suite struct ParagraphFieldTests {
  private func paragraphs(_ text: String) throws -> [ParagraphResult] {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        zone: {on: block, role: zone, choices: [headline, body]}
        field: {on: document, role: metadata, choices: [flood, fire]}
        theme: {on: paragraph, role: metadata, choices: [flood, fire]}
        river: {on: paragraph, role: metadata, text: true}
        numbered: {on: paragraph, role: metadata, mark: true}
      rules:
        - {id: z/headline, gives: zone = headline, any: ['^#']}
        - {id: f/flood, gives: field = flood, within: block, all: [防汛, {label: zone = headline}]}
        - id: t/flood
          gives: theme = flood
          within: paragraph
          any: [堤, {all: [{label: field = flood}], none: [堤, 烟]}]
        - {id: t/fire, gives: theme = fire, within: paragraph, any: [烟]}
        - {id: r/river, gives: river, within: paragraph, any: ['青(河|江)']}
        - {id: n/number, gives: numbered, within: paragraph, any: ['<digits>']}
      """)
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    #expect(result.metadata.fields.allSatisfy { $0.name == "field" })
    return result.paragraphs
  }

  @Test(
    "A paragraph has what its words say, else what the document says",
    arguments: [
      ("#防汛\n守好堤。", [["theme=flood t/flood"]]),
      ("#防汛\n严禁吸烟。\n值守。", [["theme=fire t/fire"], ["theme=flood t/flood"]]),
      ("#通知\n值守。\n烟和堤。", [[], ["theme=flood t/flood"]]),
      ("#通知\n去青江和青河。", [["river=青江 r/river"]]),
      ("#通知\n带3人。\n带人。", [["numbered=true n/number"], []]),
    ])
  func fields(_ text: String, _ expected: [[String]]) throws {
    let found = try paragraphs(text).map { paragraph in
      paragraph.fields.map { "\($0.name)=\($0.value) \($0.rule ?? "")" }
    }
    #expect(found == expected)
  }

  @Test("The words of a field lie where the file has them")
  func places() throws {
    let field = try #require(try paragraphs("#通知\n值守。\n去青江。").last?.fields.first)
    #expect(field.bytes == SourceSpan(21, 27))
  }
}
