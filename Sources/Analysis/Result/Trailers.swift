import Documents
import SourceText

/// What sentences behind tasks say for them: who bears them, and slots that they fill.
///
/// Such a sentence counts for the directives before it in its paragraph. In a paragraph of its own it
/// counts for the paragraphs right before it that hold directives, back to one that holds none: a
/// heading, text of another kind. Others of its kind may stand between.
struct Trailers {
  /// By frame of the run, where such a sentence follows.
  private var mentions: [Int: BearerMention] = [:]
  /// By frame, what the bearer is worth by confident rules alone.
  private var confidentBearers: [Int: Double] = [:]
  /// By frame and slot, what fills it.
  private var words: [Int: [Int: SentenceWords]] = [:]
  /// By sentence and slot, what confident rules alone fill it with.
  private var confidentValues: [Int: [Int: Double]] = [:]

  /// - Complexity: O(sentences + directives).
  init(_ run: AnalysisRun) {
    guard let settings = run.compiled.directives,
      settings.after != nil || !settings.follows.isEmpty
    else { return }
    let labels = Array(settings.follows.values) + [settings.after].compactMap { $0 }
    let frames = Dictionary(grouping: run.directives, by: { run.frames[$0].sentence })
    // What a line may speak of, and since the last one in its paragraph, what a sentence may.
    var waiting = WaitingFrames(settings)
    var near = WaitingFrames(settings)
    var isSpent = false
    for block in run.body {
      let unit = run.document.blocks[block].sentences
      let trailing = unit.filter { sentence in
        frames[sentence] == nil
          && labels.contains { run.evaluator.labels.winner($0, sentence) != nil }
      }
      guard unit.contains(where: { frames[$0] != nil }) else {
        if trailing.isEmpty { waiting = WaitingFrames(settings) }
        for sentence in trailing { take(sentence, for: &waiting, settings, run) }
        isSpent = true
        continue
      }
      if isSpent { waiting = WaitingFrames(settings) }
      isSpent = false
      near = WaitingFrames(settings)
      let isTrailing = Set(trailing)
      for sentence in unit {
        if let own = frames[sentence] {
          if let last = near.last, words[last] != nil || mentions[last] != nil {
            near = WaitingFrames(settings)
          }
          near.add(own)
          waiting.add(own)
        } else if isTrailing.contains(sentence) {
          take(sentence, for: &near, settings, run)
        }
      }
    }
  }

  /// Who a sentence behind the directive names, nil where none does.
  func mention(for frame: Int) -> BearerMention? { mentions[frame] }

  /// What that is worth by confident rules alone, 0 where they name nobody.
  func confidentValue(for frame: Int) -> Double { confidentBearers[frame] ?? 0 }

  /// The words behind the directive that fill the slot, nil where none do.
  func words(filling slot: Int, of frame: Int) -> SentenceWords? { words[frame]?[slot] }

  /// What the sentence behind the directive fills the slot with by confident rules alone, 0 where it does not.
  func confidentValue(filling slot: Int, of frame: Int) -> Double {
    words[frame]?[slot].flatMap { confidentValues[$0.sentence]?[slot] } ?? 0
  }

  /// Lets `sentence` speak for the directives that nothing nearer has spoken for.
  private mutating func take(
    _ sentence: Int, for frames: inout WaitingFrames, _ settings: CompiledDirectiveSettings,
    _ run: AnalysisRun
  ) {
    let labels = run.evaluator.labels
    if let after = settings.after, let line = labels.winner(after, sentence) {
      let mention = BearerMention(
        unit: run.document.sentences[sentence].span, rule: line.rule, value: line.value,
        evidence: line.evidence, kind: settings.afterKind ?? 0)
      let confident = labels.confidentValue(after, sentence)
      for frame in frames.unnamed where mentions[frame] == nil {
        mentions[frame] = mention
        confidentBearers[frame] = confident
      }
      frames.unnamed = []
    }
    for (slot, label) in settings.follows {
      guard let grant = labels.winner(label, sentence) else { continue }
      confidentValues[sentence, default: [:]][slot] = labels.confidentValue(label, sentence)
      for frame in frames.unfilled[slot] ?? [] where words[frame]?[slot] == nil {
        words[frame, default: [:]][slot] = SentenceWords(sentence: sentence, grant: grant)
      }
      frames.unfilled[slot] = []
    }
  }
}

/// Directives that a sentence behind them may still speak for, by what it may say: what is said once is settled.
private struct WaitingFrames {
  /// Those that nothing behind them names a bearer for.
  var unnamed: [Int] = []
  /// By slot, those that nothing behind them fills it for.
  var unfilled: [Int: [Int]]
  /// The latest of all, settled or not.
  private(set) var last: Int?

  init(_ settings: CompiledDirectiveSettings) { unfilled = settings.follows.mapValues { _ in [] } }

  mutating func add(_ frames: [Int]) {
    unnamed += frames
    for slot in unfilled.keys { unfilled[slot, default: []] += frames }
    last = frames.last ?? last
  }
}
