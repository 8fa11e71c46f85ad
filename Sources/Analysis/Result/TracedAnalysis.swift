package import Documents
package import RuleLanguage
package import SourceText

/// One label that one rule gave to one unit of a document.
package struct GrantRecord: Sendable, Hashable {
  /// The name of the label.
  package var label: String
  /// The value as a number that resolves by maximum: levels count from 1, of choices the first has
  /// the highest number, marks are 1, amounts are themselves.
  package var value: Double
  /// The id of the rule.
  package var rule: String
  /// What kind of unit the label is given to.
  package var unit: UnitKind
  /// The unit in bytes of the original file.
  package var bytes: SourceSpan

  /// A grant of these parts.
  package init(label: String, value: Double, rule: String, unit: UnitKind, bytes: SourceSpan) {
    self.label = label
    self.value = value
    self.rule = rule
    self.unit = unit
    self.bytes = bytes
  }
}

/// An analysis together with all that the rules gave on the way, most of which no report shows.
package struct TracedAnalysis: Sendable {
  /// The file as it was read.
  package let source: SourceFile
  /// What `analyze` gives.
  package let result: AnalysisResult
  /// By label in pack order, then in the order in which the rules gave them.
  package let grants: [GrantRecord]
  /// Where the units of the document lie.
  package let layout: UnitLayout
}

extension Analyzer {
  /// The pack that was compiled.
  package var rulePack: RulePack { compiled.pack }

  /// Analyses a document that was read already, and keeps what the rules gave.
  ///
  /// The result equals that of `analyze` on the document's file with the same facts `stated`.
  ///
  /// - Complexity: that of `analyze`, and O(labels given).
  package func trace(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ scratch: inout Scratch
  ) -> TracedAnalysis {
    let run = run(document, &scratch, stating: stated)
    let result = ResultBuilder(run).result()
    let grants = Self.grants(run)
    run.evaluator.matches.release(&scratch.matches)
    return TracedAnalysis(
      source: document.source, result: result, grants: grants,
      layout: UnitLayout(body: run.body, frames: run.frames))
  }

  private static func grants(_ run: AnalysisRun) -> [GrantRecord] {
    let document = run.document
    var records: [GrantRecord] = []
    for (label, declaration) in run.compiled.pack.labels.enumerated() {
      for grant in run.evaluator.labels.grants[label] {
        let span =
          switch declaration.unit {
          case .document: SourceSpan(0, document.text.count)
          case .block, .paragraph: document.blocks[grant.unit].span
          case .sentence: document.sentences[grant.unit].span
          case .clause: document.clauses[grant.unit].span
          case .directive: run.frames[grant.unit].span
          }
        records.append(
          GrantRecord(
            label: declaration.name, value: grant.value, rule: run.compiled.rules[grant.rule].id,
            unit: declaration.unit, bytes: document.offsets.original(span)))
      }
    }
    return records
  }
}
