import Documents
import RuleLanguage
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// All blocks come from one analysis, in which rules are evaluated once more block by block.
@Suite struct ExplanationCourseTests {
  private static func analyzer() throws -> Analyzer {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder).map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
    return try Analyzer(try #require(PackResolver.resolve(files: files).pack))
  }

  @Test("A block behind others is explained as it is alone")
  func alone() throws {
    let analyzer = try Self.analyzer()
    let text = try Repository.text("fixtures/articles/hunan-yunchuan-d1-meeting.txt")
    let document = DocumentReader.read(SourceFile(name: "t", bytes: Array(text.utf8)))
    var scratch = Analyzer.Scratch()
    var request = ExplanationRequest()
    request.includesAll = true
    let together = try analyzer.explain(document, request, &scratch).blocks
    #expect(together.count > 3 && !together.flatMap(\.directives).isEmpty)
    for block in together {
      request.paragraphs = [try #require(block.paragraph)]
      #expect(try analyzer.explain(document, request, &scratch).blocks == [block])
    }
  }

  @Test("Of the near misses of a rule in all blocks the nearest five are shown")
  func nearest() throws {
    let analyzer = try Analyzer(
      try TinyPack.pack("  - {id: x/near, gives: duty = strong, any: [甲..2丙]}"))
    let text = [5, 4, 7, 3, 6, 3, 4].map { "甲" + String(repeating: "一", count: $0) + "丙。" }
      .joined(separator: "\n")
    let document = DocumentReader.read(SourceFile(name: "t", bytes: Array(text.utf8)))
    var scratch = Analyzer.Scratch()
    var request = ExplanationRequest()
    request.rule = "x/near"
    let few = try analyzer.explain(document, request, &scratch)
    #expect(few.blocks.map(\.line) == [1, 2, 4, 6, 7])
    request.includesAll = true
    #expect(try analyzer.explain(document, request, &scratch).blocks.count == 7)
  }
}
