package import Analysis
package import RuleLanguage
import SourceText

/// Finds what two packs say differently about articles.
package struct FlipFinder: Sendable {
  /// What differs between the packs; it says which rules are named as causes and which labels give
  /// no flips.
  package let delta: PackDelta
  let before: PackNames
  let after: PackNames

  /// Compares the first pack with the second.
  ///
  /// - Complexity: O(size of both packs).
  package init(_ before: RulePack, _ after: RulePack) {
    delta = PackDelta(before, after)
    self.before = PackNames(before)
    self.after = PackNames(after)
  }

  /// The flips between an analysis by the first pack and one by the second, in the order of the
  /// text.
  ///
  /// The article itself may have changed in between; its paragraphs are then compared with those
  /// that took their place. Labels that only one pack has give no flips; see `PackDelta.oneSided`.
  ///
  /// - Complexity: O(size of both analyses), and the square of the directives of a paragraph.
  package func flips(_ before: TracedAnalysis, _ after: TracedAnalysis) -> [Flip] {
    let article = ArticleFlips(self, before, after)
    return article.flips()
  }

  /// Whether the label is one that both packs have.
  func isShared(_ name: String, _ kind: Flip.Kind) -> Bool {
    !delta.oneSided.contains { $0.name == name && $0.kind == kind }
  }
}

/// The names in a pack that say what decides what.
struct PackNames: Sendable {
  let zone: String?
  let via: String?
  let classLabel: String?
  /// Slot and kind of the bearer.
  let bearer: [String]
  let excluded: String?
  /// The marks by which directives are found.
  let marks: [String]
  let umbrella: String?
  /// For each score the labels in its formulas.
  let scoreLabels: [String: [String]]

  init(_ pack: RulePack) {
    let settings = pack.directives
    zone = pack.labels.first { $0.role == .zone }?.name
    via = settings?.via
    classLabel = settings?.classLabel
    bearer =
      settings.map {
        [$0.bearer.slot] + [$0.bearer.kind, $0.bearer.after, $0.bearer.heads].compactMap { $0 }
      } ?? []
    excluded = settings?.excluded
    marks = ClauseMark.allCases.compactMap { settings?.marks[$0] }
    umbrella = settings?.umbrella?.mark
    let labels = Set(pack.labels.map(\.name))
    scoreLabels = Dictionary(
      pack.scores.map { score in
        let formulas =
          score.parts.map(\.formula)
          + score.adjustments.flatMap { [$0.when, $0.value] }
          .compactMap { $0 }
        return (score.name, formulas.flatMap(\.formula.names).filter(labels.contains))
      }, uniquingKeysWith: { first, _ in first })
  }
}
