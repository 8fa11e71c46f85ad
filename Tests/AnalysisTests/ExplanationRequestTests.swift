import Analysis
import SourceText
import Testing

@Suite struct ExplanationRequestTests {
  private static let rules = """
      - {id: z/footer, gives: zone = footer, any: [版权]}
      - {id: x/strong, gives: duty = strong, any: [甲乙]}
      - {id: x/near, gives: repair = strong, any: [甲..2丙]}
    """
  private static let text = "甲乙在此,甲一二三丙。\n没有什么。\n甲乙又来。\n\n版权所有甲乙。"

  private func explain(_ request: ExplanationRequest) throws -> Explanation {
    let analyzer = try Analyzer(try TinyPack.pack(Self.rules))
    var scratch = Analyzer.Scratch()
    return try analyzer.explain(
      SourceFile(name: "t", bytes: Array(Self.text.utf8)), request, &scratch)
  }

  private func request(_ change: (inout ExplanationRequest) -> Void) -> ExplanationRequest {
    var request = ExplanationRequest()
    change(&request)
    return request
  }

  @Test("Without a choice the paragraphs with tags are explained, with near misses of other tags")
  func standard() throws {
    let explanation = try explain(ExplanationRequest())
    #expect(explanation.paragraphCount == 3)
    #expect(explanation.blocks.map(\.paragraph) == [1, 3])
    #expect(explanation.blocks[0].hits.map(\.rule) == ["x/strong"])
    #expect(explanation.blocks[0].misses.map(\.rule) == ["x/near"])
    #expect(explanation.blocks[1].misses.isEmpty)
  }

  @Test("Everything can be asked for")
  func everything() throws {
    #expect(try explain(request { $0.includesAll = true }).blocks.map(\.paragraph) == [1, 2, 3])
  }

  @Test("A rule is explained where it holds, and in every window of a paragraph that is named")
  func rule() throws {
    let everywhere = try explain(request { $0.rule = "x/strong" })
    #expect(everywhere.blocks.map(\.line) == [1, 3])
    let named = try explain(
      request {
        $0.rule = "x/strong"
        $0.paragraphs = [2]
      })
    #expect(named.blocks.map(\.paragraph) == [2])
    #expect(named.blocks[0].misses.map(\.outcome) == [.missed])
  }

  @Test("A line outside the body tells the rule of its zone")
  func zone() throws {
    let explanation = try explain(request { $0.lines = [5] })
    #expect(explanation.blocks.map(\.paragraph) == [nil])
    #expect(explanation.blocks[0].zone == "footer")
    #expect(explanation.blocks[0].labels.map(\.value.text) == ["footer"])
    #expect(explanation.blocks[0].hits.map(\.rule) == ["z/footer"])
  }

  @Test(
    "A rule of the document stands where its words are, a miss where the request begins",
    arguments: [
      ("暗访", [], [1], [2]), ("暗访", [2], [1], [2]), ("暗访", [1, 3], [1], [1]),
      ("明察", [2, 3], [0], [2]),
    ] as [(String, [Int], [Int], [Int])])
  func document(
    _ word: String, _ paragraphs: [Int], _ hits: [Int], _ shown: [Int]
  ) throws {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0}
      labels:
        d: {on: document, mark: true}
      rules:
        - {id: d/a, gives: d, within: document, any: [\(word)]}
      """)
    var scratch = Analyzer.Scratch()
    let explanation = try Analyzer(pack).explain(
      SourceFile(name: "t", bytes: Array("开会。\n开展暗访。\n散会。".utf8)),
      request {
        $0.rule = "d/a"
        $0.paragraphs = paragraphs
      }, &scratch)
    let told = explanation.blocks.filter { !$0.hits.isEmpty || !$0.misses.isEmpty }
    #expect(told.map(\.paragraph) == shown)
    #expect(told.map(\.hits.count) == hits)
  }

  @Test("What there is not is told with the nearest name")
  func problems() throws {
    #expect(throws: ExplanationProblem.unknownRule("x/strang", nearest: "x/strong")) {
      try explain(request { $0.rule = "x/strang" })
    }
    #expect(throws: ExplanationProblem.unknownLabel("dutty", nearest: "duty")) {
      try explain(request { $0.label = "dutty" })
    }
    #expect(throws: ExplanationProblem.noParagraph(4, count: 3)) {
      try explain(request { $0.paragraphs = [4] })
    }
    #expect(throws: ExplanationProblem.noBlock(line: 4, nearest: 3)) {
      try explain(request { $0.lines = [4] })
    }
  }
}
