import Analysis
import SourceText
import TestSupport
import Testing

/// Clauses that fill one slot, each beside an order that fills it with nothing, and orders that fill none of the slots of
/// accountability: which are read otherwise than their writers meant is known, row by row.
///
/// Labelled articles hold few bearers, checks, accounts and sanctions; here are hundreds in other words. `fixtures/README.md`
/// says how the goldens are read.
struct SlotClauseTests {
  /// Slots by which somebody is held to account.
  private static let accountability = ["monitor", "reporting", "consequence", "closure"]
  /// As far apart as two anchors of a slot at least are.
  private static let tolerance = 0.1

  private static func lines(_ name: String) throws -> [String] {
    try Repository.text("fixtures/slots/\(name)").split(separator: "\n").map(String.init)
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try lines(name).map { $0.split(separator: "\t").map(String.init) }
  }

  /// The directives of the last paragraph of a paper that holds nothing else.
  private static func directives(
    in paragraph: String, under head: String, _ analyzer: Analyzer,
    _ scratch: inout Analyzer.Scratch
  ) -> [DirectiveResult] {
    let text = head + paragraph + "\n"
    let result = analyzer.analyze(SourceFile(name: "paper.txt", bytes: Array(text.utf8)), &scratch)
    return result.paragraphs.last?.directives ?? []
  }

  @Test("Clauses whose slot has another value than was meant are those that are known")
  func missed() throws {
    let analyzer = try #require(MetamorphicTests.analyzer)
    let cores = try Self.lines("cores.txt")
    let frames = Dictionary(
      uniqueKeysWithValues: try Self.rows("frames.tsv").map { ($0[0], $0[1]) })
    let head = try Repository.text("fixtures/slots/paper.txt")
    var scratch = Analyzer.Scratch()
    var golden = ""
    var tally: [String: (missed: Int, all: Int)] = [:]
    for (index, row) in try Self.rows("clauses.tsv").enumerated() {
      let (slot, position, text) = (row[0], row[2], row[3])
      let wanted = try #require(Double(row[1]))
      let frame = try #require(frames[position])
      let paragraph = frame.replacing("□", with: text).replacing(
        "〇", with: cores[index % cores.count])
      let values = Self.directives(in: paragraph, under: head, analyzer, &scratch).flatMap(\.slots)
        .filter {
          $0.name == slot
        }.map(\.value)
      let found = values.max() ?? 0
      tally[slot, default: (0, 0)].all += 1
      if abs(found - wanted) > Self.tolerance {
        tally[slot, default: (0, 0)].missed += 1
        golden += "\(slot)\t\(row[1])\t\(found)\t\(text)\n"
      }
    }
    let totals = tally.sorted { $0.key < $1.key }.map { "\($0): \($1.missed) of \($1.all)\n" }
    try expectGolden(totals.joined() + golden, "fixtures/slots/missed.tsv")
  }

  @Test(
    "Orders in which a slot of accountability is found that they do not fill are those that are known"
  )
  func invented() throws {
    let analyzer = try #require(MetamorphicTests.analyzer)
    let head = try Repository.text("fixtures/slots/paper.txt")
    var scratch = Analyzer.Scratch()
    var golden = ""
    for order in try Self.lines("near.txt") {
      let slots = Self.directives(in: order, under: head, analyzer, &scratch).flatMap(\.slots)
        .filter {
          Self.accountability.contains($0.name)
        }
      for slot in slots {
        golden += "\(slot.name)\t\(slot.value)\t\(slot.text)\t\(order)\n"
      }
    }
    try expectGolden(golden, "fixtures/slots/invented.tsv")
  }
}
