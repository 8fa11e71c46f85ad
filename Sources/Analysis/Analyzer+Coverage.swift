package import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// How often each part of a pack took part in the analysis of one text.
///
/// Lists run over the rules of the pack, and in them over `Condition.alternatives`, the exceptions
/// and the vetoes; `terms` runs over the lexicons and their terms.
package struct CoverageCounts: Sendable, Hashable {
  /// Windows in which the rule gave its labels.
  package var fired: [Int]
  /// Windows that the rule looked at in which the member of its condition held.
  package var held: [[Int]]
  /// Matches of the rule's patterns that the exception voided, also where another one did too.
  package var voided: [[Int]]
  /// Windows in which the rule's condition held and the veto as well.
  package var stopped: [[Int]]
  /// Occurrences of the term as part of a lexicon that a pattern refers to.
  package var terms: [[Int]] = []
}

extension Analyzer {
  /// Analyses a document of which something is `stated`, and counts what took part.
  ///
  /// - Complexity: that of `analyze`, and every part of each rule that is looked at.
  package func coverage(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    _ scratch: inout Scratch
  ) -> CoverageCounts {
    coverage(document, &scratch, stating: stated, asExample: false)
  }

  /// What takes part in the analysis of an example of a rule.
  ///
  /// - Complexity: that of `coverage` of its text.
  package func coverage(of one: RuleExample, _ scratch: inout Scratch) -> CoverageCounts {
    coverage(document(of: one), &scratch, asExample: true)
  }

  private func coverage(
    _ document: Document, _ scratch: inout Scratch,
    stating stated: StatedMetadata = StatedMetadata(), asExample: Bool
  ) -> CoverageCounts {
    let tally = Tally(compiled)
    let run = run(document, &scratch, stating: stated, asExample: asExample, tally: tally)
    var counts = tally.counts
    counts.terms = terms(run)
    run.evaluator.matches.release(&scratch.matches)
    return counts
  }

  private func terms(_ run: AnalysisRun) -> [[Int]] {
    let lexicons = compiled.pack.lexicons
    let letterCase = compiled.pack.letterCase
    let text = letterCase.folded(run.document.text)
    var counts = lexicons.map { Array(repeating: 0, count: $0.terms.count) }
    let indices = Dictionary(
      lexicons.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (name, set) in compiled.lexiconSets {
      var found: [ArraySlice<UInt8>: Int] = [:]
      for match in run.evaluator.matches[set] {
        found[text[Int(match.start)..<Int(match.end)], default: 0] += 1
      }
      if found.isEmpty { continue }
      for lexicon in closure(of: name, indices) where !lexicons[lexicon].isTable {
        for (place, term) in lexicons[lexicon].terms.enumerated() {
          let count = found[letterCase.folded(Normalizer.fold(term.text))[...]] ?? 0
          counts[lexicon][place] = max(counts[lexicon][place], count)
        }
      }
    }
    return counts
  }

  /// The lexicon and those that it includes, by index.
  private func closure(of name: String, _ indices: [String: Int]) -> Set<Int> {
    var found: Set<Int> = []
    var open = [name]
    while let next = open.popLast() {
      guard let index = indices[next], found.insert(index).inserted else { continue }
      open += compiled.pack.lexicons[index].includes
    }
    return found
  }
}
