import Documents
import RuleLanguage
import SourceText

/// The blocks of an explanation in the order of the text, each worked out when it is asked for: what is said of a
/// block takes a hundred times the room of the block.
package struct ExplanationCourse {
  /// How many body paragraphs the article has.
  package let paragraphCount: Int
  private let request: ExplanationRequest
  /// The rules that are asked for; nil for all.
  private let rules: Set<Int>?
  private let selection: BlockSelection
  /// The one analysis.
  private let run: AnalysisRun
  private let replay: RuleReplay
  private let builder: ExplanationBuilder
  /// Tells how near a rule came, without the text of an explanation.
  private let measure: RuleExplainer
  /// The blocks that are still to be explained.
  private var rest: ArraySlice<Int>
  /// Which near misses may still be shown; nil before that is known.
  private var allowance: Allowance?

  private struct Allowance {
    let furthest: Double
    var count: Int
  }

  init(
    _ analyzer: Analyzer, _ request: ExplanationRequest, _ rules: [Int]?,
    _ selection: BlockSelection, _ run: AnalysisRun
  ) {
    let compiled = analyzer.compiled
    self.request = request
    self.rules = rules.map(Set.init)
    self.selection = selection
    self.run = run
    paragraphCount = run.body.count
    let probe = PatternProbe(
      compiled.pack, rules: rules ?? Array(compiled.rules.indices), run.document,
      analyzer.haystack(run.document))
    replay = RuleReplay(run, rules: self.rules, blocks: selection.blocks)
    builder = ExplanationBuilder(
      run, probe, first: selection.blocks.first, rules: self.rules,
      label: request.label.flatMap { compiled.labelIndex[$0] },
      includesAll: request.includesAll, keepsIdle: request.keepsIdle,
      showsEveryWindow: selection.isExplicit)
    measure = RuleExplainer(run, probe, keepsIdle: false)
    rest = selection.blocks[...]
  }

  /// The next block, nil behind the last.
  ///
  /// - Complexity: that of evaluating the rules in each window of the block, plus the search for near misses; where
  ///   rules are asked for without a place, that of all blocks at the first call.
  package mutating func next() -> BlockExplanation? {
    while let block = rest.popFirst() {
      guard rules == nil || selection.isExplicit else {
        if let explained = limited(explain(block)) { return explained }
        continue
      }
      return explain(block)
    }
    return nil
  }

  /// Hands the working memory back for the next document; nothing can be asked afterwards.
  func release(_ scratch: inout Analyzer.Scratch) {
    run.evaluator.matches.release(&scratch.matches)
  }

  private func explain(_ block: Int) -> BlockExplanation {
    guard rules == nil else { return builder.explain(block, replay.records(block)) }
    var sieve = NearMissSieve(run, measure, includesAll: request.includesAll)
    return builder.explain(block, replay.records(block) { sieve.keeps($0) })
  }

  /// The block if a rule gave something in it or what is stated stands there, with those near misses that are among
  /// the nearest of the article.
  private mutating func limited(_ block: BlockExplanation) -> BlockExplanation? {
    var allowance = allowance ?? self.firstAllowance()
    var block = block
    block.misses = block.misses.filter { miss in
      guard miss.isNear, miss.distance <= allowance.furthest, allowance.count > 0
      else { return false }
      allowance.count -= 1
      return true
    }
    self.allowance = allowance
    let isSilent = block.hits.isEmpty && block.misses.isEmpty
    return isSilent && block.labels.allSatisfy { $0.stated == nil } ? nil : block
  }

  /// The nearest misses of the article are known once all of it was looked at; unless all are asked for, it is
  /// looked at twice rather than held.
  private func firstAllowance() -> Allowance {
    if request.includesAll { return Allowance(furthest: .infinity, count: .max) }
    let limit = 5
    var nearest: [Double] = []
    for block in selection.blocks {
      var known = KnownAnswers()
      for record in replay.records(block) where record.evidence == nil || record.isHidden {
        guard let distance = measure.nearMiss(record, &known) else { continue }
        let place = nearest.firstSorted { $0 > distance }
        nearest.insert(distance, at: place)
        if nearest.count > limit { nearest.removeLast() }
      }
    }
    return Allowance(furthest: nearest.last ?? -1, count: limit)
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
