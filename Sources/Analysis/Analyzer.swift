package import Documents
import PatternAutomaton
package import RuleLanguage
package import SourceText

/// Analyses documents by one rule pack.
///
/// Immutable: one analyzer serves any number of threads, each with its own `Scratch`. The result
/// depends on the document, what is stated of it, and the pack alone.
package struct Analyzer: Sendable {
  /// Working memory that one thread reuses between documents.
  package struct Scratch: Sendable {
    var matches = SearchScratch()

    /// Memory that the first analysis gives its size.
    package init() {}
  }

  let compiled: CompiledPack
  /// What reports need of the pack, with the weights of its scores.
  package let summary: PackSummary

  /// Compiles the pack.
  ///
  /// - Throws: `CompileError` when a pattern or the pack as a whole reaches a limit of the automaton.
  /// - Complexity: O(characters of all literals + states of all patterns).
  package init(_ pack: RulePack) throws(CompileError) {
    compiled = try PackCompiler.compile(pack)
    var summary = PackSummary(pack)
    summary.weights = compiled.scores.map(\.weights)
    self.summary = summary
  }

  /// Analyses one file; `scratch` may come from any earlier call, its content does not matter.
  ///
  /// What is `stated` of the document stands before what its text says.
  ///
  /// - Complexity: O(bytes of the file), plus the rules that its words touch.
  package func analyze(
    _ file: SourceFile, options: ReadingOptions = ReadingOptions(),
    stating stated: StatedMetadata = StatedMetadata(), _ scratch: inout Scratch
  ) -> AnalysisResult {
    analyze(DocumentReader.read(file, options: options), stating: stated, &scratch)
  }

  /// The same for a document that was read already; with `withProspects` directives say what each
  /// slot that is not full could do to their scores.
  package func analyze(
    _ document: Document, stating stated: StatedMetadata = StatedMetadata(),
    withProspects: Bool = false, _ scratch: inout Scratch
  ) -> AnalysisResult {
    var run = run(document, &scratch, stating: stated)
    run.wantsProspects = withProspects
    let result = ResultBuilder(run).result()
    run.evaluator.matches.release(&scratch.matches)
    return result
  }

  /// Evaluates all rules on a document that was read already; `tally` counts on the way.
  func run(
    _ document: Document, _ scratch: inout Scratch,
    stating stated: StatedMetadata = StatedMetadata(), asExample: Bool = false,
    tally: Tally? = nil
  ) -> AnalysisRun {
    AnalysisRun(
      compiled, document, matches(in: document, &scratch), stating: stated, asExample: asExample,
      tally: tally)
  }

  /// The matches of the pack's patterns; what is asked of them joins patterns on the way.
  func matches(in document: Document, _ scratch: inout Scratch) -> PatternMatches {
    PatternMatches(compiled.patterns, haystack(document), reusing: &scratch.matches)
  }

  func haystack(_ document: Document) -> Haystack {
    func window(_ span: SourceSpan) -> Window {
      Window(start: Int32(span.start), end: Int32(span.end))
    }
    return Haystack(
      bytes: compiled.pack.letterCase.folded(document.text),
      clauses: document.clauses.map { window($0.span) },
      sentences: document.sentences.map { window($0.span) },
      blocks: document.blocks.map { window($0.span) })
  }
}
