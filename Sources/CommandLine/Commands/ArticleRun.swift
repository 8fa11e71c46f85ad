import Analysis
import Reporting
import SourceText

/// Reads and analyses articles in parallel and hands on the outputs in the order of the inputs.
struct ArticleRun: Sendable {
  let analyzer: Analyzer
  let threads: Int
  let console: Console

  /// Runs `report` on the analysis of every article under `paths`.
  ///
  /// Problems go to the console where they stand in the order, and never stop the others.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `SystemError` where `deliver` throws.
  func run<Output: Sendable>(
    _ paths: [String], report: @escaping @Sendable (AnalysisResult) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(SystemError) -> ExitStatus {
    let walker = FileWalker(paths)
    for problem in walker.problems { console.report(problem) }
    var failed = walker.problems.contains(where: \.isError)
    var done = 0
    let analyzer = analyzer
    try await inOrder(
      walker.inputs, width: threads, makeState: { Analyzer.Scratch() },
      work: { input, scratch in
        Self.analyze(input, analyzer, &scratch, report)
      },
      deliver: { piece throws(SystemError) in
        done += 1
        if let problem = piece.problem {
          console.report(problem)
          failed = failed || problem.isError
        }
        if let output = piece.output { try deliver(output) }
        console.progress(done, of: walker.inputs.count)
      })
    console.clearProgress()
    return failed ? .failure : .success
  }

  private struct Piece<Output: Sendable>: Sendable {
    var output: Output?
    var problem: InputProblem?
  }

  private static func analyze<Output: Sendable>(
    _ input: FileWalker.Input, _ analyzer: Analyzer, _ scratch: inout Analyzer.Scratch,
    _ report: (AnalysisResult) -> Output
  ) -> Piece<Output> {
    do throws(InputProblem) {
      let (file, notice) = try ArticleReader.read(input)
      return Piece(output: report(analyzer.analyze(file, &scratch)), problem: notice)
    } catch {
      return Piece(output: nil, problem: error)
    }
  }
}
