/// Lines of their own that name the bearer of the tasks before them.
///
/// A line counts for the paragraphs right before it that hold directives, back to one that holds
/// none: a heading, another line, text of another kind.
struct BearerLines {
  /// By frame of the run, where a line follows.
  private let lines: [Int: Grant]

  /// - Complexity: O(paragraphs + directives).
  init(_ run: AnalysisRun) {
    guard let label = run.compiled.directives?.after else {
      lines = [:]
      return
    }
    let frames = Dictionary(grouping: run.frames.indices, by: { run.frames[$0].block })
    var lines: [Int: Grant] = [:]
    var waiting: [Int] = []
    for block in run.body {
      if let own = frames[block] {
        waiting += own
        continue
      }
      if let line = run.evaluator.labels.winner(label, block) {
        for frame in waiting { lines[frame] = line }
      }
      waiting = []
    }
    self.lines = lines
  }

  /// The line that names the bearer of the directive, nil where none follows.
  func line(for frame: Int) -> Grant? { lines[frame] }
}
