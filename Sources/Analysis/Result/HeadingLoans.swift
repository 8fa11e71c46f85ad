import Documents
import SourceText

/// What the headings over a directive say for it: who bears what stands under them, and slots that
/// they lend.
struct HeadingLoans {
  /// By frame of the run.
  private var mentions: [Int: BearerMention] = [:]
  /// The same by confident rules alone.
  private var confidentMentions: [Int: BearerMention] = [:]
  /// By frame and slot, what fills it.
  private var words: [Int: [Int: SentenceWords]] = [:]
  /// By frame and slot, what confident rules alone fill it with.
  private var confidentValues: [Int: [Int: Double]] = [:]

  /// - Complexity: O(sentences + directives + grants of headings).
  init(_ run: AnalysisRun) {
    guard let settings = run.compiled.directives,
      settings.heads != nil || !settings.lends.isEmpty
    else { return }
    var outline = Outline(run.document)
    var said = HeadingWords(run)
    var frame = 0
    for block in run.body {
      for sentence in run.document.blocks[block].sentences {
        outline.enter(sentence)
        while frame < run.frames.count, run.frames[frame].sentence <= sentence {
          lend(outline.open, to: frame, settings, run, &said)
          frame += 1
        }
      }
    }
  }

  /// Who a heading over the directive names, nil where none does.
  func mention(for frame: Int) -> BearerMention? { mentions[frame] }

  /// What that is worth by confident rules alone, 0 where they name nobody.
  func confidentValue(for frame: Int) -> Double { confidentMentions[frame]?.value ?? 0 }

  /// The words over the directive that fill the slot, nil where none do.
  func words(filling slot: Int, of frame: Int) -> SentenceWords? { words[frame]?[slot] }

  /// What headings fill the slot with by confident rules alone, 0 where they do not.
  func confidentValue(filling slot: Int, of frame: Int) -> Double {
    confidentValues[frame]?[slot] ?? 0
  }

  private mutating func lend(
    _ headings: [Int], to frame: Int, _ settings: CompiledDirectiveSettings, _ run: AnalysisRun,
    _ said: inout HeadingWords
  ) {
    let start = run.frames[frame].span.start
    func isAbove(_ end: Int?) -> Bool { end.map { $0 <= start } ?? false }
    mentions[frame] = headings.first { isAbove(said.bearerEnds.all[$0]) }
      .flatMap { run.headBearers.all[$0] }
    confidentMentions[frame] = headings.first { isAbove(said.bearerEnds.confident[$0]) }
      .flatMap { run.headBearers.confident[$0] }
    for (slot, label) in settings.lends {
      for sentence in headings {
        guard let loan = said.loan(of: label, sentence).all, isAbove(loan.end) else { continue }
        words[frame, default: [:]][slot] = SentenceWords(sentence: sentence, grant: loan.grant)
        break
      }
      for sentence in headings {
        guard let loan = said.loan(of: label, sentence).confident, isAbove(loan.end)
        else { continue }
        confidentValues[frame, default: [:]][slot] = loan.grant.value
        break
      }
    }
  }
}

/// What a sentence says for directives that stand elsewhere: looked up once, not for each of them.
struct SentenceWords {
  let sentence: Int
  let grant: Grant
}

/// What headings say and where that ends, read once for all that stands under them.
private struct HeadingWords {
  struct Loan {
    let grant: Grant
    /// Behind the last of its words, 0 without any.
    let end: Int
  }

  /// By sentence, behind the words that name who bears what stands under it.
  let bearerEnds: Graded<[Int: Int]>
  private let labels: LabelStore
  /// By label and sentence.
  private var loans: [Int: [Int: Graded<Loan?>]] = [:]

  init(_ run: AnalysisRun) {
    bearerEnds = Graded(
      all: run.headBearers.all.mapValues { Self.end($0.evidence) },
      confident: run.headBearers.confident.mapValues { Self.end($0.evidence) })
    labels = run.evaluator.labels
  }

  /// What a sentence lends by a label of its own, nil where it has none.
  mutating func loan(of label: Int, _ sentence: Int) -> Graded<Loan?> {
    if let known = loans[label]?[sentence] { return known }
    func loan(isConfident: Bool) -> Loan? {
      labels.winner(label, sentence, isConfident: isConfident)
        .map { Loan(grant: $0, end: Self.end($0.evidence)) }
    }
    let loan = Graded(all: loan(isConfident: false), confident: loan(isConfident: true))
    loans[label, default: [:]][sentence] = loan
    return loan
  }

  private static func end(_ words: [SourceSpan]) -> Int { words.map(\.end).max() ?? 0 }
}
