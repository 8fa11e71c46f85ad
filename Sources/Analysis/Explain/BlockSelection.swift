import Documents

/// Which blocks of a document are explained, in groups that are recorded together.

struct BlockSelection {
  /// Sets of block indices, in the order of the text.
  let stretches: [Set<Int>]
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
        stretches = [Set(run.document.blocks.indices)]
        return
      }
      blocks = run.body.filter { block in
        request.includesAll || request.asExample || Self.isTagged(block, run)
      }
    }
    // All rules of one block at a time, so that the records of a long article do not pile up.
    stretches = Set(blocks).sorted().map { [$0] }
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
