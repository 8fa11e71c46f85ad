import Analysis
import SourceText
import Testing

/// What a slot is worth by the confident rules alone, which may find it elsewhere than all rules do.
@Suite struct ConfidentSlotTests {
  private static let rules = """
      - {id: m/may, gives: demand, any: [可]}
      - {id: m/stage, gives: stage = 0.9, any: [阶段], confidence: 0.3}
      - {id: m/named-stage, gives: stage = 0.4, any: [第<number>阶段]}
      - {id: m/led, gives: led, within: sentence, any: [牵头]}
      - {id: x/unsure-should, gives: force = 0.9, any: [应], confidence: 0.3}
      - {id: x/unsure-may, gives: force = 0.3, any: [可], confidence: 0.3}
      - {id: x/unsure-unit, gives: [obligor = 0.9, kind = unit], any: [各站], confidence: 0.3}
      - {id: x/unit, gives: obligor = 0.6, any: [各站段]}
      - {id: x/second, gives: obligor = 1.0, any: [养护队]}
      - {id: x/first, gives: obligor = 1.0, any: [环卫站, 环卫站养护队]}
      - {id: x/unsure-line, gives: signed = 0.8, within: sentence, any: [^责任单位], confidence: 0.3}
      - {id: x/line, gives: signed = 0.5, within: sentence, any: [^责任单位:各街道]}
    """

  private func directives(_ text: String) throws -> [DirectiveResult] {
    let header = TinyPack.header
      .replacing(
        "implied-kind: audience}",
        with: "implied-kind: audience, after: signed, heads: led}\n  lends: {time: stage}"
      )
      .replacing(
        "labels:",
        with: """
          labels:
            signed: {on: sentence, amount: true}
            stage: {on: sentence, amount: true}
            led: {on: sentence, mark: true}
          """)
    let analyzer = try Analyzer(try TinyPack.resolve(header + "\n" + Self.rules + "\n"))
    var scratch = Analyzer.Scratch()
    return analyzer.analyze(SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch).directives
  }

  @Test(
    "Where unsure rules alone fill a slot, confident ones take what there is without them",
    arguments: [
      ("会议要求,清理楼道应尽快。", "force", 0.9, 0.7),
      ("会议要求,可清理楼道。", "force", 0.3, 0.7),
      ("可清理楼道;修补5处。", "force", 0.3, 0.7),
      ("必须清理楼道,应修补5处。", "force", 1.0, 1.0),
      ("会议要求,各站清理楼道。", "obligor", 0.9, 0.1),
      ("会议要求,各站段清理楼道。", "obligor", 0.9, 0.6),
      ("会议要求,各站段清理楼道;修补5处。", "obligor", 0.9, 0.6),
      ("会议要求,各站段清理楼道。修补5处。", "obligor", 0.72, 0.48),
      ("会议要求,城管局清理楼道;各站修补5处。", "obligor", 0.9, 1.0),
      ("会议要求,城管局清理楼道;各站修补5处;报送。", "obligor", 0.9, 1.0),
      ("会议要求,城管局清理楼道。各站修补5处。", "obligor", 0.9, 0.8),
      ("会议要求,城管局清理楼道。各站修补5处。报送。", "obligor", 0.72, 0.8),
      ("会议要求,各站清理楼道。修补5处。", "obligor", 0.72, 0.1),
      // Lines behind the tasks.
      ("要清理楼道。\n责任单位:各街道", "obligor", 0.8, 0.5),
      ("要清理楼道。\n责任单位:县里", "obligor", 0.8, 0.1),
      ("会议要求,城管局清理楼道。修补5处。\n责任单位:县里", "obligor", 0.8, 0.8),
      // Headings.
      ("(一)楼道,各站段牵头\n要清理楼道。", "obligor", 0.9, 0.6),
      ("(一)楼道,各站牵头\n要清理楼道。", "obligor", 0.9, 0.1),
      ("一、养护队牵头\n(一)楼道,各站牵头\n要清理楼道。", "obligor", 0.9, 1.0),
      ("(一)楼道,各站段牵头\n要清理楼道。\n责任单位:县里", "obligor", 0.8, 0.6),
      ("第2阶段\n1.要清理楼道。", "time", 0.9, 0.4),
      ("第2阶段\n1.要在汛期清理楼道。", "time", 0.6, 0.4),
      ("要在汛期清理楼道。", "time", 0.6, 0.0),
    ])
  func fallbacks(_ text: String, _ name: String, _ value: Double, _ low: Double) throws {
    let slot = try #require(try directives(text).last?.slot(name), "\(text)")
    #expect(abs(slot.value - value) < 1e-9, "\(text)")
    #expect(abs(slot.lowValue - low) < 1e-9, "\(text)")
  }

  @Test(
    "The scores by confident rules count what these find",
    arguments: [
      ("会议要求,清理楼道应尽快。", [10, 12, 12]), ("会议要求,可清理楼道。", [6, 6, 10]),
      ("会议要求,城管局清理楼道;各站修补5处。", [30, 30, 32]),
    ])
  func scores(_ text: String, _ expected: [Int]) throws {
    let score = try #require(try directives(text).last?.score("answer"))
    #expect([score.low, score.score, score.high] == expected, "\(text)")
  }

  @Test(
    "Who is inherited is who the clause itself shows: of equals the first in the text, then the longest",
    arguments: [
      ("环卫站、养护队要清理楼道;修补5处。", "环卫站"), ("养护队、环卫站要清理楼道;修补5处。", "养护队"),
      ("环卫站养护队要清理楼道;修补5处。", "环卫站养护队"),
    ])
  func equals(_ text: String, _ words: String) throws {
    let found = try directives(text).map { $0.slot("obligor")?.text }
    #expect(found == [words, words])
  }
}
