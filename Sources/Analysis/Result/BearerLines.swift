import Documents

/// Lines of their own that name the bearer of the tasks before them.
///
/// A line counts for the paragraphs right before it that hold directives, back to one that holds
/// none: a heading, another line, text of another kind.
struct BearerLines {
  /// By frame of the run, where a line follows.
  private let mentions: [Int: BearerMention]
  /// By frame, what the line is worth by confident rules alone.
  private let confidentValues: [Int: Double]

  /// - Complexity: O(paragraphs + directives).
  init(_ run: AnalysisRun) {
    guard let settings = run.compiled.directives, let label = settings.after else {
      mentions = [:]
      confidentValues = [:]
      return
    }
    let frames = Dictionary(grouping: run.directives, by: { run.frames[$0].block })
    var mentions: [Int: BearerMention] = [:]
    var confidentValues: [Int: Double] = [:]
    var waiting: [Int] = []
    for block in run.body {
      if let own = frames[block] {
        waiting += own
        continue
      }
      if let line = run.evaluator.labels.winner(label, block) {
        let mention = BearerMention(
          unit: run.document.blocks[block].span, rule: line.rule, value: line.value,
          evidence: line.evidence, kind: settings.afterKind ?? 0)
        let confident = run.evaluator.labels.confidentValue(label, block)
        for frame in waiting {
          mentions[frame] = mention
          confidentValues[frame] = confident
        }
      }
      waiting = []
    }
    self.mentions = mentions
    self.confidentValues = confidentValues
  }

  /// Who a line behind the directive names, nil where none follows.
  func mention(for frame: Int) -> BearerMention? { mentions[frame] }

  /// What that line is worth by confident rules alone, 0 where none follows.
  func confidentValue(for frame: Int) -> Double { confidentValues[frame] ?? 0 }
}
