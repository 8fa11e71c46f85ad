import Documents
import SourceText

/// What the headings over a directive say for it: who bears what stands under them, and slots that
/// they lend.
struct HeadingLoans {
  /// By frame of the run.
  private var mentions: [Int: BearerMention] = [:]
  /// By frame and slot, the sentence that fills it.
  private var sentences: [Int: [Int: Int]] = [:]

  /// - Complexity: O(sentences + directives).
  init(_ run: AnalysisRun) {
    guard let settings = run.compiled.directives,
      settings.heads != nil || !settings.lends.isEmpty
    else { return }
    var outline = Outline(run.document)
    var frame = 0
    for block in run.body {
      for sentence in run.document.blocks[block].sentences {
        outline.enter(sentence)
        while frame < run.frames.count, run.frames[frame].sentence <= sentence {
          lend(outline.open, to: frame, settings, run)
          frame += 1
        }
      }
    }
  }

  /// Who a heading over the directive names, nil where none does.
  func mention(for frame: Int) -> BearerMention? { mentions[frame] }

  /// The sentence over the directive that fills the slot, nil where none does.
  func sentence(filling slot: Int, of frame: Int) -> Int? { sentences[frame]?[slot] }

  private mutating func lend(
    _ headings: [Int], to frame: Int, _ settings: CompiledDirectiveSettings, _ run: AnalysisRun
  ) {
    let start = run.frames[frame].span.start
    mentions[frame] = headings.lazy.compactMap { run.headBearers[$0] }
      .first { $0.evidence.allSatisfy { $0.end <= start } }
    for (slot, label) in settings.lends {
      sentences[frame, default: [:]][slot] = headings.first { sentence in
        run.evaluator.labels.winner(label, sentence)?.evidence.allSatisfy { $0.end <= start }
          ?? false
      }
    }
  }
}
