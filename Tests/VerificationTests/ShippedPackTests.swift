import Analysis
import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

/// The check behind `duban test`, on what the repository ships.
@Suite struct ShippedPackTests {
  private static let folder = "rules/civic-campaign"
  private static let articles = "fixtures/articles"

  private static func analyzer() throws -> Analyzer {
    let names = try Repository.names(in: folder).filter { $0.hasSuffix(".yaml") }
    let files = try names.map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    return try Analyzer(try #require(pack))
  }

  @Test("The pack has no errors, and no warnings but those allowed for a reason")
  func lints() throws {
    let names = try Repository.names(in: Self.folder).filter { $0.hasSuffix(".yaml") }
    let files = try names.map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(Self.folder)/\($0)"))
    }
    let found = PackCheck(files: files).diagnostics
    #expect(found.map { DiagnosticRenderer().render($0, files: files) }.joined() == "")
  }

  @Test("Every example of every rule comes out as it says, for the reason it names")
  func examples() throws {
    let verdicts = try Self.analyzer().exampleVerdicts()
    #expect(verdicts.count >= 400)
    for verdict in verdicts where !verdict.isAsExpected {
      Issue.record("\(verdict.rule): \(verdict.example.text)")
    }
  }

  @Test("Every article meets its expectation but for differences that are listed as open")
  func articles() throws {
    let analyzer = try Self.analyzer()
    var scratch = Analyzer.Scratch()
    let names = try Repository.names(in: Self.articles).filter { $0.hasSuffix(".txt") }
    #expect(names.count >= 12)
    for name in names {
      let stem = "\(Self.articles)/\(name.dropLast(4))"
      let expected = SourceFile(
        name: name, bytes: try Repository.bytes(stem + ".expect.yaml"))
      let expectation = try #require(ExpectationReader.read(expected).expectation, "\(name)")
      let file = SourceFile(name: name, bytes: try Repository.bytes(stem + ".txt"))
      let check = ExpectationCheck(expectation, analyzer.analyze(file, &scratch))
      #expect(check.failures.map(\.key) == [], "\(name)")
      #expect(check.closed == [], "\(name): listed as open, but does not differ any more")
    }
  }

  @Test("Every span that is reported reproduces its text from the bytes of the file")
  func spans() throws {
    let analyzer = try Self.analyzer()
    var scratch = Analyzer.Scratch()
    var count = 0
    for name in try Repository.names(in: Self.articles) where name.hasSuffix(".txt") {
      let bytes = try Repository.bytes("\(Self.articles)/\(name)")
      let result = analyzer.analyze(SourceFile(name: name, bytes: bytes), &scratch)
      for (span, text) in Self.spans(result) {
        // Reading the piece again undoes the same noise, since noise is local.
        let piece = SourceFile(name: name, bytes: Array(bytes[span.start..<span.end]))
        #expect(SpanProbe.normalized(piece) == SpanProbe.squeezed(text), "\(name) at \(span.start)")
        count += 1
      }
    }
    #expect(count > 1000)
  }

  private static func spans(_ result: AnalysisResult) -> [(SourceSpan, String)] {
    var spans: [(SourceSpan, String)] = []
    for paragraph in result.paragraphs {
      spans += paragraph.tags.flatMap(\.evidence).map { ($0.bytes, $0.text) }
      for directive in paragraph.directives {
        spans.append((directive.bytes, directive.text))
        spans += directive.slots.compactMap { slot in slot.bytes.map { ($0, slot.text) } }
      }
    }
    return spans
  }
}
