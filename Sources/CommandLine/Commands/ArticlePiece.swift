import Analysis
import Documents
import SourceText

/// What became of one article, or of what was to be one.
struct ArticlePiece<Output: Sendable>: Sendable {
  /// What names an article that is a record.
  struct Record: Sendable {
    /// What the report calls it.
    let id: String
    /// The file and the line in it.
    let place: String
  }

  /// Nil where the article cannot be used.
  var output: Output?
  /// What is to be said of it, before the output is handed on.
  var problems: [InputProblem]
  /// Nil for files.
  var record: Record?

  init(_ problem: InputProblem) { problems = [problem] }

  private init(_ output: Output, _ problems: [InputProblem], record: Record? = nil) {
    self.output = output
    self.problems = problems
    self.record = record
  }

  /// What `work` makes of the article at `input`, with what a table says of it; `remarks` says what else is to
  /// be told.
  init(
    _ input: FileWalker.Input, _ reading: ReadingOptions,
    _ facts: [String: [StatedMetadata.Fact]], _ scratch: inout Analyzer.Scratch,
    remarks: (Article) -> [InputProblem] = { _ in [] },
    _ work: (Article, Document, inout Analyzer.Scratch) -> Output
  ) {
    do throws(InputProblem) {
      var (article, notices) = try Article.read(input, options: reading)
      article.add(facts)
      let document = try article.document()
      self.init(work(article, document, &scratch), notices + remarks(article))
    } catch {
      self.init(error)
    }
  }

  /// What `work` makes of the article in `record`, with what a table says of it; `remarks` says what else is to
  /// be told.
  init(
    _ record: RecordStream.Piece, _ reader: RecordReader,
    _ facts: [String: [StatedMetadata.Fact]], _ scratch: inout Analyzer.Scratch,
    remarks: (Article) -> [InputProblem],
    _ work: (Article, Document, inout Analyzer.Scratch) -> Output
  ) {
    do throws(InputProblem) {
      let content = try reader.article(record)
      var article = content.article
      article.add(facts)
      let document = try article.document()
      self.init(
        work(article, document, &scratch), content.notices + remarks(article),
        record: Record(id: article.file.name, place: reader.place(of: record)))
    } catch {
      self.init(error)
    }
  }
}

/// What has become of the articles of a run so far; says what is to be said of them.
struct ArticleOutcomes {
  private let console: Console
  private var tally = ProblemTally()
  /// Whether an input could not be used.
  private(set) var hasFailed = false
  /// How many articles there are outputs of.
  private(set) var count = 0
  /// The names of records.
  private(set) var ids: Set<String> = []

  init(_ console: Console) { self.console = console }

  /// Says the problem, or counts it where it was said often enough.
  mutating func add(_ problem: InputProblem) {
    hasFailed = hasFailed || problem.isError
    if tally.takes(problem) { console.report(problem) }
  }

  /// Says what is to be said of the article.
  ///
  /// - Returns: what was made of it; nil where it could not be used.
  mutating func add<Output: Sendable>(_ piece: ArticlePiece<Output>) -> Output? {
    for problem in piece.problems { add(problem) }
    if let record = piece.record, !ids.insert(record.id).inserted {
      add(
        InputProblem(
          record.place, "has the id `\(record.id)` of a record before", isError: false,
          topic: .repeatedID))
    }
    if piece.output != nil { count += 1 }
    return piece.output
  }

  /// Says what was only counted: of the file of records at `path`, which ends here, or of all inputs.
  mutating func endOfProblems(in path: String? = nil) {
    console.report(restOf: tally, in: path)
    tally = ProblemTally()
  }
}
