import Analysis
import RuleLanguage

/// Says in plain sentences why a rule holds in a window, or what keeps it from it.
struct ExplanationSentences: Sendable {
  let language: ReportLanguage
  let words: ReportWords
  /// How many characters of the article a sentence quotes in one piece.
  private static let longestQuote = 30
  private static let mostQuotes = 3

  /// Why the rule gave something, or why not, as one sentence.
  func summary(_ rule: RuleExplanation) -> String {
    let values = [
      "unit": unit(rule.unit), "gift": gifts(rule), "rule": name(rule),
      "words": quotes(rule.evidence.map(\.text)),
    ]
    if rule.outcome == .gave {
      return words(rule.evidence.isEmpty ? .hitWithoutWords : .hit, values)
    }
    return words(.miss, values.merging(["reason": reason(rule)]) { $1 })
  }

  /// The title in quotation marks, or the id where the language has none.
  private func name(_ rule: RuleExplanation) -> String {
    let title = rule.title.map(language.title) ?? rule.rule
    return title == rule.rule ? title : quote(title)
  }

  func unit(_ unit: UnitKind) -> String {
    switch unit {
    case .document: words(.unitDocument)
    case .block: words(.unitBlock)
    case .paragraph: words(.unitParagraph)
    case .sentence: words(.unitSentence)
    case .directive: words(.unitDirective)
    case .clause: words(.unitClause)
    }
  }

  func value(_ value: ExplainedValue) -> String { value.title.map(language.title) ?? value.text }

  private func gifts(_ rule: RuleExplanation) -> String {
    rule.gifts.map { gift in
      let value = value(gift.value)
      let title = language.title(gift.title)
      return quote(value.isEmpty ? title : "\(title) \(value)")
    }.joined(separator: " + ")
  }

  // MARK: Reasons

  private func reason(_ rule: RuleExplanation) -> String {
    var reasons: [String] = []
    if !rule.condition.isHeld { reasons += self.reasons(rule.condition) }
    if rule.outcome == .hidden { reasons.append(words(.shortHidden)) }
    for veto in rule.vetoes where veto.condition.isHeld {
      reasons.append(present(veto.condition, unit(veto.scope), .stopped, .stoppedByCondition))
    }
    return reasons.joined(separator: words.separator)
  }

  /// What keeps the condition from holding: of alternatives the nearest.
  private func reasons(_ condition: ConditionExplanation) -> [String] {
    guard !condition.isHeld else { return [] }
    switch condition.kind {
    case .any,
      .scoped where !condition.members.isEmpty:
      guard let nearest = condition.members.min(by: { $0.distance < $1.distance }) else {
        return []
      }
      return reasons(nearest)
    case .all: return condition.members.flatMap(reasons)
    case .none:
      return [present(condition, "", .forbidden, .forbiddenCondition)]
    case .atLeast:
      return [shortfall(condition)].compactMap { $0 }
        + condition.members.filter { !$0.isHeld && $0.distance <= 1 }.flatMap(reasons)
    case .ordered, .near, .pattern, .label, .lacks, .formula, .rule, .scoped:
      if !condition.members.allSatisfy(\.isHeld) { return condition.members.flatMap(reasons) }
      let own = [shortfall(condition), hint(condition)].compactMap { $0 }
      return condition.shortfall == .voided ? condition.voided.prefix(1).map(void) : own
    }
  }

  /// The words of what holds, those of an answer that stands in several places once.
  private func heldWords(
    _ condition: ConditionExplanation, _ seen: inout Set<Int>
  ) -> [String] {
    if let answer = condition.answer, !seen.insert(answer).inserted { return [] }
    return condition.matches.map(\.text)
      + condition.members.filter(\.isHeld).flatMap { heldWords($0, &seen) }
  }

  /// What holds and must not, by its words or, where it has none, by what is asked for.
  private func present(
    _ condition: ConditionExplanation, _ unit: String, _ byWords: ReportWords.Sentence,
    _ byCondition: ReportWords.Sentence
  ) -> String {
    var seen: Set<Int> = []
    let found = heldWords(condition, &seen)
    if !found.isEmpty { return words(byWords, ["words": quotes(found), "unit": unit]) }
    seen = []
    let conditions = heldConditions(condition, &seen).joined(separator: words.listComma)
    return words(byCondition, ["conditions": conditions, "unit": unit])
  }

  /// The innermost conditions that hold, each as a title, those of an answer that stands in several places once.
  private func heldConditions(
    _ condition: ConditionExplanation, _ seen: inout Set<Int>
  ) -> [String] {
    if let answer = condition.answer, !seen.insert(answer).inserted { return [] }
    let held = condition.members.filter(\.isHeld)
    return held.isEmpty ? [title(condition)] : held.flatMap { heldConditions($0, &seen) }
  }

  /// What would make the condition hold, where one thing would.
  private func hint(_ condition: ConditionExplanation) -> String? {
    switch condition.shortfall {
    case .gap(.some, .some, let found, _, let maximum) where found > maximum && maximum > 0:
      words(.hintGap, ["maximum": "\(maximum)"])
    case .parts(_, let missing) where missing.count == 1 && condition.distance <= 1:
      words(.hintParts, ["missing": missing[0]])
    default: nil
    }
  }

  func void(_ void: ConditionExplanation.Void) -> String {
    let sentence: ReportWords.Sentence =
      switch void.geometry {
      case .covered: .voidCovered
      case .overlaps: .voidOverlaps
      case .clause: .voidClause
      case .sentence: .voidSentence
      case .paragraph: .voidParagraph
      }
    return words(
      sentence,
      [
        "match": quote(void.match.text), "cause": quote(void.cause.text),
        "pattern": void.exception,
      ])
  }

  /// What the condition lacks, or nil where it holds.
  func shortfall(_ condition: ConditionExplanation) -> String? {
    switch condition.shortfall {
    case nil: return nil
    case .gap(let before, let after, let found, let minimum, let maximum):
      return gap(before, after, found, minimum, maximum)
    case .clause(let before, let after):
      return words(.shortClause, ["before": quote(before.text), "after": quote(after.text)])
    case .parts(let found, let missing):
      if found.isEmpty { return words(.shortNothing) }
      return words(
        .shortParts,
        [
          "found": quotes(found.map(\.text)), "missing": missing.joined(separator: words.listComma),
        ])
    case .order(let places):
      return words(.shortOrder, ["places": quotes(places.map(\.text))])
    case .count(let found, let needed):
      return words(.shortCount, ["found": "\(found)", "needed": "\(needed)"])
    case .distance(let found, let allowed, let places):
      return words(
        .shortDistance,
        [
          "places": quotes(places.map(\.text)), "found": "\(found)", "allowed": "\(allowed)",
        ])
    case .value(let found, let needed):
      let label = condition.readings.first?.name ?? condition.source
      guard let found else { return words(.shortNoLabel, ["label": condition.source]) }
      return words(.shortLabel, ["label": label, "found": found, "needed": needed])
    case .formula:
      return words(
        .shortFormula, ["source": condition.source, "values": readings(condition.readings)])
    case .voided: return words(.shortVoid)
    case .place: return words(.shortPlace, ["source": condition.source])
    case .ruleSilent: return words(.shortRule, ["rule": condition.source])
    case .present: return words(.shortPresent)
    case .given(let rule?): return words(.shortGiven, ["label": condition.source, "rule": rule])
    case .given(nil): return words(.shortStated, ["label": condition.source])
    case .unmeasured(let cause): return words(.shortUnmeasured, ["cause": cause])
    case .nothing: return words(.shortNothing)
    }
  }

  private func gap(
    _ before: ExplainedPlace?, _ after: ExplainedPlace?, _ found: Int, _ minimum: Int,
    _ maximum: Int
  ) -> String {
    let sentence: ReportWords.Sentence =
      found < minimum
      ? .shortGapLeast
      : before == nil
        ? .shortGapStart : after == nil ? .shortGapEnd : maximum == 0 ? .shortGapNone : .shortGap
    return words(
      sentence,
      [
        "before": quote(before?.text ?? "^"), "after": quote(after?.text ?? "$"),
        "found": "\(found)", "minimum": "\(minimum)", "maximum": "\(maximum)",
      ])
  }

  // MARK: Small parts

  func readings(_ readings: [ScoreExplanation.Reading]) -> String {
    readings.map { "\($0.name) \(NumberFormat.decimal($0.value))" }.joined(separator: ", ")
  }

  func quote(_ text: String) -> String {
    let limit = Self.longestQuote
    let shown = text.count > limit ? text.prefix(limit - 1) + "…" : text[...]
    return words(.quoted, ["text": String(shown)])
  }

  func quotes(_ texts: [String]) -> String {
    var seen: Set<String> = []
    let unique = texts.filter { seen.insert($0).inserted }
    let shown = unique.prefix(Self.mostQuotes).map(quote).joined(separator: words.listComma)
    return unique.count > Self.mostQuotes ? shown + "…" : shown
  }

  /// What the condition asks for, without its members.
  func title(_ condition: ConditionExplanation) -> String {
    let values = ["count": condition.source, "source": condition.source]
    return switch condition.kind {
    case .pattern: condition.source
    case .all: words(.conditionAll)
    case .any: words(.conditionAny)
    case .none: words(.conditionNone)
    case .atLeast: words(.conditionAtLeast, values)
    case .ordered: words(.conditionOrdered)
    case .near: words(.conditionNear, values)
    case .label: words(.conditionLabel, values)
    case .lacks: words(.conditionLacks, values)
    case .formula: words(.conditionFormula, values)
    case .rule: words(.conditionRule, values)
    case .scoped: words(.conditionScoped, values)
    }
  }
}
