import Documents
import RuleLanguage
import SourceText

/// One document with all its labels, directives and their slots, before it becomes a report.
struct AnalysisRun {
  let compiled: CompiledPack
  let document: Document
  let evaluator: Evaluator
  /// Indices of the blocks that are analysed.
  let body: [Int]
  private(set) var frames: [DirectiveFrame] = []
  /// Indices of the frames that are directives once rules have read them.
  private(set) var directives: [Int] = []
  /// By sentence, who bears what stands under a heading that names somebody.
  private(set) var headBearers = Graded(
    all: [Int: BearerMention](), confident: [Int: BearerMention]())
  let repeatedSentences: Int
  /// What is said of the document beside its text.
  let stated: StatedMetadata
  /// Whether results say what each empty slot could do to the scores.
  var wantsProspects = false

  /// Evaluates in the order in which units depend on one another: blocks and their zones, then the
  /// document and the text of the body, then the directives found in it.
  ///
  /// What is `stated` of the document is known to all rules, whatever they read themselves.
  /// With `asExample` every block is body text in which bare orders are orders, as the examples of
  /// rules are read.
  init(
    _ compiled: CompiledPack, _ document: Document, _ matches: PatternMatches,
    stating stated: StatedMetadata = StatedMetadata(), asExample: Bool = false,
    tally: Tally? = nil
  ) {
    self.compiled = compiled
    self.document = document
    self.stated = stated
    evaluator = Evaluator(compiled, document, matches, tally: tally)
    for label in compiled.metadata {
      guard let value = stated.value(of: compiled.pack.labels[label]) else { continue }
      evaluator.labels.state(label, value)
    }
    evaluator.evaluate(.block)
    body = document.blocks.indices.filter { [evaluator] block in
      asExample || Self.zone(of: block, compiled, evaluator) == compiled.bodyZone
    }
    evaluator.units.enter(document, body: body)
    let repeats = Self.repeats(document, body)
    repeatedSentences = repeats.count
    evaluator.evaluateText()
    guard let settings = compiled.directives else { return }
    findDirectives(settings, repeats, asExample)
  }

  /// The number of the zone of a block; blocks without one have the last zone that is declared.
  static func zone(of block: Int, _ compiled: CompiledPack, _ evaluator: Evaluator) -> Int? {
    guard let zone = compiled.zone else { return nil }
    return max(1, Int(evaluator.labels.value(zone, block)))
  }

  private mutating func findDirectives(
    _ settings: CompiledDirectiveSettings, _ repeats: Set<Int>, _ asExample: Bool
  ) {
    let profiles = ClauseProfiler(evaluator: evaluator, settings: settings).profiles()
    frames = DirectiveFinder.frames(
      document, settings, profiles, blocks: body,
      standing: { [evaluator, compiled] block in
        if asExample { return true }
        guard let label = settings.marks[.standing] else { return false }
        let unit = compiled.pack.labels[label].unit == .document ? 0 : block
        return evaluator.labels.value(label, unit) > 0
      },
      isRepeated: { repeats.contains($0) })
    if let heads = settings.heads { findHeadBearers(heads, profiles) }
    evaluator.units.enter(frames)
    let onDirectives = compiled.pack.labels.indices.filter {
      compiled.pack.labels[$0].unit == .directive
    }
    evaluator.labels.resize(onDirectives, count: frames.count)
    evaluator.hidden = frames.map { frame in frame.tails.filter { frame.span.overlaps($0) } }
    evaluator.starts = frames.map(\.span.start)
    evaluator.evaluate(.directive)
    directives = frames.indices.filter { [evaluator] frame in
      settings.dismissed.map { evaluator.labels.value($0, frame) == 0 } ?? true
    }
  }

  /// The bearer of a heading is the strongest one that its clauses name, of equals the first.
  private mutating func findHeadBearers(_ heads: Int, _ profiles: [ClauseProfile]) {
    for sentence in evaluator.units.sentences.map(\.sentence)
    where evaluator.labels.value(heads, sentence) > 0 {
      for clause in document.sentences[sentence].clauses {
        if let bearer = profiles[clause].bearer, bearer.outranks(headBearers.all[sentence]) {
          headBearers.all[sentence] = bearer
        }
        if let bearer = profiles[clause].confidentBearer,
          bearer.outranks(headBearers.confident[sentence])
        {
          headBearers.confident[sentence] = bearer
        }
      }
    }
  }

  /// Sentences, of the body or beside it, that stand word for word earlier in the body.
  ///
  /// Short ones are formulas rather than repeats and are never passed over.
  private static func repeats(_ document: Document, _ body: [Int]) -> Set<Int> {
    let shortest = 36
    var seen: Set<ArraySlice<UInt8>> = []
    var repeats: Set<Int> = []
    var isBody = Array(repeating: false, count: document.blocks.count)
    for block in body { isBody[block] = true }
    for block in document.blocks.indices {
      for index in document.blocks[block].sentences {
        let span = document.sentences[index].span
        guard span.length >= shortest else { continue }
        let words = document.text[span.start..<span.end]
        let isNew = isBody[block] ? seen.insert(words).inserted : !seen.contains(words)
        if !isNew { repeats.insert(index) }
      }
    }
    return repeats
  }
}
