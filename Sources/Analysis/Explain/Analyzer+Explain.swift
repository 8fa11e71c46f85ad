import Diagnostics
package import Documents
import RuleLanguage
package import SourceText

extension Analyzer {
  /// Explains parts of one file: the evaluator that analysed it evaluates rules there once more and notes what it
  /// does.
  ///
  /// What is `stated` of the document counts as in `analyze`.
  ///
  /// - Throws: `ExplanationProblem` where the request names what there is not.
  /// - Complexity: that of an analysis, of evaluating the rules in every window explained, and of the search for near
  ///   misses.
  package func explain(
    _ file: SourceFile, options: ReadingOptions = ReadingOptions(),
    stating stated: StatedMetadata = StatedMetadata(),
    _ request: ExplanationRequest, _ scratch: inout Scratch
  ) throws(ExplanationProblem) -> Explanation {
    try explain(
      DocumentReader.read(file, options: options), stating: stated, request, &scratch)
  }

  /// The same for a document that was read already.
  ///
  /// - Throws: `ExplanationProblem` where the request names what there is not.
  /// - Complexity: that of an analysis, of evaluating the rules in every window explained, and of the search for near
  ///   misses.
  package func explain(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ request: ExplanationRequest, _ scratch: inout Scratch
  ) throws(ExplanationProblem) -> Explanation {
    var course = try course(document, stating: stated, request, &scratch)
    var blocks: [BlockExplanation] = []
    while let block = course.next() { blocks.append(block) }
    course.release(&scratch)
    return Explanation(
      source: document.source, blocks: blocks, paragraphCount: course.paragraphCount)
  }

  /// The same block by block; the memory of `scratch` goes to the course.
  ///
  /// - Throws: `ExplanationProblem` where the request names what there is not.
  /// - Complexity: that of an analysis, and of compiling the rules once more; the rest where blocks are asked for.
  package func course(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ request: ExplanationRequest, _ scratch: inout Scratch
  ) throws(ExplanationProblem) -> ExplanationCourse {
    let rules = try rules(request)
    let run = run(document, &scratch, stating: stated, asExample: request.asExample)
    return ExplanationCourse(
      self, request, rules, try BlockSelection(request, run, rules), run)
  }

  /// The rules that the request is about, or nil for all.
  private func rules(_ request: ExplanationRequest) throws(ExplanationProblem) -> [Int]? {
    if request.rule == nil, request.label == nil { return nil }
    var rules = Array(compiled.rules.indices)
    if let id = request.rule {
      rules = rules.filter { compiled.rules[$0].id == id }
      guard !rules.isEmpty else {
        throw .unknownRule(
          id, nearest: EditDistance.nearest(to: id, in: compiled.rules.map(\.id)))
      }
    }
    if let name = request.label {
      guard let label = compiled.labelIndex[name] else {
        let names = compiled.pack.labels.map(\.name)
        throw .unknownLabel(name, nearest: EditDistance.nearest(to: name, in: names))
      }
      rules = rules.filter { compiled.rules[$0].gifts.contains { $0.label == label } }
    }
    return rules
  }
}
