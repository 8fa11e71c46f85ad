import Analysis
import RuleLanguage
import SourceText
import Testing

/// What is left of the words of a text label, and what features say of repeated lines.
@Suite struct TrimmedTextTests {
  private func source(_ text: String, in name: String = "t.txt") throws -> Metadata.Field? {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        zone: {on: block, role: zone, choices: [again, title, body]}
        source: {on: document, role: metadata, text: true, trim: ['来源:', 报道, '\\[', '\\]']}
      rules:
        - {id: zone/again, gives: zone = again, where: repeated == 1}
        - {id: zone/title, gives: zone = title, where: in-page-title == 1}
        - {id: source/any, gives: source, within: block, any: ['来源:..20']}
        - id: source/title
          gives: source
          within: block
          any: [重复]
          all: [{any: [{label: zone = again}, {label: zone = title}]}]
      """)
    var scratch = Analyzer.Scratch()
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    let result = try Analyzer(pack).analyze(file, &scratch)
    return result.metadata.fields.first { $0.name == "source" }
  }

  @Test(
    "Words at both ends go, those inside stay, and with them the bytes",
    arguments: [
      ("来源:云川", "云川"),
      ("来源:[云川] 报道", "云川"),
      ("来源:云川报道社", "云川报道社"),
      ("来源:报道", nil),
    ] as [(String, String?)])
  func trims(text: String, expected: String?) throws {
    let field = try source(text)
    #expect(field?.value == expected)
    guard let field, let bytes = field.bytes else { return }
    #expect(String(decoding: Array(text.utf8)[bytes.start..<bytes.end], as: UTF8.self) == expected)
  }

  @Test("The innermost name of a place has its own bytes where words before it go")
  func narrowed() throws {
    let pack = """
      pack: {name: tiny, version: 1.0.0}
      labels:
        town: {on: document, role: metadata, text: true, trim: ['地点:']}
      gazetteers:
        towns: {file: towns.tsv, label: town}
      rules:
        - {id: g/town, gives: town, within: block, any: ['地点:(<towns>)?<towns>']}
      """
    let towns = """
      code\tname\tlevel\tprovince\tfirst_year\tlast_year
      430000\t湘南省\tprovince\t\t2000\t2030
      990100\t云川市\tcity\t湘南省\t2000\t2030

      """
    let files = [("pack.yaml", pack), ("towns.tsv", towns)].map {
      SourceFile(name: $0, bytes: Array($1.utf8))
    }
    let (resolved, diagnostics) = PackResolver.resolve(files: files)
    let text = "地点:湘南省云川市召开会议。"
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(try #require(resolved, "\(diagnostics)")).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    let field = try #require(result.metadata.fields.first { $0.name == "town" })
    #expect(field.value == "云川市")
    let bytes = try #require(field.bytes)
    #expect(
      String(decoding: Array(text.utf8)[bytes.start..<bytes.end], as: UTF8.self) == "云川市")
  }

  @Test(
    "A line is repeated when an earlier one of the text says the same",
    arguments: [
      ("重复一次\n重复一次", true), ("重复一次\n重复两次", false),
      ("<html><head><meta name=description content=重复一次></head><body><p>重复一次</p>", false),
      ("<html><head><title>重复一次-云川</title></head><body><p>重复一次</p>", true),
      ("<html><head><title>重复两次-云川</title></head><body><p>重复一次</p>", false),
    ])
  func repeats(text: String, isFound: Bool) throws {
    #expect(try source(text)?.value == (isFound ? "重复" : nil))
  }
}
