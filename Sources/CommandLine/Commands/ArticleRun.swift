import Analysis
import Reporting
import SourceText

/// Reads and analyses articles in parallel and hands on the outputs in the order of the inputs.
struct ArticleRun: Sendable {
  let analyzer: Analyzer
  let threads: Int
  let console: Console

  /// Runs `report` on the analysis of every article that `walker` found.
  ///
  /// Problems go to the console where they stand in the order, and never stop the others.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `SystemError` where `deliver` throws.
  func run<Output: Sendable>(
    _ walker: FileWalker, report: @escaping @Sendable (AnalysisResult) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(SystemError) -> ExitStatus {
    let analyzer = analyzer
    return try await ArticleWork(threads: threads, console: console).run(
      walker, work: { file, scratch in report(analyzer.analyze(file, &scratch)) },
      deliver: deliver)
  }
}

/// Reads articles in parallel and hands on what is made of them in the order of the inputs.
struct ArticleWork: Sendable {
  let threads: Int
  let console: Console

  /// Runs `work` on every article that `walker` found; the scratch may have served any analyzer.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `SystemError` where `deliver` throws.
  func run<Output: Sendable>(
    _ walker: FileWalker,
    work: @escaping @Sendable (SourceFile, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(SystemError) -> ExitStatus {
    for problem in walker.problems { console.report(problem) }
    var failed = walker.problems.contains(where: \.isError)
    var done = 0
    try await inOrder(
      walker.inputs, width: threads, makeState: { Analyzer.Scratch() },
      work: { input, scratch in Self.piece(input, &scratch, work) },
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

  private static func piece<Output: Sendable>(
    _ input: FileWalker.Input, _ scratch: inout Analyzer.Scratch,
    _ work: (SourceFile, inout Analyzer.Scratch) -> Output
  ) -> Piece<Output> {
    do throws(InputProblem) {
      let (file, notice) = try ArticleReader.read(input)
      return Piece(output: work(file, &scratch), problem: notice)
    } catch {
      return Piece(output: nil, problem: error)
    }
  }
}

extension FileWalker {
  /// The walker itself, unless the output would take the place of an article or the manifest.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason on `console`.
  func keeping(
    _ output: String?, _ manifest: String?, _ console: Console
  ) throws(ExitStatus) -> FileWalker {
    guard let output, let status = try? FileSystem.status(of: output), status.kind == .file else {
      return self
    }
    let other = manifest.flatMap { try? FileSystem.status(of: $0) }
    guard reads(status) || other?.identity == status.identity else { return self }
    console.error(
      "\(output): is one of the inputs, and the output would replace it; "
        + "choose another name or folder for `--output`")
    throw .failure
  }
}
