import Analysis
import SourceText
import TestSupport
import Testing

/// Ordinary clauses, three to a sentence, behind the openings that papers have: hardly an order may vanish, and hardly a
/// result may be taken for one.
///
/// What a paper orders is seldom lost because its verb is unknown, but because something beside it is taken for more than
/// it is. `fixtures/README.md` says how the goldens are read.
struct LostOrderTests {
  /// A kind of paper: what stands above its paragraphs, and how these open.
  private struct Paper {
    let name: String
    let head: [String]
    /// Each holds one `place` for clauses.
    let openings: [String]
  }

  private static let place = "〇"
  private static let seed: UInt64 = 2021
  /// Sentences behind each opening and with each sign between clauses.
  private static let rounds = 10

  private static func clauses(_ name: String) throws -> [String] {
    try Repository.text("fixtures/orders/\(name).txt").split(separator: "\n").map(String.init)
  }

  private static func papers(_ name: String) throws -> [Paper] {
    try Repository.text("fixtures/orders/\(name).txt").split(separator: "= ").map { text in
      let lines = text.split(separator: "\n").map(String.init)
      return Paper(
        name: lines[0], head: lines.dropFirst().filter { !$0.contains(place) },
        openings: lines.filter { $0.contains(place) })
    }
  }

  /// One line for each opening, `count` of `total`, and one for all.
  private func tally(
    _ name: String, _ papers: [Paper], _ unit: String,
    _ count: (_ units: [String], _ found: [DirectiveResult]) -> (count: Int, total: Int)
  ) throws -> String {
    let analyzer = try #require(MetamorphicTests.analyzer)
    let clauses = try Self.clauses(name)
    var random = SeededGenerator(seed: Self.seed)
    var scratch = Analyzer.Scratch()
    var lines: [String] = []
    var all = (count: 0, total: 0)
    for paper in papers {
      for opening in paper.openings {
        for sign in [",", ";"] {
          let sentences = (0..<Self.rounds).map { _ in
            (0..<3).map { _ in clauses[Int.random(in: 0..<clauses.count, using: &random)] }
          }
          let paragraphs = sentences.map {
            opening.replacing(Self.place, with: $0.joined(separator: sign))
          }
          // One to a paper, so that what one paragraph says decides nothing for another.
          var own = (count: 0, total: 0)
          for (paragraph, units) in zip(paragraphs, sentences) {
            let text = (paper.head + [paragraph]).joined(separator: "\n") + "\n"
            let result = analyzer.analyze(
              SourceFile(name: "paper.txt", bytes: Array(text.utf8)), &scratch)
            let found = result.paragraphs.filter { $0.text == paragraph }.flatMap(\.directives)
            let part = count(units, found)
            own = (own.count + part.count, own.total + part.total)
          }
          lines.append("\(own.count)\t\(own.total)\t\(sign)\t\(paper.name)\t\(opening)")
          all = (all.count + own.count, all.total + own.total)
        }
      }
    }
    let head = "# \(unit), seed \(Self.seed)\n"
    return head + lines.joined(separator: "\n") + "\n\(all.count)\t\(all.total)\t\tall\n"
  }

  @Test(
    "Orders that stand in no directive are those that are known", arguments: ["common", "rare"])
  func lost(_ name: String) throws {
    let golden = try tally(
      name, try Self.papers("openings"), "\(name) orders in no directive, of all"
    ) { units, found in
      let texts = found.flatMap { [$0.text, $0.tail?.text ?? ""] }
      return (units.count { unit in !texts.contains { $0.contains(unit) } }, units.count)
    }
    try expectGolden(golden, "fixtures/orders/lost-\(name).tsv")
  }

  @Test("Sentences of results in which orders are found are those that are known")
  func told() throws {
    let golden = try tally(
      "results", try Self.papers("openings-told"), "sentences of results with directives, of all"
    ) { _, found in (found.isEmpty ? 0 : 1, 1) }
    try expectGolden(golden, "fixtures/orders/told-results.tsv")
  }
}
