import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// Evaluates the rules of a pack on one document.
///
/// The only evaluator there is: windows come from `units`, matches from one pass of the automaton,
/// labels that rules read from `labels`. A class, used by one thread for one document: formulas hand
/// it to closures, which as a value took most of the time in copies.
final class Evaluator {
  let compiled: CompiledPack
  let document: Document
  let matches: PatternMatches
  let values: ValueReader
  /// Who is told how conditions come out; nil but while a rule is recorded.
  private(set) var recorder: EvaluationRecorder?
  /// Rules may have counted units of a kind before there are any.
  var units: TextUnits { didSet { counts.removeAll() } }
  var labels: LabelStore
  /// Spans inside a directive whose words do not count for it, by directive.
  var hidden: [[SourceSpan]] = []
  /// Where each directive begins: in its first clause, words before that say who asks for it.
  var starts: [Int] = []
  /// Counts of the characters of long units, made when a rule first asks.
  var censuses: [SourceSpan: CharacterCensus] = [:]
  /// By label how many units inside a long one carry it, counted when a rule first asks.
  var counts: [Int: [SourceSpan: Double]] = [:]
  /// By number of the veto in its rule what it said of the unit around the last window.
  private var vetoAnswers: [VetoAnswer?] = []
  /// The exceptions that match anywhere in the text, of the rule that asked last, each with its matches.
  var exceptionsInText: (rule: CompiledRule, found: [(index: Int, matches: OverlapIndex)])?
  /// By number of the scope what its condition said of the unit around the last window.
  var scopeAnswers: [Int: ScopeAnswer] = [:]
  /// By rule that others ask for what it said of the unit around the last window.
  var ruleAnswers: [Int: RuleAnswer] = [:]
  /// By label of directives, while there are none, the clauses that have it from a rule that does not ask
  /// whether it is lacking.
  var filledClauses: [Int: Set<Int>] = [:]
  /// For labels of blocks that rules count: how many blocks before each one carry it.
  var carriersBefore: [Int: [Int]] = [:]
  /// For names of elements: whether each element of the page lies in one called so.
  var elementsInside: [Set<String>: [Bool]] = [:]
  /// The blocks that say word for word what an earlier one says, found when a rule first asks.
  ///
  /// What the head of a page says of it, or its margins, is no earlier block.
  private(set) lazy var repeatedBlocks: Set<Int> = {
    var seen: Set<ArraySlice<UInt8>> = []
    return Set(
      document.blocks.indices.filter { block in
        if let mark = document.page?.marks[block], mark.isOutside || mark.isHead { return false }
        let span = document.blocks[block].span
        return !seen.insert(document.text[span.start..<span.end]).inserted
      })
  }()
  /// Counts what holds where; nil in plain runs.
  let tally: Tally?

  init(
    _ compiled: CompiledPack, _ document: Document, _ matches: PatternMatches,
    tally: Tally? = nil
  ) {
    self.tally = tally
    self.compiled = compiled
    self.document = document
    self.matches = matches
    values = ValueReader(compiled: compiled, document: document, matches: matches)
    units = TextUnits(document)
    labels = LabelStore(
      labels: compiled.pack.labels,
      unitCounts: [
        .document: 1, .block: document.blocks.count, .paragraph: document.blocks.count,
        .sentence: document.sentences.count, .clause: document.clauses.count,
      ])
  }

  /// Evaluates all rules whose labels stand on `kind`, in the order of their dependencies.
  func evaluate(_ kind: UnitKind) {
    for rule in compiled.rulesByUnit[kind] ?? [] { evaluate(rule) }
  }

  /// Evaluates the rules for the document, paragraphs, sentences and clauses together, since labels
  /// of all of them may depend on one another.
  func evaluateText() {
    for rule in compiled.rulesForText { evaluate(rule) }
  }

  /// Whether one of the triggers of the rule with this index matches somewhere, or it needs none.
  func isTriggered(_ index: Int) -> Bool {
    guard let triggers = compiled.triggers[index] else { return true }
    return matches.hasAny(triggers)
  }

  /// Evaluates the rule in each of its windows that can fulfil it.
  private func evaluate(_ index: Int) {
    guard isTriggered(index) else { return }
    let rule = compiled.rules[index]
    forgetAnswers()
    if let patterns = rule.sufficient, tally == nil {
      forEachFulfilled(rule, by: patterns, in: rule.window) { position, evidence in
        let window = units.windows(rule.window)[position]
        guard let unit = window.unit(rule.unit), let words = counted(evidence, rule, unit)
        else { return }
        give(rule, index, unit, words)
      }
      return
    }
    let windows = units.windows(rule.window)
    guard let triggers = rule.triggers else {
      for window in windows { give(rule, index, window) }
      return
    }
    for position in candidates(triggers, rule.window) { give(rule, index, windows[position]) }
  }

  /// Indices of windows of `kind` in which one of `patterns` begins, ascending.
  func candidates(_ patterns: [PatternID], _ kind: UnitKind) -> [Int] {
    let windows = units.windows(kind)
    var found: [Int] = []
    for pattern in patterns where !matches.isEmpty(pattern) {
      var index = 0
      for match in matches[pattern] {
        let start = Int(match.start)
        guard index < windows.count else { break }
        if windows[index].span.end <= start {
          index = windows[index...].firstSorted { $0.span.end > start }
          guard index < windows.count else { break }
        }
        if windows[index].span.start <= start, found.last != index { found.append(index) }
      }
    }
    guard patterns.count > 1 else { return found }
    found.sort()
    var unique: [Int] = []
    for index in found where unique.last != index { unique.append(index) }
    return unique
  }

  /// Evaluates a rule (by index) once more in some of its windows, gives nothing, and records how it comes out.
  ///
  /// Rules that it reads must have been evaluated: all of them once the run is over.
  ///
  /// - Returns: a record for each window in which the rule can give its labels, in their order; answers of larger units are
  ///   numbered among them.
  func record(
    _ index: Int, in windows: some Sequence<TextWindow>
  ) -> [RuleRecord] {
    let rule = compiled.rules[index]
    let recorder = EvaluationRecorder()
    // What was answered before was not recorded.
    forgetAnswers()
    self.recorder = recorder
    defer {
      self.recorder = nil
      forgetAnswers()
    }
    return windows.compactMap { window in
      guard let unit = window.unit(rule.unit) else { return nil }
      let evidence = evidence(rule, window)
      let words = evidence.flatMap { counted($0, rule, unit) }
      return recorder.take(
        index, window, words ?? evidence, isHidden: evidence != nil && words == nil)
    }
  }

  private func give(_ rule: CompiledRule, _ index: Int, _ window: TextWindow) {
    guard let unit = window.unit(rule.unit) else { return }
    tally?.look(rule, index, window, self)
    let words = evidence(rule, window).flatMap { counted($0, rule, unit) }
    guard let words else { return }
    tally?.fire(index)
    give(rule, index, unit, words)
  }

  private func give(
    _ rule: CompiledRule, _ index: Int, _ unit: Int, _ evidence: [SourceSpan]
  ) {
    for gift in rule.gifts {
      carriersBefore[gift.label] = nil
      counts[gift.label] = nil
      labels.give(
        gift.label,
        Grant(
          rule: index, unit: unit, value: gift.value, isConfident: rule.isConfident,
          evidence: evidence))
    }
  }

  /// The words that fulfil the rule in the window, or nil where it does not hold.
  func evidence(_ rule: CompiledRule, _ window: TextWindow) -> [SourceSpan]? {
    var spans: [SourceSpan] = []
    let isHeld = holds(rule.condition, rule, window, &spans)
    guard isHeld || isRecording else { return nil }
    var isVetoed = false
    for (number, veto) in rule.vetoes.enumerated() where holds(veto, number, rule, window) {
      isVetoed = true
      if !isRecording { break }
    }
    return isHeld && !isVetoed ? SourceSpan.maximal(spans) : nil
  }

  /// Whether what is evaluated now is noted, so that nothing may be cut short.
  var isRecording: Bool { recorder != nil }

  /// Whether the rule's condition holds in any window when some of what can stop it is left out.
  func holdsAnywhere(_ rule: CompiledRule, withExceptions: Bool, withVetoes: Bool) -> Bool {
    forgetAnswers()
    return units.windows(rule.window).contains { window in
      var spans: [SourceSpan] = []
      return holds(rule.condition, withExceptions ? rule : nil, window, &spans)
        && !(withVetoes
          && rule.vetoes.enumerated().contains { holds($1, $0, rule, window) })
    }
  }

  /// Forgets what held for the units around a window: labels may have changed since.
  private func forgetAnswers() {
    vetoAnswers.removeAll(keepingCapacity: true)
    scopeAnswers.removeAll(keepingCapacity: true)
    ruleAnswers.removeAll(keepingCapacity: true)
  }

  /// What of the evidence counts for the unit: of a directive what begins inside of it and does not
  /// overlap a hidden span, which are sorted and disjoint; nil where nothing of it does.
  private func counted(
    _ evidence: [SourceSpan], _ rule: CompiledRule, _ unit: Int
  ) -> [SourceSpan]? {
    guard rule.unit == .directive, !evidence.isEmpty else { return evidence }
    let start = starts[unit]
    let spans = hidden[unit]
    guard !spans.isEmpty || evidence.contains(where: { $0.start < start }) else { return evidence }
    let counted = evidence.filter { $0.start >= start && !spans.hasSortedOverlap(with: $0) }
    return counted.isEmpty ? nil : counted
  }

  /// As below, but the windows of one unit ask once.
  func holds(
    _ veto: CompiledVeto, _ number: Int, _ rule: CompiledRule, _ window: TextWindow
  ) -> Bool {
    let unit = enclosing(window, veto.scope)
    while vetoAnswers.count <= number { vetoAnswers.append(nil) }
    if let last = vetoAnswers[number], last.rule === rule, last.unit == unit.span {
      if let record = last.record { recorder?.add(record) }
      return last.holds
    }
    let holds = holds(veto, window)
    vetoAnswers[number] = VetoAnswer(
      rule: rule, unit: unit.span, holds: holds, record: recorder?.answer())
    return holds
  }

  /// Whether the veto holds in its unit around the window.
  func holds(_ veto: CompiledVeto, _ window: TextWindow) -> Bool {
    var ignored: [SourceSpan] = []
    return holds(veto.condition, nil, enclosing(window, veto.scope), &ignored)
  }

  /// The unit of `kind` around `window`, or the window itself for smaller kinds.
  func enclosing(_ window: TextWindow, _ kind: UnitKind) -> TextWindow {
    switch kind {
    case .document: return units.document[0]
    case .block, .paragraph:
      guard window.block >= 0 else { return window }
      return TextWindow(kind, document.blocks[window.block].span, block: window.block)
    case .sentence where window.sentence >= 0:
      return TextWindow(
        .sentence, document.sentences[window.sentence].span, block: window.block,
        sentence: window.sentence)
    case .directive where window.directive >= 0: return units.directives[window.directive]
    case .sentence, .clause, .directive: return window
    }
  }
}

/// What a veto said of one unit.
private struct VetoAnswer {
  let rule: CompiledRule
  let unit: SourceSpan
  let holds: Bool
  /// How it came about, where that is recorded.
  let record: ConditionRecord?
}
