import Diagnostics
import RuleLanguage
import SourceText
import Verification

/// The file beside an article that says what a person expects of it.
enum ExpectationFile {
  /// The ending that replaces the one of the article's name.
  static let ending = ".expect.yaml"

  /// The path of the expectation of the article at `path`, whether it exists or not.
  static func path(beside path: String) -> String { path.replacingEnding(by: ending) }

  /// The expectation beside the article for `pack`, or nil where there is none.
  ///
  /// - Throws: `InputProblem` where it cannot be read, with the diagnostics on `console`.
  static func read(
    beside article: String, for pack: RulePack, _ console: Console
  ) throws(InputProblem) -> Expectation? {
    let name = path(beside: article)
    guard (try? FileSystem.status(of: name)) != nil else { return nil }
    let file = try ArticleReader.read(.file(name)).file
    let (expectation, diagnostics) = ExpectationReader.read(
      file, labels: pack.labels, scores: pack.scores.map(\.name))
    guard let expectation else {
      if file.bytes.isEmpty {
        throw InputProblem(name, "is empty; write what is expected, or remove it")
      }
      for diagnostic in diagnostics {
        console.show(DiagnosticRenderer(colour: false).render(diagnostic, files: [file]))
      }
      throw InputProblem(name, "the expectation cannot be read")
    }
    return expectation
  }
}
