import Analysis
import SourceText
import Verification

extension ArticleFlips {
  func directiveFlips(
    _ old: ParagraphResult?, _ new: ParagraphResult?, _ place: Place, _ shift: TextShift?
  ) -> [Flip] {
    let left = old?.directives ?? []
    let right = new?.directives ?? []
    let moved = left.map { directive in shift?.moved(directive.bytes) ?? directive.bytes }
    let pairing = SpanPairing(moved, right.map(\.bytes))
    var found: [(start: Int, flips: [Flip])] = []
    for (index, directive) in left.enumerated() {
      if let match = pairing.matches[index] {
        found.append((right[match].bytes.start, pairFlips(directive, right[match], place, shift)))
      } else {
        found.append((moved[index].start, extentFlips(directive, nil, place, shift)))
      }
    }
    for index in pairing.unmatched {
      found.append((right[index].bytes.start, extentFlips(nil, right[index], place, shift)))
    }
    let order = found.indices.sorted { (found[$0].start, $0) < (found[$1].start, $1) }
    return order.flatMap { found[$0].flips }
  }

  private func extentFlips(
    _ old: DirectiveResult?, _ new: DirectiveResult?, _ place: Place, _ shift: TextShift?
  ) -> [Flip] {
    var place = place
    place.text = new?.text ?? old?.text ?? ""
    let found = flip(
      .directive, "", Change(old?.text, new?.text), place,
      extentRules(Change(old?.bytes, new?.bytes), place, shift))
    return found.map { [$0] } ?? []
  }

  /// Rules whose marks on the clauses of the directive differ, else on those of its paragraph, else
  /// changed rules that gave anything there.
  private func extentRules(
    _ own: Change<SourceSpan>, _ place: Place, _ shift: TextShift?
  ) -> Blame.Rules {
    let marks = Self.names(finder.before.marks, finder.after.marks)
    let hull = Change(
      own.before ?? own.after.flatMap { sameBytes($0) }, own.after ?? own.before)
    let near = blame.placedRules(marks, hull, shift)
    if !near.isEmpty { return near }
    let wide = blame.placedRules(marks, place.spans, shift)
    if !wide.isEmpty { return wide }
    return blame.touchedRules(place.spans)
  }

  /// The span itself where both analyses are of the same bytes.
  private func sameBytes(_ span: SourceSpan) -> SourceSpan? {
    before.source.bytes.count == after.source.bytes.count ? span : nil
  }

  private func pairFlips(
    _ old: DirectiveResult, _ new: DirectiveResult, _ place: Place, _ shift: TextShift?
  ) -> [Flip] {
    var flips = extentFlips(old, new, place, shift)
    var place = place
    place.text = new.text
    place.spans = Change(old.bytes, new.bytes)
    let slots = slotFlips(old, new, place)
    let scores = scoreFlips(old, new, place, slots)
    let scoreRules = scores.reduce(into: Blame.Rules()) { $0.add(Self.rules(of: $1)) }
    let labels = Self.names([finder.before.classLabel], [finder.after.classLabel])
    let own = blame.rules(labels, place.spans)
    let kinds = [
      flip(
        .class, "", Change(old.classification, new.classification), place,
        own.isEmpty ? scoreRules : own),
      flip(
        .bearerKind, "", Change(old.obligorKind, new.obligorKind), place,
        bearerRules(slots, place)),
      flip(
        .excluded, "", Change(old.isExcluded ? "yes" : nil, new.isExcluded ? "yes" : nil), place,
        blame.rules(
          Self.names([finder.before.excluded], [finder.after.excluded]), place.spans)),
    ]
    flips += kinds.compactMap { $0 }
    return flips + slots + scores
  }

  private func bearerRules(_ slots: [Flip], _ place: Place) -> Blame.Rules {
    let labels = Self.names(finder.before.bearer, finder.after.bearer)
    let direct = blame.rules(labels, place.spans)
    if !direct.isEmpty { return direct }
    return slots.filter { labels.contains($0.label) }
      .reduce(into: Blame.Rules()) { $0.add(Self.rules(of: $1)) }
  }

  private func slotFlips(
    _ old: DirectiveResult, _ new: DirectiveResult, _ place: Place
  ) -> [Flip] {
    Self.names(old.slots.map(\.name), new.slots.map(\.name)).compactMap { name in
      guard finder.isShared(name, .slot) else { return nil }
      let slots = Change(
        old.slots.first { $0.name == name }, new.slots.first { $0.name == name })
      return flip(
        .slot, name, Change(slots.before.map(Self.words), slots.after.map(Self.words)), place,
        blame.rules([name], place.spans).orElse(
          Blame.Rules(
            before: [slots.before?.rule].compactMap { $0 },
            after: [slots.after?.rule].compactMap { $0 })))
    }
  }

  /// What a slot says in one line: value, value of confident rules where it is another, words, what
  /// they measure, flags.
  private static func words(_ slot: SlotResult) -> String {
    var text = plain(slot.value)
    if slot.lowValue != slot.value { text += " (\(plain(slot.lowValue)))" }
    if !slot.text.isEmpty { text += " \(slot.text)" }
    for measure in slot.measures { text += " {\(words(measure))}" }
    if !slot.flags.isEmpty { text += " [\(slot.flags.joined(separator: ", "))]" }
    return text
  }

  private static func words(_ measure: MeasureResult) -> String {
    switch measure.reading {
    case .number(let number, let unit):
      ([measure.name, plain(number)] + [unit].compactMap { $0 }).joined(separator: " ")
    case .date(let date): "\(measure.name) \(date ?? "?")"
    }
  }

  /// The number without a fraction that is 0, with at most four decimals.
  private static func plain(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    let isWhole = rounded == rounded.rounded() && rounded.magnitude < 1e15
    return isWhole ? "\(Int(rounded))" : "\(rounded)"
  }

  private func scoreFlips(
    _ old: DirectiveResult, _ new: DirectiveResult, _ place: Place, _ slots: [Flip]
  ) -> [Flip] {
    Self.names(old.scores.map(\.name), new.scores.map(\.name)).compactMap { name in
      guard finder.isShared(name, .score) else { return nil }
      let scores = Change(
        old.scores.first { $0.name == name }, new.scores.first { $0.name == name })
      var found = flip(
        .score, name, Change(scores.before.map(Self.words), scores.after.map(Self.words)), place,
        scoreRules(name, slots, place))
      found?.isRedefined = finder.delta.scores.contains(name)
      return found
    }
  }

  /// The score, its range where it has one, and its value in context where that is another.
  private static func words(_ score: ScoreResult) -> String {
    var text = "\(score.score)"
    if score.low != score.high { text += " (\(score.low)–\(score.high))" }
    if let inContext = score.inContext, plain(inContext.rounded()) != "\(score.score)" {
      text += " [\(plain(inContext.rounded())) in context]"
    }
    return text
  }

  /// Rules behind the labels in the formulas of the score, and behind sanctions that cover it.
  private func scoreRules(_ name: String, _ slots: [Flip], _ place: Place) -> Blame.Rules {
    let labels = Self.names(
      finder.before.scoreLabels[name] ?? [], finder.after.scoreLabels[name] ?? [])
    var rules = slots.filter { labels.contains($0.label) }
      .reduce(into: Blame.Rules()) { $0.add(Self.rules(of: $1)) }
    rules.add(blame.rules(labels, place.spans))
    if !rules.isEmpty { return rules }
    let whole = Change(
      SourceSpan(0, before.source.bytes.count), SourceSpan(0, after.source.bytes.count))
    return blame.placedRules(
      Self.names([finder.before.umbrella], [finder.after.umbrella]), whole, nil)
  }
}
