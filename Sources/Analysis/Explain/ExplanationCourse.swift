import Documents
import RuleLanguage
import SourceText

/// The blocks of an explanation in the order of the text, each worked out when it is asked for: what is said of a
/// block takes a hundred times the room of the block.
package struct ExplanationCourse {
  /// How many body paragraphs the article has.
  package let paragraphCount: Int
  private let analyzer: Analyzer
  private let document: Document
  private let stated: StatedMetadata
  private let request: ExplanationRequest
  /// The rules that are asked for; nil for all.
  private let rules: Set<Int>?
  private let selection: BlockSelection
  /// The analysis without a recorder: what labels come to is known before anything is recorded.
  ///
  /// Its matches are gone.
  private let plain: AnalysisRun
  private let probe: PatternProbe
  /// All blocks that are asked for.
  private let asked: Set<Int>
  /// The stretches that are still to be explained.
  private var rest: ArraySlice<Set<Int>>
  /// What is explained and not handed out yet.
  private var ready: ArraySlice<BlockExplanation> = []

  init(
    _ analyzer: Analyzer, _ document: Document, _ stated: StatedMetadata,
    _ request: ExplanationRequest, _ rules: [Int]?, _ selection: BlockSelection,
    _ plain: AnalysisRun
  ) {
    self.analyzer = analyzer
    self.document = document
    self.stated = stated
    self.request = request
    self.rules = rules.map(Set.init)
    self.selection = selection
    self.plain = plain
    paragraphCount = plain.body.count
    let compiled = analyzer.compiled
    probe = PatternProbe(
      compiled.pack, rules: rules ?? Array(compiled.rules.indices), document,
      analyzer.haystack(document))
    asked = selection.stretches.reduce(into: Set()) { $0.formUnion($1) }
    rest = selection.stretches[...]
  }

  /// The next block, nil behind the last; `scratch` may come from any earlier call.
  ///
  /// - Complexity: that of an analysis, plus the search for near misses; where rules are asked for without a
  ///   place, that of all blocks at the first call.
  package mutating func next(_ scratch: inout Analyzer.Scratch) -> BlockExplanation? {
    while ready.isEmpty, let stretch = rest.popFirst() { ready = explain(stretch, &scratch)[...] }
    return ready.popFirst()
  }

  private func explain(
    _ stretch: Set<Int>, _ scratch: inout Analyzer.Scratch
  ) -> [BlockExplanation] {
    var sieve = NearMissSieve(
      plain, RuleExplainer(plain, probe, keepsIdle: false), includesAll: request.includesAll)
    let recorder = EvaluationRecorder(
      isWanted: { [rules] rule, window in
        guard rules?.contains(rule) ?? true else { return false }
        return stretch.contains(window.block) || (window.block < 0 && rules != nil)
      },
      isKept: { [rules] in rules != nil || sieve.keeps($0) })
    let run = analyzer.run(
      document, &scratch, stating: stated, asExample: request.asExample, recorder: recorder)
    let builder = ExplanationBuilder(
      run, probe, recorder.records, blocks: asked, rules: rules,
      label: request.label.flatMap { analyzer.compiled.labelIndex[$0] },
      includesAll: request.includesAll, keepsIdle: request.keepsIdle,
      showsEveryWindow: selection.isExplicit)
    let blocks = stretch.sorted().map(builder.explain)
    run.evaluator.matches.release(&scratch.matches)
    guard rules != nil, !selection.isExplicit else { return blocks }
    // Without a place one stretch holds all blocks.
    return Self.limited(blocks, misses: request.includesAll ? .max : 5)
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
  var isNear: Bool { Self.isNear(condition, distance) }

  /// Whether words of `condition` occur and a rule at such a distance lacks one thing.
  static func isNear(_ condition: ConditionExplanation, _ distance: Double) -> Bool {
    distance <= 1 && condition.hasWords
  }
}
