package import Documents
import PatternAutomaton

// Steps of `analyze` by themselves, so that each can be measured.
extension Analyzer {
  /// How often words of the pack stand in the document: the matching pass, no pattern joined.
  package func wordCount(in document: Document, _ scratch: inout Scratch) -> Int {
    compiled.patterns.scan(haystack(document), &scratch.matches)
    return scratch.matches.endCount
  }

  /// How many directives the rules find in the document: all but reading and results.
  package func directiveCount(in document: Document, _ scratch: inout Scratch) -> Int {
    let run = run(document, &scratch)
    run.evaluator.matches.release(&scratch.matches)
    return run.directives.count
  }
}
