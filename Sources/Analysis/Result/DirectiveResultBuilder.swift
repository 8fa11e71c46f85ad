import Documents
import RuleLanguage
import SourceText

/// Fills the slots of the directives of a run and scores them.
struct DirectiveResultBuilder {
  let run: AnalysisRun
  let compiled: CompiledPack
  let document: Document
  let measures: MeasureBuilder
  let trailers: Trailers
  let headingLoans: HeadingLoans
  /// By frame, the one whose or-else it is.
  private let sanctioned: [Int?]
  /// By frame that is a directive, its place among them.
  private let places: [Int: Int]

  init(_ run: AnalysisRun) {
    self.run = run
    compiled = run.compiled
    document = run.document
    measures = MeasureBuilder(run)
    trailers = Trailers(run)
    headingLoans = HeadingLoans(run)
    sanctioned = Self.sanctioned(run)
    places = Dictionary(
      run.directives.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By frame, the one whose or-else it is: the last order before it in its paragraph; nil where it is
  /// no or-else, or one in a sentence of its own that sanctions everything.
  private static func sanctioned(_ run: AnalysisRun) -> [Int?] {
    let umbrella = run.compiled.directives?.umbrella?.mark
    let excluded = run.compiled.directives?.excluded
    func has(_ label: Int?, _ frame: Int) -> Bool {
      label.map { run.evaluator.labels.value($0, frame) > 0 } ?? false
    }
    var orders = [Int?](repeating: nil, count: run.frames.count)
    var order: Int?
    for frame in run.directives {
      guard run.frames[frame].isSanction else {
        order = frame
        continue
      }
      guard let last = order, run.frames[last].block == run.frames[frame].block,
        !has(excluded, frame)
      else { continue }
      let isApart = run.frames[last].sentence != run.frames[frame].sentence
      orders[frame] = isApart && has(umbrella, frame) ? nil : last
    }
    return orders
  }

  func results() -> [DirectiveResult] {
    guard let slots = filledSlots() else { return [] }
    return run.frames.indices.map { outcome($0, slots, isRecording: false).result }
  }

  /// A directive with how its scores came about, one outcome a score.
  struct Outcome: Sendable {
    var result: DirectiveResult
    var scores: [DirectiveScorer.Outcome]
  }

  /// The slots of all directives, which lend to one another.
  struct FilledSlots {
    fileprivate let settings: CompiledDirectiveSettings
    fileprivate let frames: [Filled]
    fileprivate let cover: UmbrellaCover?
  }

  /// The slots of the directives, nil where the pack has none.
  func filledSlots() -> FilledSlots? {
    guard let settings = compiled.directives else { return nil }
    let filled = run.frames.indices.map { fill($0, settings) }
    return FilledSlots(settings: settings, frames: filled, cover: cover(filled, settings))
  }

  /// One directive with its scores; while recording with every step of them.
  func outcome(_ frame: Int, _ slots: FilledSlots, isRecording: Bool) -> Outcome {
    let scorer = DirectiveScorer(compiled: compiled, isRecording: isRecording)
    return result(frame, slots.frames[frame], slots.cover, scorer, slots.settings)
  }

  /// Slots of one directive; `kind` is the number of the bearer's kind.
  fileprivate struct Filled {
    /// The labels of `slots`.
    var labels: [Int] = []
    var slots: [SlotResult] = []
    var kind = 0.0

    /// What the slots are worth; made when asked for, as a value has room for all labels of the pack.
    var values: SlotValues {
      var values = SlotValues()
      for (label, slot) in zip(labels, slots) {
        values.all[label] = slot.value
        values.confident[label] = slot.lowValue
      }
      return values
    }
  }

  private func fill(_ frame: Int, _ settings: CompiledDirectiveSettings) -> Filled {
    var filled = Filled()
    for label in compiled.slots {
      if label == settings.bearer {
        fillBearer(frame, settings, &filled)
      } else if let slot = spoken(label, frame, settings) ?? lent(label, frame, settings) {
        add(slot, label, &filled)
      } else if label == settings.force {
        add(
          SlotResult(
            name: compiled.pack.labels[label].name, value: run.frames[frame].force.all,
            lowValue: confidentValue(label, frame, settings), text: "",
            bytes: nil, rule: nil, flags: ["bare-order"]), label, &filled)
      }
    }
    return filled
  }

  private func add(_ slot: SlotResult, _ label: Int, _ filled: inout Filled) {
    filled.labels.append(label)
    filled.slots.append(slot)
  }

  /// The slot as rules filled it, or nil where none did.
  private func slot(
    _ label: Int, _ frame: Int, _ settings: CompiledDirectiveSettings
  ) -> SlotResult? {
    guard let winner = run.evaluator.labels.winner(label, frame) else { return nil }
    let rule = compiled.rules[winner.rule]
    var slot = slotResult(
      label, frame, settings, value: winner.value, winner.evidence,
      whole: run.frames[frame].span, rule, flags: rule.flags)
    if label != settings.bearer, label != settings.force { addWords(winner, label, frame, &slot) }
    return slot
  }

  /// The slot as its own words or a sentence behind the directive fill it, or nil where neither do.
  ///
  /// The higher value counts, of equals that of the own words.
  private func spoken(
    _ label: Int, _ frame: Int, _ settings: CompiledDirectiveSettings
  ) -> SlotResult? {
    let own = run.evaluator.labels.value(label, frame)
    guard let words = trailers.words(filling: label, of: frame), words.grant.value > own
    else { return slot(label, frame, settings) }
    let rule = compiled.rules[words.grant.rule]
    return slotResult(
      label, frame, settings, value: words.grant.value, words.grant.evidence,
      whole: document.sentences[words.sentence].span, rule, flags: rule.flags)
  }

  /// The slot as a heading over the directive fills it, or nil where none does.
  private func lent(
    _ label: Int, _ frame: Int, _ settings: CompiledDirectiveSettings
  ) -> SlotResult? {
    guard let words = headingLoans.words(filling: label, of: frame) else { return nil }
    let rule = compiled.rules[words.grant.rule]
    return slotResult(
      label, frame, settings, value: words.grant.value, words.grant.evidence,
      whole: document.sentences[words.sentence].span, rule, flags: rule.flags + ["heading"])
  }

  private func fillBearer(
    _ frame: Int, _ settings: CompiledDirectiveSettings, _ filled: inout Filled
  ) {
    if let perspective = settings.perspective,
      run.evaluator.labels.value(perspective.mark, frame) > 0
    {
      fillSupervised(frame, of: frame, perspective, settings, &filled)
      return
    }
    let label = settings.bearer
    if let slot = slot(label, frame, settings) {
      if let kind = settings.bearerKind, let winner = run.evaluator.labels.winner(label, frame) {
        filled.kind =
          compiled.rules[winner.rule].gifts.first { $0.label == kind }?.value ?? 0
      }
      add(slot, label, &filled)
      return
    }
    let bearer = run.frames[frame].bearer.all
    if let mention = headBearer(frame, bearer) {
      addMention(mention, frame, factor: 1, flags: ["heading"], settings, &filled)
      return
    }
    if let (order, factor, flag) = checking(bearer, before: frame, settings),
      let perspective = settings.perspective
    {
      fillSupervised(
        frame, of: order, perspective, settings, factor: factor, flags: [flag], &filled)
      return
    }
    switch (bearer, trailers.mention(for: frame)) {
    case (.sameSentence(let mention), _):
      addMention(mention, frame, factor: 1, flags: ["same-sentence"], settings, &filled)
    case (_, let mention?):
      addMention(mention, frame, factor: 1, flags: [], settings, &filled)
    case (.inherited(let mention), nil):
      addMention(
        mention, frame, factor: settings.inherited, flags: ["inherited"], settings, &filled)
    case (.implied, nil):
      filled.kind = settings.impliedKind ?? 0
      add(
        SlotResult(
          name: compiled.pack.labels[label].name, value: settings.implied,
          lowValue: confidentValue(label, frame, settings), text: "", bytes: nil, rule: nil,
          flags: [SlotResult.impliedFlag]), label,
        &filled)
    }
  }

  /// Who bears a directive by a heading over it, unless its sentence or a line behind it says who.
  private func headBearer(_ frame: Int, _ bearer: DirectiveFrame.Bearer) -> BearerMention? {
    if case .sameSentence = bearer { return nil }
    return trailers.mention(for: frame) == nil ? headingLoans.mention(for: frame) : nil
  }

  /// The order to check others that names the bearer of `frame`, with what its bearer is worth here.
  ///
  /// Who is sent to check others does not answer for what is said next; those who are checked do.
  func checking(
    _ bearer: DirectiveFrame.Bearer, before frame: Int, _ settings: CompiledDirectiveSettings,
    isConfident: Bool = false
  ) -> (order: Int, factor: Double, flag: String)? {
    let mention: BearerMention
    let factor: Double
    let flag: String
    switch bearer {
    case .sameSentence(let named): (mention, factor, flag) = (named, 1, "same-sentence")
    case .inherited(let named): (mention, factor, flag) = (named, settings.inherited, "inherited")
    case .implied: return nil
    }
    let labels = run.evaluator.labels
    guard let perspective = settings.perspective, let start = mention.evidence.first?.start,
      let order = run.evaluator.units.index(.directive, containing: start), order < frame,
      (isConfident
        ? labels.confidentValue(perspective.mark, order)
        : labels.value(perspective.mark, order)) > 0
    else { return nil }
    return (order, factor, flag)
  }

  /// In an order to check others the checked party is the bearer: `order` is that order, `frame` the
  /// directive it is the bearer of.
  private func fillSupervised(
    _ frame: Int, of order: Int, _ perspective: (mark: Int, supervised: Int, unnamed: Double),
    _ settings: CompiledDirectiveSettings, factor: Double = 1, flags: [String] = [],
    _ filled: inout Filled
  ) {
    let winner = run.evaluator.labels.winner(perspective.supervised, order)
    let value = winner.map { $0.value * factor } ?? perspective.unnamed
    let rule = winner.map { compiled.rules[$0.rule] }
    if let kind = settings.bearerKind {
      filled.kind = rule?.gifts.first { $0.label == kind }?.value ?? settings.impliedKind ?? 0
    }
    let label = settings.bearer
    let slot = slotResult(
      label, frame, settings, value: value, winner?.evidence ?? [],
      whole: winner.map { _ in run.frames[order].span }, rule,
      flags: flags + ["perspective-switch"])
    add(slot, label, &filled)
  }

  private func addMention(
    _ mention: BearerMention, _ frame: Int, factor: Double, flags: [String],
    _ settings: CompiledDirectiveSettings, _ filled: inout Filled
  ) {
    let rule = compiled.rules[mention.rule]
    filled.kind = mention.kind
    let label = settings.bearer
    let slot = slotResult(
      label, frame, settings, value: mention.value * factor, mention.evidence,
      whole: mention.unit, rule, flags: rule.flags + flags)
    add(slot, label, &filled)
  }

  private func result(
    _ frame: Int, _ slots: Filled, _ cover: UmbrellaCover?, _ scorer: DirectiveScorer,
    _ settings: CompiledDirectiveSettings
  ) -> Outcome {
    let labels = run.evaluator.labels
    let values = slots.values
    let marks = directiveMarks(frame) { labels.value($0, frame) }
    let confident = directiveMarks(frame, isConfident: true) { labels.confidentValue($0, frame) }
    var classification = labels.value(settings.classLabel, frame)
    if classification == 0 { classification = settings.defaultClass }
    var scores: [DirectiveScorer.Outcome] = []
    for score in compiled.scores {
      var outcome = scorer.score(score, values, marks, confident: confident)
      if let given = outcome.classification { classification = given }
      if let cover, settings.umbrella?.score == score.name {
        let covered = cover.values(for: frame, block: run.frames[frame].block)
        outcome.result.inContext = scorer.inContext(
          score, values, covered: covered, marks)
      }
      scores.append(outcome)
    }
    let span = run.frames[frame].span
    var result = DirectiveResult(
      text: text(span), bytes: document.offsets.original(span), inText: place(span, frame),
      classification: name(settings.classLabel, classification) ?? "",
      obligorKind: settings.bearerKind.flatMap { name($0, slots.kind) }, slots: slots.slots,
      scores: scores.map(\.result), tail: tail(frame, settings),
      isExcluded: settings.excluded.map { labels.value($0, frame) > 0 } ?? false,
      speaker: run.frames[frame].speaker.map { span in
        Evidence(
          rule: "", text: text(span), bytes: document.offsets.original(span),
          inText: place(span, frame))
      })
    result.orElseOf = sanctioned[frame].flatMap { places[$0] }
    result.grammar = settings.grammar.flatMap { grammar in
      form(grammar, values.all, orElse: cover?.orElse(of: frame) ?? [:], marks)
    }
    if run.wantsProspects {
      result.prospects = compiled.slots.filter { values.all[$0] ?? 0 < 1 }.map { slot in
        var values = values
        values.all[slot] = 1
        return DirectiveResult.Prospect(
          slot: compiled.pack.labels[slot].name,
          scores: compiled.scores.map {
            scorer.score($0, values, marks, confident: confident).result.score
          })
      }
    }
    return Outcome(result: result, scores: scores)
  }

  /// What a directive is as an institutional statement: its or-else may stand in another one.
  private func form(
    _ grammar: CompiledGrammar, _ slots: LabelValues, orElse: [Int: Double],
    _ marks: DirectiveMarks
  ) -> String? {
    var values = slots
    for (label, value) in orElse { values[label] = max(values[label] ?? value, value) }
    let form = grammar.forms.first { form in
      form.formula.value { DirectiveScorer.value($0, values, marks) } != 0
    }
    return form.flatMap { name(grammar.label, $0.value) }
  }

  private func tail(_ frame: Int, _ settings: CompiledDirectiveSettings) -> Evidence? {
    guard let first = run.frames[frame].tails.first else { return nil }
    let clause = run.evaluator.units.index(.clause, containing: first.start)
      .map { run.evaluator.units.clauses[$0].clause }
    let rule = settings.marks[.tail].flatMap { label in
      clause.flatMap { run.evaluator.labels.winner(label, $0) }
    }
    return Evidence(
      rule: rule.map { compiled.rules[$0.rule].id } ?? "", text: text(first),
      bytes: document.offsets.original(first), inText: place(first, frame))
  }

  /// What the sanctions among the directives lend to the others, or nil where nothing is lent.
  private func cover(_ filled: [Filled], _ settings: CompiledDirectiveSettings) -> UmbrellaCover? {
    guard let umbrella = settings.umbrella else { return nil }
    var cover = UmbrellaCover(umbrella)
    for frame in run.directives where run.evaluator.labels.value(umbrella.mark, frame) > 0 {
      cover.add(frame, block: run.frames[frame].block, filled[frame].values.all)
    }
    for frame in run.directives {
      guard let order = sanctioned[frame] else { continue }
      cover.add(orElseOf: order, filled[frame].values.all)
    }
    return cover
  }

  /// What formulas read of the directive, by all rules or by confident ones only; shares are counted
  /// once.
  private func directiveMarks(
    _ frame: Int, isConfident: Bool = false, other: @escaping (Int) -> Double
  ) -> DirectiveMarks {
    var shares: [Int: Double] = [:]
    return DirectiveMarks(
      share: { label in
        if let known = shares[label] { return known }
        let share = self.share(label, frame, isConfident: isConfident)
        shares[label] = share
        return share
      }, other: other)
  }

  private func share(_ label: Int, _ frame: Int, isConfident: Bool) -> Double {
    let span = run.frames[frame].span
    let all = run.evaluator.hanCount(span)
    guard all > 0 else { return 0 }
    let evidence = run.evaluator.labels.grants(label, frame)
      .filter { $0.isConfident || !isConfident }.flatMap(\.evidence)
    var covered = 0
    var position = span.start
    for piece in SourceSpan.maximal(evidence) where piece.end > position {
      covered += run.evaluator.hanCount(SourceSpan(max(piece.start, position), piece.end))
      position = piece.end
    }
    return Double(covered) / Double(all)
  }

  private func name(_ label: Int, _ value: Double) -> String? {
    guard value > 0, case .choice(let names) = compiled.pack.labels[label].kind else { return nil }
    return names[names.count - Int(value)]
  }

  /// Where `span` stands in the text of the paragraph of `frame`, if it does.
  func place(_ span: SourceSpan, _ frame: Int) -> SourceSpan? {
    span.relative(to: document.blocks[run.frames[frame].block].span)
  }

  func text(_ span: SourceSpan) -> String {
    String(decoding: document.text[span.start..<span.end], as: UTF8.self)
  }
}
