import Analysis
import RuleLanguage
import SourceText

/// Finds the rules whose gifts two analyses of one article do not share.
struct Blame {
  private let before: [String: [GrantRecord]]
  private let after: [String: [GrantRecord]]
  private let delta: PackDelta

  init(_ before: TracedAnalysis, _ after: TracedAnalysis, _ delta: PackDelta) {
    self.before = Dictionary(grouping: before.grants, by: \.label)
    self.after = Dictionary(grouping: after.grants, by: \.label)
    self.delta = delta
  }

  struct Rules: Hashable {
    var before: [String] = []
    var after: [String] = []

    var isEmpty: Bool { before.isEmpty && after.isEmpty }

    mutating func add(_ other: Rules) {
      before += other.before.filter { !before.contains($0) }
      after += other.after.filter { !after.contains($0) }
    }

    /// These rules, and on a side where there are none the ones that gave what is said there.
    func orElse(_ said: Rules) -> Rules {
      Rules(
        before: before.isEmpty ? said.before : before, after: after.isEmpty ? said.after : after)
    }
  }

  /// Rules that gave one of `labels` with some value to a unit that meets the span on one side
  /// only; a nil span is the whole document on its side, and no text where `spans` says nothing.
  func rules(_ labels: [String], _ spans: Change<SourceSpan>) -> Rules {
    var result = Rules()
    for label in labels {
      let old = gifts(before[label] ?? [], spans.before)
      let new = gifts(after[label] ?? [], spans.after)
      result.add(
        Rules(
          before: old.filter { !new.contains($0) }.map(\.rule),
          after: new.filter { !old.contains($0) }.map(\.rule)))
    }
    return result
  }

  /// As `rules`, for units whose place counts too: `shift` takes places of the first text to the
  /// second one.
  func placedRules(
    _ labels: [String], _ spans: Change<SourceSpan>, _ shift: TextShift?
  ) -> Rules {
    var result = Rules()
    for label in labels {
      let old = places(before[label] ?? [], spans.before) { shift?.moved($0) ?? $0 }
      let new = places(after[label] ?? [], spans.after) { $0 }
      result.add(
        Rules(
          before: old.filter { !new.contains($0) }.map(\.rule),
          after: new.filter { !old.contains($0) }.map(\.rule)))
    }
    return result
  }

  /// Rules that the change of packs touched and that gave anything to a unit that meets the span.
  func touchedRules(_ spans: Change<SourceSpan>) -> Rules {
    func touched(_ grants: [String: [GrantRecord]], _ span: SourceSpan?) -> [String] {
      guard let span else { return [] }
      let rules = grants.values.joined().filter {
        $0.bytes.overlaps(span) && delta.rules[$0.rule] != nil
      }
      return Set(rules.map(\.rule)).sorted()
    }
    return Rules(before: touched(before, spans.before), after: touched(after, spans.after))
  }

  func mentions(_ rules: [String]) -> [RuleMention] {
    var seen: Set<String> = []
    return rules.filter { seen.insert($0).inserted }
      .map { RuleMention(rule: $0, change: delta.rules[$0]) }
  }

  private struct Gift: Hashable {
    var rule: String
    var value: Double
    var place: SourceSpan?
  }

  private func gifts(_ grants: [GrantRecord], _ span: SourceSpan?) -> [Gift] {
    guard let span else { return [] }
    return unique(
      grants.filter { Self.meets($0, span) }.map { Gift(rule: $0.rule, value: $0.value) })
  }

  private func places(
    _ grants: [GrantRecord], _ span: SourceSpan?, _ move: (SourceSpan) -> SourceSpan
  ) -> [Gift] {
    guard let span else { return [] }
    return unique(
      grants.filter { Self.meets($0, span) }.map {
        Gift(
          rule: $0.rule, value: $0.value, place: $0.unit == .document ? nil : move($0.bytes))
      })
  }

  private func unique(_ gifts: [Gift]) -> [Gift] {
    var seen: Set<Gift> = []
    return gifts.filter { seen.insert($0).inserted }
  }

  private static func meets(_ grant: GrantRecord, _ span: SourceSpan) -> Bool {
    grant.unit == .document || grant.bytes.overlaps(span)
  }
}
