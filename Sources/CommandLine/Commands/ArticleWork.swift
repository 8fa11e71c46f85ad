import Analysis
import Documents
import SourceText

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

  /// Runs `work` on every article; the scratch may have served any analyzer.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `CommandFailure` where `deliver` throws, or none of the inputs could be used.
  func run<Output: Sendable>(
    _ inputs: ArticleInputs,
    work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(CommandFailure) -> ExitStatus {
    let walker = inputs.walker
    let facts = inputs.facts
    for problem in walker.problems { console.report(problem) }
    var failed = walker.problems.contains(where: \.isError)
    var (done, delivered) = (0, 0)
    var ids: Set<String> = []
    let reading = reading
    var tally = ProblemTally()
    func say(_ problem: InputProblem) {
      failed = failed || problem.isError
      if tally.takes(problem) { console.report(problem) }
    }
    func finish(_ piece: Piece<Output>) throws(SystemError) {
      for problem in piece.problems { say(problem) }
      if let record = piece.record, !ids.insert(record.id).inserted {
        say(
          InputProblem(
            record.place, "has the id `\(record.id)` of a record before", isError: false,
            topic: .repeatedID))
      }
      guard let output = piece.output else { return }
      delivered += 1
      try deliver(output)
    }
    do throws(SystemError) {
      if let records = inputs.records {
        for input in walker.inputs {
          try await run(input, records, facts, work, deliver: finish)
          console.report(restOf: tally, in: input.path)
          tally = ProblemTally()
        }
      } else {
        try await inOrder(
          walker.inputs, width: threads, makeState: { Analyzer.Scratch() },
          work: { input, scratch in Self.piece(input, reading, facts, &scratch, work) },
          deliver: { piece throws(SystemError) in
            done += 1
            try finish(piece)
            console.progress(done, of: walker.inputs.count)
          })
        console.clearProgress()
        console.report(restOf: tally)
      }
    } catch {
      throw .output(error, failed ? .failure : .success)
    }
    if delivered > 0, !inputs.joined(to: ids, console) { failed = true }
    if failed, delivered == 0 { throw .reported(.failure) }
    return failed ? .failure : .success
  }

  /// Runs `work` on every record of one file.
  private func run<Output: Sendable>(
    _ input: FileWalker.Input, _ request: RecordRequest,
    _ facts: [String: [StatedMetadata.Fact]],
    _ work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Piece<Output>) throws(SystemError) -> Void
  ) async throws(SystemError) {
    let name = input.path
    let descriptor: Int32
    do throws(SystemError) {
      descriptor = try input.open()
    } catch {
      return try deliver(Piece(InputProblem(name, "cannot be read: \(error.message)")))
    }
    defer { input.close(descriptor) }
    var stream = RecordStream(request.form) { () throws(SystemError) in
      try StandardStreams.readChunk(descriptor)
    }
    var end = StreamEnd()
    var (hasRead, isWide, isEmpty) = (false, false, true)
    func next() -> RecordStream.Piece? {
      // UTF-16 is cut wherever a byte of a character looks like a line end: more of it says nothing.
      guard !isWide else { return nil }
      return end.next { () throws(SystemError) in try stream.next() }
    }
    var header = RecordReader.Header()
    if request.form == .csv, let first = next() {
      do throws(InputProblem) {
        header = try RecordReader.header(first, request, source: name)
      } catch {
        return try deliver(Piece(error))
      }
    }
    stream.separator = header.separator
    let reader = RecordReader(request, source: name, header: header, sample: reading.sample)
    try await inOrder(
      next, width: threads, makeState: { Analyzer.Scratch() },
      work: { record, scratch in
        Self.piece(record, of: name, reader, facts, &scratch, work)
      },
      deliver: { piece throws(SystemError) in
        isEmpty = false
        guard !isWide else { return }
        hasRead = hasRead || piece.record != nil
        isWide = !hasRead && piece.problems.contains { $0.topic == .wideEncoding }
        try deliver(piece)
      })
    if isEmpty, end.refusal == nil {
      let words = stream.hasBytes ? "holds no record" : "is empty"
      try deliver(Piece(InputProblem(name, words, isError: false)))
    }
    if let broken = end.refusal {
      try deliver(Piece(InputProblem(name, "cannot be read to its end: \(broken.message)")))
    }
  }

  private struct Piece<Output: Sendable>: Sendable {
    var output: Output?
    var problems: [InputProblem]
    /// Nil for files.
    var record: Record?

    init(_ problem: InputProblem) { problems = [problem] }

    init(_ output: Output, _ problems: [InputProblem]) {
      self.output = output
      self.problems = problems
    }
  }

  private static func piece<Output: Sendable>(
    _ input: FileWalker.Input, _ reading: ReadingOptions, _ facts: [String: [StatedMetadata.Fact]],
    _ scratch: inout Analyzer.Scratch, _ work: (Article, Document, inout Analyzer.Scratch) -> Output
  ) -> Piece<Output> {
    do throws(InputProblem) {
      var (article, notices) = try Article.read(input, options: reading)
      article.add(facts)
      return Piece(work(article, try article.document(), &scratch), notices)
    } catch {
      return Piece(error)
    }
  }

  private struct Record: Sendable {
    /// What the report calls it.
    let id: String
    /// The file and the line in it.
    let place: String
  }

  private static func piece<Output: Sendable>(
    _ record: RecordStream.Piece, of file: String, _ reader: RecordReader,
    _ facts: [String: [StatedMetadata.Fact]], _ scratch: inout Analyzer.Scratch,
    _ work: (Article, Document, inout Analyzer.Scratch) -> Output
  ) -> Piece<Output> {
    do throws(InputProblem) {
      let content = try reader.article(record)
      var article = content.article
      article.add(facts)
      var piece = Piece(work(article, try article.document(), &scratch), content.notices)
      piece.record = Record(id: article.file.name, place: "\(file):\(record.line)")
      return piece
    } catch {
      return Piece(error)
    }
  }
}
