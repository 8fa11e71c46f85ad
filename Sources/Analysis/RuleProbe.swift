package import Documents
package import RuleLanguage

/// Tells whether any of some rules can hold anywhere in a document, by the words that the engine
/// itself waits for before it looks at a rule.
///
/// A document in which none can hold has the same analysis with and without these rules.
package struct RuleProbe: Sendable {
  private let analyzer: Analyzer
  /// Whether one of the rules can hold without any words.
  private let holdsAnywhere: Bool

  /// Compiles the rules of `pack` at `indices` by themselves.
  ///
  /// - Throws: `CompileError` as `Analyzer` does.
  package init(_ pack: RulePack, rules indices: [Int]) throws(CompileError) {
    var small = pack
    small.rules = indices.map { pack.rules[$0] }
    small.stages = indices.map { pack.stages[$0] }
    small.scores = []
    small.directives = nil
    analyzer = try Analyzer(small)
    holdsAnywhere = analyzer.compiled.rules.contains { $0.triggers == nil }
  }

  /// Whether one of the rules can hold in the document; true where that is not known.
  ///
  /// - Complexity: O(bytes of the document), plus the patterns whose words occur.
  package func touches(_ document: Document, _ scratch: inout Analyzer.Scratch) -> Bool {
    if holdsAnywhere { return true }
    let rules = analyzer.compiled.rules
    if rules.isEmpty { return false }
    let matches = analyzer.matches(in: document, &scratch)
    let touches = rules.contains { rule in
      (rule.triggers ?? []).contains { !matches[$0].isEmpty }
    }
    matches.release(&scratch.matches)
    return touches
  }
}
