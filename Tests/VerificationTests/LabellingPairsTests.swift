import Testing

@testable import Verification

struct LabellingPairsTests {
  private func frame(_ text: String, _ score: Double = 50, isOptional: Bool = false)
    -> Labelling.Frame
  {
    Labelling.Frame(
      text: text, classification: "directive", kind: nil, slots: [:], scores: ["clarity": score],
      isOptional: isOptional)
  }

  private func labelling(_ paragraphs: [Labelling.Paragraph]) -> Labelling {
    Labelling(
      article: "a.txt", metadata: [:], noise: ["clean"], split: nil, paragraphs: paragraphs)
  }

  private func paragraph(
    _ text: String, _ tags: [String: Int] = [:], _ frames: [Labelling.Frame] = [],
    rules: [String: [String]] = [:]
  ) -> Labelling.Paragraph {
    Labelling.Paragraph(text: text, tags: tags, via: nil, frames: frames, rules: rules)
  }

  private func pairs(
    _ truth: [Labelling.Paragraph], _ given: [Labelling.Paragraph]
  ) -> LabellingPairs {
    LabellingPairs(truth: labelling(truth), given: labelling(given))
  }

  private static let text = "各街道要在周五前清理楼道，城管局每日巡查一遍，逾期的通报。"

  @Test(
    "Words meet in two letters in a row of one piece, or in a piece of one letter",
    arguments: [
      ("清理楼道", "楼道堆物", true), ("楼道/河道", "沟渠/河道两侧", true), ("楼道", "河道", false),
      ("清楼/道路", "楼道", false), ("报", "报县农办", true), ("樓道 ", "楼道", true),
      ("", "楼道", false),
    ])
  func words(left: String, right: String, doMeet: Bool) {
    #expect(EvaluationFigures.sharesWords(left, right) == doMeet)
    #expect(EvaluationFigures.sharesWords(right, left) == doMeet)
  }

  @Test(
    "Overlap is what both have of what either has, letter by letter",
    arguments: [
      ("楼道", "楼道", 1), ("楼道", "河渠", 0), ("楼道/河渠", "河渠", 2.0 / 3), ("楼楼", "楼道", 0.5),
      ("樓道。", "楼道", 1), ("", "楼道", 0), ("", "", 0),
    ])
  func overlap(left: String, right: String, expected: Double) {
    #expect(abs(EvaluationFigures.overlap(left, right) - expected) < 1e-12)
    #expect(abs(EvaluationFigures.overlap(right, left) - expected) < 1e-12)
  }

  @Test(
    "Paragraphs pair by their letters, whatever the script, width and blanks",
    arguments: [
      ("各街道要清理楼道，", "各街道 要清理樓道,", true),
      ("各街道要清理楼道。", "各街道要清理楼道", true),
      ("各街道要清理楼道堆物并报结果", "各街道要清理楼道堆物并报情况", true),
      ("各街道要清理楼道。", "市民迎来新公园。", false),
    ])
  func paragraphs(truth: String, given: String, isPaired: Bool) {
    let pairs = pairs([paragraph(truth)], [paragraph(given)])
    #expect(pairs.paragraphs.count == (isPaired ? 1 : 2))
    #expect((pairs.paragraphs[0].given != nil) == isPaired)
  }

  @Test(
    "Directives pair when they share at least half of what either covers",
    arguments: [
      ("各街道要在周五前清理楼道", "各街道要在周五前清理楼道", true),
      ("各街道要在周五前清理楼道", "要在周五前清理楼道", true),
      ("各街道要在周五前清理楼道", "楼道", false),
      ("各街道要在周五前清理楼道", "各街道要在周五前清理楼道，城管局每日巡查一遍，逾期的通报", false),
      ("城管局每日巡查一遍", "各街道要在周五前清理楼道", false),
    ])
  func frames(truth: String, given: String, isPaired: Bool) {
    let pairs = pairs(
      [paragraph(Self.text, [:], [frame(truth)])], [paragraph(Self.text, [:], [frame(given)])])
    #expect(pairs.paragraphs[0].frames.count == (isPaired ? 1 : 0))
    #expect(pairs.paragraphs[0].missed.count == (isPaired ? 0 : 1))
    #expect(pairs.paragraphs[0].extra.count == (isPaired ? 0 : 1))
  }

  @Test("What one person alone cut out counts neither for nor against")
  func optionalFrames() {
    let optional = frame("城管局每日巡查一遍", isOptional: true)
    let missing = pairs([paragraph(Self.text, [:], [optional])], [paragraph(Self.text)])
    #expect(missing.paragraphs[0].missed.isEmpty)
    let found = pairs(
      [paragraph(Self.text, [:], [optional])],
      [paragraph(Self.text, [:], [frame("城管局每日巡查一遍")])])
    #expect(found.paragraphs[0].extra.isEmpty)
    #expect(found.paragraphs[0].frames.isEmpty)
  }

  @Test("A misread paragraph names its errors and the rules behind those that give too much")
  func misread() throws {
    let pairs = pairs(
      [paragraph(Self.text, ["duty": 1, "check": 2], [frame("城管局每日巡查一遍", 80)])],
      [
        paragraph(
          Self.text, ["duty": 2], [frame("城管局每日巡查一遍", 30)], rules: ["duty": ["duty/head"]])
      ])
    let misread = try #require(MisreadParagraph(pairs.paragraphs[0], of: "a.txt"))
    #expect(misread.tags.map(\.tag) == ["check", "duty"])
    #expect(misread.tags.map(\.given) == [0, 2])
    #expect(misread.rules == ["duty/head"])
    #expect(abs(misread.cost - 3.5) < 1e-9)
    #expect(MisreadParagraph(pairs.paragraphs[0], of: "a.txt")?.number == 1)
  }

  @Test("A paragraph that is read rightly is no misread one")
  func wellRead() {
    let same = paragraph(Self.text, ["duty": 1], [frame("城管局每日巡查一遍")])
    #expect(MisreadParagraph(pairs([same], [same]).paragraphs[0], of: "a.txt") == nil)
  }

  @Test("The worst come first, equal ones by article and place")
  func worst() {
    let truth = [paragraph("各街道要清理楼道", ["duty": 1]), paragraph("城管局每日巡查一遍", ["duty": 2])]
    let given = [paragraph("各街道要清理楼道"), paragraph("城管局每日巡查一遍")]
    let worst = MisreadParagraph.worst(1, of: [pairs(truth, given)])
    #expect(worst.map(\.number) == [2])
  }

  @Test("What a paragraph costs does not hang on the order in which its scores are held")
  func orderOfScores() throws {
    var scores: [String: Double] = [:]
    for number in 0..<40 { scores["s\(number)"] = Double(number * number % 37) / 3 }
    // The order of a dictionary depends on its capacity too.
    var roomy: [String: Double] = [:]
    roomy.reserveCapacity(4_000)
    roomy.merge(scores) { first, _ in first }
    let costs = try [scores, roomy].map { scores in
      let truth = Labelling.Frame(
        text: "城管局每日巡查一遍", classification: "directive", kind: nil, slots: [:], scores: scores,
        isOptional: false)
      let pairs = pairs(
        [paragraph(Self.text, [:], [truth])],
        [paragraph(Self.text, [:], [frame("城管局每日巡查一遍")])])
      return try #require(MisreadParagraph(pairs.paragraphs[0], of: "a.txt")).cost
    }
    #expect(costs[0] == costs[1])
  }
}
