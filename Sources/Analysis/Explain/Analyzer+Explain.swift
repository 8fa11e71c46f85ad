import Diagnostics
package import Documents
import RuleLanguage
package import SourceText

extension Analyzer {
  /// Explains parts of one file: the evaluator that analyses articles runs once more and notes what
  /// it does.
  ///
  /// What is `stated` of the document counts as in `analyze`.
  ///
  /// - Throws: `ExplanationProblem` where the request names what there is not.
  /// - Complexity: that of an analysis for every block explained, plus the search for near misses.
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
  /// - Complexity: that of an analysis for every block explained, plus the search for near misses.
  package func explain(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ request: ExplanationRequest, _ scratch: inout Scratch
  ) throws(ExplanationProblem) -> Explanation {
    let rules = try rules(request)
    let plain = run(document, &scratch, stating: stated, asExample: request.asExample)
    let selection = try BlockSelection(request, plain, rules)
    plain.evaluator.matches.release(&scratch.matches)
    let probe = PatternProbe(
      compiled.pack, rules: rules ?? Array(compiled.rules.indices), document, haystack(document))
    let wanted = rules.map(Set.init)
    let asked = selection.stretches.reduce(into: Set()) { $0.formUnion($1) }
    var blocks: [BlockExplanation] = []
    for stretch in selection.stretches {
      let recorder = EvaluationRecorder { rule, window in
        guard wanted?.contains(rule) ?? true else { return false }
        return stretch.contains(window.block) || (window.block < 0 && wanted != nil)
      }
      let run = run(
        document, &scratch, stating: stated, asExample: request.asExample, recorder: recorder)
      let builder = ExplanationBuilder(
        run, probe, recorder.records, blocks: asked, rules: wanted,
        label: request.label.flatMap { compiled.labelIndex[$0] }, includesAll: request.includesAll,
        keepsIdle: request.keepsIdle,
        showsEveryWindow: selection.isExplicit)
      blocks += stretch.sorted().map(builder.explain)
      run.evaluator.matches.release(&scratch.matches)
    }
    if rules != nil, !selection.isExplicit {
      blocks = Self.limited(blocks, misses: request.includesAll ? .max : 5)
    }
    return Explanation(source: document.source, blocks: blocks, paragraphCount: plain.body.count)
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

  /// The blocks in which a rule gave something or what is stated stands, and the nearest misses of the others.
  private static func limited(_ blocks: [BlockExplanation], misses limit: Int) -> [BlockExplanation]
  {
    let distances = blocks.flatMap(\.misses).filter(\.isNear).map(\.distance).sorted()
    let furthest = distances.prefix(limit).last ?? -1
    var left = limit
    return blocks.compactMap { block in
      var block = block
      block.misses = block.misses.filter { miss in
        guard miss.isNear, miss.distance <= furthest, left > 0 else { return false }
        left -= 1
        return true
      }
      let isSilent = block.hits.isEmpty && block.misses.isEmpty
      return isSilent && block.labels.allSatisfy { $0.stated == nil } ? nil : block
    }
  }
}

extension RuleExplanation {
  /// Whether some of the rule's words occur and one thing keeps it from holding.
  var isNear: Bool { distance <= 1 && condition.hasWords }
}
