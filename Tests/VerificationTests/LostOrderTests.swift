import Analysis
import SourceText
import TestSupport
import Testing

/// Ordinary orders, three to a sentence, in the places where plans, notices and news give orders: hardly one may vanish.
///
/// What a paper orders is seldom lost because its verb is unknown, but because something beside it is taken for more than
/// it is.
struct LostOrderTests {
  private struct Paper {
    let head: String
    /// Each holds one place for orders.
    let openings: [String]
  }

  private static let papers = [
    Paper(
      head: "云川市冬季专项整治行动方案\n各县区人民政府,市直各单位:\n",
      openings: ["各县区要〇。", "〇。", "(二)强化措施。〇。", "一是〇。", "市住建局负责〇。"]),
    Paper(
      head: "关于做好冬季重点工作的通知\n各镇(街道),各有关单位:\n",
      openings: ["各镇(街道)、各有关单位要〇。"]),
    Paper(
      head: "云川市召开重点工作推进会\n4月17日,云川市召开重点工作推进会。市长周立行出席并讲话。\n",
      openings: ["会议要求,〇。", "市长周立行要求,各级各部门要〇。"]),
  ]

  /// Made by hand for this test; each is an order where orders stand.
  private static func orders(_ name: String) throws -> [String] {
    try Repository.text("fixtures/orders/\(name).txt").split(separator: "\n").map(String.init)
  }

  @Test(
    "Of common orders one in a hundred may stand in no directive, of rare ones three",
    arguments: [("common", 0.01), ("rare", 0.03)])
  func lost(_ name: String, _ most: Double) throws {
    let analyzer = try #require(MetamorphicTests.analyzer)
    let orders = try Self.orders(name)
    let seed: UInt64 = 2021
    var random = SeededGenerator(seed: seed)
    var scratch = Analyzer.Scratch()
    var lost: [String] = []
    var total = 0
    for _ in 0..<80 {
      let paper = Self.papers[Int.random(in: 0..<Self.papers.count, using: &random)]
      let sentences = (0..<5).map { _ in
        (0..<3).map { _ in orders[Int.random(in: 0..<orders.count, using: &random)] }
      }
      let lines = sentences.map { units in
        let opening = paper.openings[Int.random(in: 0..<paper.openings.count, using: &random)]
        let sign = Bool.random(using: &random) ? ";" : ","
        return opening.replacing("〇", with: units.joined(separator: sign))
      }
      let text = paper.head + lines.joined(separator: "\n") + "\n"
      let result = analyzer.analyze(
        SourceFile(name: "paper.txt", bytes: Array(text.utf8)), &scratch)
      for (line, units) in zip(lines, sentences) {
        let found = result.paragraphs.filter { $0.text == line }.flatMap(\.directives)
          .flatMap { [$0.text, $0.tail?.text ?? ""] }
        total += units.count
        lost += units.filter { unit in !found.contains { $0.contains(unit) } }
          .map { "\($0) in \(line)" }
      }
    }
    #expect(
      Double(lost.count) <= most * Double(total),
      "seed \(seed), \(lost.count) of \(total):\n\(lost.joined(separator: "\n"))")
  }
}
