import Diagnostics
import Reporting
import RuleLanguage
import SourceText
import Testing

struct DiagnosticReportTests {
  private static let file = SourceFile(name: "a b.yaml", bytes: Array("x: 1\n督查: 50%, y\n".utf8))

  private func report(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(folder: "rules/p", files: [Self.file], diagnostics: diagnostics)
  }

  private static let sample = Diagnostic(
    "idle-gap", .warning, "50% of it, \"so\"", at: Label(file: 0, span: SourceSpan(8, 11)),
    secondary: [Label(file: 0, span: SourceSpan(0, 1), text: "here")],
    notes: ["leave\nit out"],
    fixIts: [
      FixIt(
        "do", edits: [TextEdit(file: 0, span: SourceSpan(5, 8), replacement: "检")])
    ])

  @Test func `JSON names places in bytes and in characters`() {
    let place = #""file":"rules/p/a b.yaml","bytes":[8,11],"line":2,"column":2"#
    #expect(
      report([Self.sample]).json() == """
        {"schema":"duban.diagnostics/1","pack":"rules/p","files":1,"errors":0,"warnings":1,\
        "diagnostics":[{"id":"idle-gap","severity":"warning","message":"50% of it, \\"so\\"",\
        \(place),"end_line":2,"end_column":3,"notes":["leave\\nit out"],\
        "secondary":[{"message":"here","file":"rules/p/a b.yaml","bytes":[0,1],"line":1,\
        "column":1,"end_line":1,"end_column":2}],\
        "fixes":[{"message":"do","edits":[{"file":"rules/p/a b.yaml","bytes":[5,8],"line":2,\
        "column":1,"end_line":2,"end_column":2,"replacement":"检"}]}]}]}

        """)
  }

  @Test func `a workflow command escapes what would end it`() {
    #expect(
      report([Self.sample]).workflowCommands()
        == "::warning file=rules/p/a b.yaml,line=2,endLine=2,col=2,endColumn=2,title=idle-gap"
        + "::50%25 of it, \"so\"%0Aleave%0Ait out\n")
  }

  @Test func `SARIF refers to the rule, the region and the change`() {
    let text = report([Self.sample]).sarif(version: "9")
    let index = DiagnosticCatalogue.all.firstIndex { $0.id == "idle-gap" } ?? -1
    let region =
      #""region":{"startLine":2,"startColumn":2,"endLine":2,"endColumn":3,"byteOffset":8,"byteLength":3}"#
    #expect(text.contains(#""ruleId":"idle-gap","ruleIndex":\#(index),"level":"warning""#))
    #expect(text.contains(#""artifactLocation":{"uri":"rules/p/a%20b.yaml"},\#(region)"#))
    #expect(text.contains(#""insertedContent":{"text":"检"}"#))
    #expect(text.contains(#""relatedLocations":[{"id":0,"message":{"text":"here"}"#))
    #expect(text.contains(#""columnKind":"unicodeCodePoints""#))
  }

  @Test func `text for people counts all and shows fifty`() {
    let many = (0..<60).map {
      Diagnostic("idle-gap", .warning, "\($0)", at: Label(file: 0, span: SourceSpan(0, 1)))
    }
    let text = report(many).text(colour: false, errorsOnly: false)
    #expect(text.contains("warning[too-many-problems]: 10 more problems are not shown"))
    #expect(text.hasSuffix("rules/p: 1 files, 0 errors, 60 warnings\n"))
    #expect(report(many).text(colour: false, errorsOnly: true) == "\(report(many).counts)\n")
  }

  @Test func `the guide names every id and how to allow a warning`() {
    let list = DiagnosticGuide.list()
    for kind in DiagnosticCatalogue.all { #expect(list.contains("  \(kind.id.rawValue) ")) }
    #expect(
      DiagnosticGuide.explanation(of: "idle-gap")?.contains("# duban: allow idle-gap") == true)
    #expect(DiagnosticGuide.explanation(of: "duplicate-key")?.contains("cannot be allowed") == true)
    #expect(DiagnosticGuide.explanation(of: "nothing") == nil)
  }

  @Test(
    "What is said of articles is explained too, whatever slots a pack has",
    arguments: [
      ("expectation-malformed", "error", "`duban test`"), ("open-slot", "note", "`duban review`"),
      ("open-when", "note", "`duban review`"), ("open-by-whom-2", "note", "`duban review`"),
    ])
  func articles(_ id: String, _ severity: String, _ command: String) throws {
    let text = try #require(DiagnosticGuide.explanation(of: id))
    #expect(text.hasPrefix("\(severity)[\(id)]: "))
    #expect(text.contains(command))
    #expect(!text.contains("# duban: allow"))
    #expect(!text.contains("error cannot") || severity == "error")
  }

  @Test(
    "What is no name of a slot is not explained",
    arguments: ["open", "open-", "open-A", "open when"])
  func noSlot(_ id: String) { #expect(DiagnosticGuide.explanation(of: id) == nil) }

  @Test func `a check of a pack lists no kinds that only articles have`() {
    let text = report([]).sarif(version: "9")
    #expect(text.contains("\"idle-gap\""))
    #expect(!text.contains("expectation-malformed") && !text.contains("open-slot"))
  }
}
