import Documents

/// Which blocks of a document are explained.
struct BlockSelection {
  /// Indices of blocks, ascending.
  let blocks: [Int]
  /// Whether the request names places, so that everything in them is shown.
  let isExplicit: Bool

  /// - Throws: `ExplanationProblem` where a paragraph or line is named that is not there.
  init(
    _ request: ExplanationRequest, _ run: AnalysisRun, _ rules: [Int]?
  ) throws(ExplanationProblem) {
    var blocks: [Int] = []
    for number in request.paragraphs {
      guard run.body.indices.contains(number - 1) else {
        throw .noParagraph(number, count: run.body.count)
      }
      blocks.append(run.body[number - 1])
    }
    for line in request.lines { blocks.append(try Self.block(line, run)) }
    isExplicit = !blocks.isEmpty || request.asExample
    if blocks.isEmpty {
      if rules != nil, !request.asExample {
        self.blocks = Array(run.document.blocks.indices)
        return
      }
      blocks = run.body.filter { block in
        request.includesAll || request.asExample || Self.isTagged(block, run)
      }
    }
    self.blocks = Set(blocks).sorted()
  }

  private static func isTagged(_ block: Int, _ run: AnalysisRun) -> Bool {
    run.compiled.tags.contains { run.evaluator.labels.value($0, block) > 0 }
  }

  private static func block(_ line: Int, _ run: AnalysisRun) throws(ExplanationProblem) -> Int {
    if let block = run.document.blocks.firstIndex(where: { $0.line == line }) { return block }
    let nearest = run.document.blocks.last { $0.line < line }
    throw .noBlock(line: line, nearest: nearest?.line)
  }
}
