package import Analysis
package import Diagnostics
import Documents
package import RuleLanguage
package import SourceText

/// All that can be said of a pack without articles: errors, limits of the engine, lints, and
/// examples that do not do what they are given for.
package struct PackCheck: Sendable {
  private let files: [SourceFile]
  private let pack: RulePack?
  /// What was found without running an example.
  private let found: [Diagnostic]
  /// What was too much to be compared with one another.
  package let uncompared: [PackLinter.Uncompared]
  /// What runs the examples; nil exactly when there is an error.
  package let analyzer: Analyzer?

  /// Checks the files of a pack, sorted by path, but for its examples.
  ///
  /// Lints are looked for where there is no error, since a mistake makes much look idle.
  ///
  /// - Complexity: O(bytes of the files).
  package init(files: [SourceFile]) {
    var (pack, found) = PackResolver.resolve(files: files)
    var analyzer: Analyzer?
    var uncompared: [PackLinter.Uncompared] = []
    if let pack {
      do throws(CompileError) {
        analyzer = try Analyzer(pack)
      } catch {
        found.append(error.diagnostic)
      }
    }
    if let pack, analyzer != nil {
      let report = PackLinter.lint(pack, reading: .ofArticles)
      found += report.warnings
      uncompared = report.uncompared
    }
    self.files = files
    self.pack = pack
    self.found = found
    self.analyzer = analyzer
    self.uncompared = uncompared
  }

  /// What is wrong, in the order of the files and of the text; lints that comments allow are left out.
  ///
  /// `verdicts` are those of all examples, in the order of `Analyzer.examples`; without an analyzer there
  /// are none.
  ///
  /// - Complexity: O(n log n) in what is wrong, and O(bytes of the files).
  package func diagnostics(_ verdicts: [ExampleVerdict]) -> [Diagnostic] {
    let all = found + (pack.map { ExampleLints.lint(verdicts, of: $0) } ?? [])
    let kept = Suppressions.apply(to: all, files: files, isComplete: analyzer != nil)
    return kept.indices.sorted {
      (kept[$0].primary.file, kept[$0].primary.span.start, $0)
        < (kept[$1].primary.file, kept[$1].primary.span.start, $1)
    }.map { kept[$0] }
  }
}

extension TextReading {
  /// Articles are read and patterns folded as analysis does both.
  package static let ofArticles = TextReading(
    fold: { Normalizer.folded($0) },
    read: { text in
      let document = DocumentReader.read(SourceFile(name: "", bytes: Array(text.utf8)))
      func words(_ span: SourceSpan) -> [UInt8] { Array(document.text[span.start..<span.end]) }
      return Read(
        text: document.text, clauses: document.clauses.map { words($0.span) },
        sentences: document.sentences.map { words($0.span) })
    })
}
