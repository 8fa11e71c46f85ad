import Analysis
import Comparison
import Reporting

/// Reads saved analyses in parallel into a corpus, in the order of the inputs.
struct SavedCorpus: Sendable {
  /// What such files end in, inside folders.
  static let endings = [".ndjson", ".jsonl", ".json"]
  /// After so many analyses it is said how many there are.
  private static let told = 100

  let walker: FileWalker
  let kept: KeptParts
  /// The pack whose analyses they are, as far as one is at hand.
  let pack: PackSummary?
  let threads: Int
  let console: Console

  private typealias Outcome = Result<
    (article: CorpusArticle, profile: ArticleProfile), InputProblem
  >

  /// Appends every analysis to `corpus`; problems go to the console and never stop the others.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  func read(into corpus: inout Corpus) async -> ExitStatus {
    for problem in walker.problems { console.report(problem) }
    var failed = walker.problems.contains(where: \.isError)
    var sources: Set<String> = []
    var repeated = 0
    for input in walker.inputs {
      var tally = ProblemTally()
      await read(input) { outcome in
        switch outcome {
        case .success(let read):
          if !sources.insert(read.article.source).inserted { repeated += 1 }
          corpus.append(read.article, read.profile)
          let count = corpus.articles.count
          if count.isMultiple(of: Self.told) { console.progress("\(count) analyses read") }
        case .failure(let problem):
          if tally.takes(problem) { console.report(problem) }
          failed = failed || problem.isError
        }
      }
      console.report(restOf: tally, in: input.path)
    }
    console.clearProgress()
    if repeated > 0 {
      console.notice("\(repeated) analyses have the source of one before; each counts")
    }
    return failed ? .failure : .success
  }

  private func read(_ input: FileWalker.Input, _ deliver: (Outcome) -> Void) async {
    let name = input.path
    do throws(SystemError) {
      let descriptor = try input.open()
      defer { input.close(descriptor) }
      var stream = AnalysisStream { () throws(SystemError) in
        try StandardStreams.readChunk(descriptor)
      }
      var end = StreamEnd()
      func next() -> RecordStream.Piece? {
        end.next { () throws(SystemError) in try stream.next() }
      }
      let (kept, pack) = (kept, pack)
      var isEmpty = true
      try await inOrder(
        next, width: threads, makeState: {},
        work: { piece, _ in Self.outcome(piece, name, kept, pack) },
        deliver: { outcome throws(SystemError) in
          isEmpty = false
          deliver(outcome)
        })
      if let broken = end.refusal { throw broken }
      if isEmpty {
        let words = stream.hasBytes ? "holds no analysis" : "is empty"
        deliver(.failure(InputProblem(name, words, isError: false)))
      }
    } catch {
      deliver(.failure(InputProblem(name, "cannot be read to its end: \(error.message)")))
    }
  }

  private static func outcome(
    _ piece: RecordStream.Piece, _ name: String, _ kept: KeptParts, _ pack: PackSummary?
  ) -> Outcome {
    let place = "\(name):\(piece.line)"
    if let message = complaint(piece) { return .failure(InputProblem(place, message)) }
    do throws(SavedAnalysis.Failure) {
      let saved = try SavedAnalysis(piece.bytes, keeping: kept)
      let isKnown = pack?.name == saved.pack.name
      let reader = ProfileReader(
        force: isKnown ? pack?.force : nil, action: isKnown ? pack?.action : nil,
        weights: saved.weights)
      let profile = reader.profile(of: saved.result)
      var result = saved.result
      if kept == .figures { result.paragraphs = [] }
      return .success((CorpusArticle(result, pack: saved.pack), profile))
    } catch {
      return .failure(
        InputProblem(
          place, "\(error.message), at byte \(error.offset) of the object", topic: .analysis))
    }
  }

  private static func complaint(_ piece: RecordStream.Piece) -> String? {
    switch piece.defect {
    case nil, .openQuote: nil
    case .tooLong: "the analysis is larger than \(RecordStream.longest >> 20) MB"
    case .cutOff: "the file ends inside the list of analyses; what is missing is not compared"
    case .misplaced:
      "analyses of a list have one comma between each two of them; what stands from here on is not compared"
    case .trailing:
      "behind a list of analyses another may follow, nothing else; what stands from here on is not compared"
    }
  }
}
