import Documents
import SourceText

/// What the headings over a directive say for it: who bears what stands under them, and slots that
/// they lend.
struct HeadingLoans {
  /// By frame of the run.
  private var mentions: [Int: BearerMention] = [:]
  /// The same by confident rules alone.
  private var confidentMentions: [Int: BearerMention] = [:]
  /// By frame and slot, the sentence that fills it.
  private var sentences: [Int: [Int: Int]] = [:]
  /// By frame and slot, what confident rules alone fill it with.
  private var confidentValues: [Int: [Int: Double]] = [:]

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

  /// What that is worth by confident rules alone, 0 where they name nobody.
  func confidentValue(for frame: Int) -> Double { confidentMentions[frame]?.value ?? 0 }

  /// The sentence over the directive that fills the slot, nil where none does.
  func sentence(filling slot: Int, of frame: Int) -> Int? { sentences[frame]?[slot] }

  /// What headings fill the slot with by confident rules alone, 0 where they do not.
  func confidentValue(filling slot: Int, of frame: Int) -> Double {
    confidentValues[frame]?[slot] ?? 0
  }

  private mutating func lend(
    _ headings: [Int], to frame: Int, _ settings: CompiledDirectiveSettings, _ run: AnalysisRun
  ) {
    let start = run.frames[frame].span.start
    func isAbove(_ evidence: [SourceSpan]) -> Bool { evidence.allSatisfy { $0.end <= start } }
    mentions[frame] = headings.lazy.compactMap { run.headBearers.all[$0] }
      .first { isAbove($0.evidence) }
    confidentMentions[frame] = headings.lazy.compactMap { run.headBearers.confident[$0] }
      .first { isAbove($0.evidence) }
    let labels = run.evaluator.labels
    for (slot, label) in settings.lends {
      sentences[frame, default: [:]][slot] = headings.first { sentence in
        labels.winner(label, sentence).map { isAbove($0.evidence) } ?? false
      }
      confidentValues[frame, default: [:]][slot] =
        headings.lazy
        .compactMap { labels.winner(label, $0, isConfident: true) }
        .first { isAbove($0.evidence) }?.value
    }
  }
}
