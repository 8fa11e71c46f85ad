import Diagnostics

/// Labels and values that are given and never read, or read and never given; scores and slots.
extension PackLinter {
  mutating func lintLabels() {
    let given = givenValues()
    let readers = readers()
    for label in pack.labels {
      guard let values = given[label.name] else {
        report(
          .labelNeverGiven(
            label.name, isRead: readers[label.name] != nil, at: label.span.label,
            reader: readers[label.name]?.label))
        continue
      }
      lintValues(label, values)
      if label.role == .structure, readers[label.name] == nil, !isReadByFinder(label.name) {
        let giver = pack.rules.first { $0.gives.contains { $0.label == label.name } }
        report(.labelNeverRead(label.name, at: label.span.label, giver: giver?.span.label))
      }
    }
  }

  /// Values that are declared and never given.
  private mutating func lintValues(_ label: LabelDeclaration, _ given: Set<Int>) {
    switch label.kind {
    case .level(let names), .choice(let names):
      for (index, name) in names.enumerated() where !given.contains(index) {
        // What no rule puts elsewhere is body.
        if label.role == .zone, name == "body" { continue }
        report(.unreachableValue(name, of: label.name, at: label.span.label))
      }
    case .mark, .amount, .text, .date: return
    }
  }

  /// For every label that something gives the indices of its values; empty for kinds without names.
  private func givenValues() -> [String: Set<Int>] {
    var given: [String: Set<Int>] = [:]
    let gifts =
      pack.rules.flatMap(\.gives) + pack.scores.flatMap(\.adjustments).compactMap(\.gives)
    for gift in gifts {
      if case .named(let index) = gift.value {
        given[gift.label, default: []].insert(index)
      } else {
        given[gift.label, default: []].formUnion([])
      }
    }
    for label in pack.labels where label.role == .zone {
      given[label.name, default: []].formUnion([])
    }
    for gazetteer in pack.gazetteers {
      for name in [gazetteer.label, gazetteer.level].compactMap({ $0 }) {
        given[name, default: []].formUnion([])
      }
    }
    guard let settings = pack.directives else { return given }
    given[settings.classLabel, default: []].insert(settings.defaultClass)
    for form in settings.grammar?.forms ?? [] {
      given[settings.grammar?.label ?? "", default: []].insert(form.value)
    }
    if let kind = settings.bearer.kind {
      let named = [settings.bearer.impliedKind, settings.bearer.afterKind].compactMap { $0 }
      given[kind, default: []].formUnion(named)
    }
    for slot in [settings.bearer.slot, settings.force.slot] {
      given[slot, default: []].formUnion([])
    }
    return given
  }

  /// For every label that a rule or a score reads the first place.
  private func readers() -> [String: LocatedSpan] {
    var readers: [String: LocatedSpan] = [:]
    // Who asks for a rule reads what it gives.
    let given = Dictionary(
      pack.rules.map { ($0.id, $0.gives.map(\.label)) }, uniquingKeysWith: { first, _ in first })
    func read(_ formula: FormulaExpression) {
      for name in formula.formula.names where readers[name] == nil { readers[name] = formula.span }
    }
    for rule in pack.rules {
      for condition in [rule.condition] + rule.vetoes.map(\.condition) {
        condition.visit { node in
          let parts = node.parts
          if let test = parts.test, readers[test.label] == nil { readers[test.label] = test.span }
          if let formula = parts.formula { read(formula) }
          if let reference = parts.rule {
            for name in given[reference.id] ?? [] where readers[name] == nil {
              readers[name] = reference.span
            }
          }
        }
      }
    }
    for score in pack.scores { for formula in score.formulas { read(formula) } }
    for gazetteer in pack.gazetteers {
      for name in gazetteer.context where readers[name] == nil { readers[name] = gazetteer.span }
    }
    return readers
  }

  /// Whether the directive finder listens to the label.
  private func isReadByFinder(_ name: String) -> Bool {
    guard let settings = pack.directives else { return false }
    let names = [
      settings.bearer.kind, settings.bearer.after, settings.bearer.heads, settings.classLabel,
      settings.grammar?.label,
      settings.perspective?.mark,
      settings.perspective?.supervised, settings.umbrella?.mark, settings.excluded,
      settings.dismissed, settings.via,
    ]
    return names.contains(name) || settings.marks.values.contains(name)
      || (settings.lends + settings.follows).contains { $0.label == name }
  }

  /// Slots that no score counts, scores that count no slot, titles in one language.
  mutating func lintScores() {
    for label in pack.recordedSlots {
      report(
        .slotInNoScore(
          label.name, at: label.span.label, score: pack.scores.first?.span.label))
    }
    let slots = Set(pack.labels.filter { $0.role == .slot }.map(\.name))
    for score in pack.scores where slots.isDisjoint(with: score.formulas.flatMap(\.formula.names)) {
      report(.scoreOverNoSlot(score.name, at: score.span.label))
    }
    lintTitles()
  }

  /// Names that reports show and that only others of the pack have in both languages.
  private mutating func lintTitles() {
    let shown: [LabelDeclaration.Role] = [.tag, .slot, .metadata]
    let labels = pack.labels.filter { shown.contains($0.role) }
    let titles =
      labels.map(\.title) + pack.scores.map(\.title) + pack.scores.flatMap(\.bands).map(\.title)
    guard titles.contains(where: { $0.zh != nil }) else { return }
    for label in labels where label.title.zh == nil {
      report(.untranslatedTitle("label", label.name, at: label.span.label))
    }
    for score in pack.scores {
      if score.title.zh == nil {
        report(.untranslatedTitle("score", score.name, at: score.span.label))
      }
      for band in score.bands where band.title.zh == nil {
        report(.untranslatedTitle("band", band.name, at: score.span.label))
      }
    }
  }
}
