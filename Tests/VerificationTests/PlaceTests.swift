import Analysis
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// Heads of articles against the divisions that they are about, by the shipped pack.
struct PlaceTests {
  private static let analyzer = Result {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder).map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
    return try Analyzer(try #require(PackResolver.resolve(files: files).pack))
  }

  struct Head: Sendable, CustomStringConvertible {
    /// The division with those around it, `?` or `-`.
    let expected: String
    let text: String
    var description: String { text }
  }

  static func heads(_ name: String) throws -> [Head] {
    try Repository.text("fixtures/places/\(name)").split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = cells.dropFirst().filter { !$0.isEmpty }.joined(separator: "\n")
      return Head(expected: String(cells[0]), text: text)
    }
  }

  @Test(arguments: ["tuned.tsv", "held-out.tsv"])
  func `places are resolved by the names around them, or not at all`(_ name: String) throws {
    let heads = try Self.heads(name)
    #expect(heads.count >= 33)
    for head in heads {
      let metadata = try metadata(head.text)
      let entries = metadata.candidates.first?.entries ?? []
      let found =
        entries.isEmpty ? "-" : entries.count > 1 ? "?" : entries[0].name.joined(separator: "/")
      #expect(found == head.expected, "\(head)")
      #expect(metadata["place_code"] == (entries.count == 1 ? entries[0].code : nil))
    }
  }

  @Test func `what all candidates have in common is known`() throws {
    let found = try metadata("鼓楼区通报整改情况\n来源:江苏网 2023-07-08\n各街道本周内完成楼道清理。")
    #expect(found["place_code"] == nil)
    #expect(found["province"] == "江苏省")
    #expect(found["prefecture"] == nil)
    #expect(found["level"] == "county")
  }

  @Test func `a stated place is looked up as well`() throws {
    var stated = StatedMetadata()
    stated.add(.init(name: "place", value: "江苏省徐州市鼓楼区", source: .manifest))
    let found = try metadata("各街道本周内完成楼道清理。", stated)
    #expect(found["place_code"] == "320302")
    #expect(found["place"] == "鼓楼区")
  }

  @Test(arguments: [
    ("昨日,云川市召开推进会。", "2023-05-05"), ("4月18日,云川市召开推进会。", "2023-04-18"),
    ("近日,云川市召开推进会。", nil), ("上周三,云川市召开推进会。", "2023-04-26"),
  ])
  func `words for days count from the date of the page`(_ text: String, _ day: String?) throws {
    let found = try metadata("云川市召开推进会\n来源:云川日报 2023年05月06日\n\(text)")
    #expect(found["date"] == "2023-05-06")
    #expect(found["event-date"] == day)
  }

  @Test func `of two statements the stronger source counts, and a wrong one is told`() throws {
    var stated = StatedMetadata()
    stated.add(.init(name: "type", value: "D3", source: .frontMatter))
    stated.add(.init(name: "type", value: "D2", source: .sidecar))
    stated.add(.init(name: "date", value: "yesterday", source: .manifest))
    let result = try result("2023年5月6日,云川市召开推进会。", stated)
    #expect(result.metadata["type"] == "D2")
    #expect(result.metadata.fields.first { $0.name == "type" }?.source == .sidecar)
    #expect(result.metadata["date"] == "2023-05-06")
    #expect(result.notices.contains { $0.contains("`yesterday`") })
  }

  private func metadata(
    _ text: String, _ stated: StatedMetadata = StatedMetadata()
  ) throws -> Metadata {
    try result(text, stated).metadata
  }

  private func result(_ text: String, _ stated: StatedMetadata) throws -> AnalysisResult {
    var scratch = Analyzer.Scratch()
    let file = SourceFile(name: "t.txt", bytes: Array(text.utf8))
    return try Self.analyzer.get().analyze(file, stating: stated, &scratch)
  }
}
