import Analysis
import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

/// The check behind `duban test`, on what the repository ships.
@Suite struct ShippedPackTests {
  /// A pack with its articles, and how much of each there is at least.
  struct Shipped: Sendable, CustomStringConvertible {
    let folder: String
    let articles: String
    let examples: Int
    let articleCount: Int
    let spans: Int

    var description: String { folder }

    static let civicCampaign = Shipped(
      folder: "rules/civic-campaign", articles: "fixtures/articles", examples: 400,
      articleCount: 12, spans: 1000)
    static let councilMinutes = Shipped(
      folder: "rules/council-minutes", articles: "fixtures/council-minutes", examples: 120,
      articleCount: 6, spans: 100)
  }

  private static let packs: [Shipped] = [.civicCampaign, .councilMinutes]

  private static func files(_ shipped: Shipped) throws -> [SourceFile] {
    let names = try Repository.packFiles(in: shipped.folder)
    return try names.map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(shipped.folder)/\($0)"))
    }
  }

  private static func analyzer(_ shipped: Shipped) throws -> Analyzer {
    let (pack, diagnostics) = PackResolver.resolve(files: try files(shipped))
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    return try Analyzer(try #require(pack))
  }

  @Test(
    "The pack has no errors, and no warnings but those allowed for a reason", arguments: packs)
  func lints(_ shipped: Shipped) throws {
    let files = try Self.files(shipped)
    let found = PackCheck(files: files).diagnostics
    #expect(found.map { DiagnosticRenderer().render($0, files: files) }.joined() == "")
  }

  @Test(
    "Every example of every rule comes out as it says, for the reason it names", arguments: packs)
  func examples(_ shipped: Shipped) throws {
    let verdicts = try Self.analyzer(shipped).verdicts()
    #expect(verdicts.count >= shipped.examples)
    for verdict in verdicts where !verdict.isAsExpected {
      Issue.record("\(verdict.rule): \(verdict.example.text)")
    }
  }

  @Test(
    "Every article meets its expectation but for differences that are listed as open",
    arguments: packs)
  func articles(_ shipped: Shipped) throws {
    let analyzer = try Self.analyzer(shipped)
    var scratch = Analyzer.Scratch()
    let names = try Repository.names(in: shipped.articles).filter { $0.hasSuffix(".txt") }
    #expect(names.count >= shipped.articleCount)
    for name in names {
      let stem = "\(shipped.articles)/\(name.dropLast(4))"
      let expected = SourceFile(
        name: name, bytes: try Repository.bytes(stem + ".expect.yaml"))
      let pack = analyzer.rulePack
      let (expectation, diagnostics) = ExpectationReader.read(
        expected, labels: pack.labels, scores: pack.scores.map(\.name))
      let file = SourceFile(name: name, bytes: try Repository.bytes(stem + ".txt"))
      let check = ExpectationCheck(
        try #require(expectation, "\(name): \(diagnostics)"),
        analyzer.analyze(file, options: Repository.reading, &scratch))
      #expect(check.failures.map(\.key) == [], "\(name)")
      #expect(check.closed == [], "\(name): listed as open, but does not differ any more")
    }
  }

  @Test(
    "Every span that is reported reproduces its text from the bytes of the file",
    arguments: packs)
  func spans(_ shipped: Shipped) throws {
    let analyzer = try Self.analyzer(shipped)
    var scratch = Analyzer.Scratch()
    var count = 0
    for name in try Repository.names(in: shipped.articles) where name.hasSuffix(".txt") {
      let bytes = try Repository.bytes("\(shipped.articles)/\(name)")
      let result = analyzer.analyze(
        SourceFile(name: name, bytes: bytes), options: Repository.reading, &scratch)
      for (span, text) in Self.spans(result) {
        // Reading the piece again undoes the same noise, since noise is local; lost bytes are found
        // by what stands around them.
        if SpanProbe.holdsShiftedBytes(bytes[span.start..<span.end]) { continue }
        let piece = SourceFile(name: name, bytes: Array(bytes[span.start..<span.end]))
        #expect(SpanProbe.normalized(piece) == SpanProbe.squeezed(text), "\(name) at \(span.start)")
        count += 1
      }
    }
    #expect(count > shipped.spans)
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
