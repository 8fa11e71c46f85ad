import Analysis
import Documents

/// Which articles a command reads, and what a table says of them.
struct ArticleInputs: Sendable {
  var walker: FileWalker
  /// Nil where every file is an article.
  var records: RecordRequest?
  /// By the name of the article.
  var facts: [String: [StatedMetadata.Fact]] = [:]
  /// The path of the table whose rows are joined while records are read, if there is one.
  var recordTable: String?
}

/// Reads articles in parallel and hands on what is made of them in the order of the inputs.
struct ArticleWork: Sendable {
  let reading: ReadingOptions
  let threads: Int
  let console: Console
  /// What is to be told of an article besides how it was read.
  var remarks: @Sendable (Article) -> [InputProblem] = { _ in [] }

  /// Runs `work` on every article; the scratch may have served any analyzer.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `CommandFailure` where `deliver` throws, or none of the inputs could be used.
  func run<Output: Sendable>(
    _ inputs: ArticleInputs,
    work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(CommandFailure) -> ExitStatus {
    var outcomes = ArticleOutcomes(console)
    for problem in inputs.walker.problems { outcomes.add(problem) }
    do throws(SystemError) {
      if let records = inputs.records {
        for input in inputs.walker.inputs {
          try await run(input, records, inputs.facts, &outcomes, work, deliver: deliver)
          outcomes.endOfProblems(in: input.path)
        }
      } else {
        try await run(inputs.walker.inputs, inputs.facts, &outcomes, work, deliver: deliver)
        outcomes.endOfProblems()
      }
    } catch {
      throw .output(error, outcomes.hasFailed ? .failure : .success)
    }
    let isJoined = outcomes.count == 0 || inputs.joined(to: outcomes.ids, console)
    if outcomes.hasFailed, outcomes.count == 0 { throw .reported(.failure) }
    return outcomes.hasFailed || !isJoined ? .failure : .success
  }

  /// Runs `work` on every file.
  private func run<Output: Sendable>(
    _ files: [FileWalker.Input], _ facts: [String: [StatedMetadata.Fact]],
    _ outcomes: inout ArticleOutcomes,
    _ work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(SystemError) {
    let (reading, remarks) = (reading, remarks)
    var done = 0
    try await inOrder(
      files, width: threads, makeState: { Analyzer.Scratch() },
      work: { input, scratch in
        ArticlePiece(input, reading, facts, &scratch, remarks: remarks, work)
      },
      deliver: { piece throws(SystemError) in
        done += 1
        if let output = outcomes.add(piece) { try deliver(output) }
        console.progress(done, of: files.count)
      })
    console.clearProgress()
  }

  /// Runs `work` on every record of one file.
  private func run<Output: Sendable>(
    _ input: FileWalker.Input, _ request: RecordRequest,
    _ facts: [String: [StatedMetadata.Fact]], _ outcomes: inout ArticleOutcomes,
    _ work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(SystemError) {
    let descriptor: Int32
    do throws(SystemError) {
      descriptor = try input.open()
    } catch {
      return outcomes.add(InputProblem(input.path, "cannot be read: \(error.message)"))
    }
    defer { input.close(descriptor) }
    var file = RecordFile(request, source: input.path) { () throws(SystemError) in
      try StandardStreams.readChunk(descriptor)
    }
    let reader: RecordReader
    do throws(InputProblem) {
      reader = try file.reader(reading.sample)
    } catch {
      return outcomes.add(error)
    }
    let remarks = remarks
    try await inOrder(
      { file.next() }, width: threads, makeState: { Analyzer.Scratch() },
      work: { record, scratch in
        ArticlePiece(record, reader, facts, &scratch, remarks: remarks, work)
      },
      deliver: { piece throws(SystemError) in
        guard file.takes(isArticle: piece.record != nil, piece.problems) else { return }
        if let output = outcomes.add(piece) { try deliver(output) }
      })
    if let problem = file.closing { outcomes.add(problem) }
  }
}
