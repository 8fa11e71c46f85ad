import Analysis
import Documents
import Reporting
import SourceText

/// Which articles the user names, and what is said of them beside their text.
package struct ArticleRequest: Hashable, Sendable {
  /// Files, folders and `-`, in the order in which they are read.
  package var paths: [String]
  /// The path of a table of facts.
  package var manifest: String?
  /// Nil where every file is an article.
  package var records: RecordRequest?

  /// The articles at `paths`, with a table of facts and a form of records where there are any.
  package init(_ paths: [String], manifest: String? = nil, records: RecordRequest? = nil) {
    self.paths = paths
    self.manifest = manifest
    self.records = records
  }
}

/// What every command over articles begins with: the rules are loaded, the articles found, and what
/// is stated of them joined.
struct ArticleTask: Sendable {
  let rules: LoadedRules
  let analyzer: Analyzer
  let inputs: ArticleInputs
  /// The table of facts, if any.
  let table: Manifest?
  let settings: Invocation.Settings
  let console: Console
  /// Whether it is told which stated facts are not used; false where the output tells it of each article.
  var tellsUnusedFacts = true

  /// - Throws: what stops the command, said on `console` already.
  init(
    _ request: ArticleRequest, _ settings: Invocation.Settings, _ environment: Environment,
    _ console: Console
  ) throws(CommandFailure) {
    self.settings = settings
    self.console = console
    do throws(ExitStatus) {
      rules = try LoadedRules(settings.rules, environment, console)
      analyzer = try rules.usable(console)
      table = try request.manifest.map { path throws(ExitStatus) in try Manifest(at: path, console)
      }
      let walker = try FileWalker(request.paths, request.records)
        .keeping(request.manifest, console)
      inputs = try ArticleInputs(walker, request.records, table, request.manifest, console)
    } catch {
      throw .reported(error)
    }
  }

  /// How tables are written.
  func tableOptions() -> TableReport.Options {
    TableReport.Options(settings, rules.words(settings.language, console))
  }

  /// Does `work` on every article and hands on what is made of them in the order of the inputs.
  ///
  /// Problems go to the console where they stand in the order, and never stop the others.
  ///
  /// - Returns: `success`, or `failure` where an input could not be used.
  /// - Throws: `CommandFailure` where `deliver` throws, or none of the inputs could be used.
  func read<Output: Sendable>(
    work: @escaping @Sendable (Article, Document, inout Analyzer.Scratch) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(CommandFailure) -> ExitStatus {
    var reading = ArticleWork(
      reading: rules.reading(settings.reading), threads: settings.threads, console: console)
    if tellsUnusedFacts {
      reading.remarks = { [analyzer] article in
        analyzer.unusedFacts(of: article.stated).map { fact, remark in
          InputProblem(
            article.file.name, remark, isError: false, topic: .unusedFact(fact.name))
        }
      }
    }
    return try await reading.run(inputs, work: work, deliver: deliver)
  }

  /// The same for `report` of the analysis of every article, with names hidden by `mask`, if there
  /// is one.
  ///
  /// With a mask reports are written one after the other: what an article is called then depends on
  /// those before it.
  func analyze<Output: Sendable>(
    masking mask: PersonMask? = nil, report: @escaping @Sendable (AnalysisResult) -> Output,
    deliver: (Output) throws(SystemError) -> Void
  ) async throws(CommandFailure) -> ExitStatus {
    let analyzer = analyzer
    guard let mask else {
      return try await read(
        work: { article, document, scratch in
          report(analyzer.analyze(document, stating: article.stated, &scratch))
        },
        deliver: deliver)
    }
    var sources = MaskedSources()
    return try await read(
      work: { article, document, scratch in
        var own = mask
        let result = analyzer.analyze(document, stating: article.stated, &scratch)
        return (source: result.source, masked: own.masked(result))
      },
      deliver: { (piece: (source: String, masked: AnalysisResult)) throws(SystemError) in
        var result = piece.masked
        result.source = sources.name(piece.source, masked: result.source)
        try deliver(report(result))
      })
  }
}

extension TableReport.Options {
  init(_ settings: Invocation.Settings, _ words: ReportWords) {
    self.init(
      language: settings.language, words: words, width: settings.width,
      usesColor: settings.usesColor, showsEverything: settings.isVerbose)
  }
}

extension Invocation.Settings {
  /// A whole CSV file, with the byte order mark where it was asked for.
  func marked(_ csv: [UInt8]) -> [UInt8] { (withMark ? CSVWriter.byteOrderMark : []) + csv }
}

extension FileWalker {
  /// The walker itself, unless the output would take the place of an article or the manifest.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason on `console`.
  func keeping(
    _ manifest: String?, _ console: Console
  ) throws(ExitStatus) -> FileWalker {
    try console.keep { output in reads(output) || manifest.map(output.isAt) ?? false }
    return self
  }
}

extension Console {
  /// Refuses an output that would take the place of a file that is read.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason said.
  func keep(_ isRead: (FileStatus) -> Bool) throws(ExitStatus) {
    guard let output, let status = try? FileSystem.status(of: output), status.kind == .file,
      isRead(status)
    else { return }
    error(
      "\(output): is one of the inputs, and the output would replace it; "
        + "choose another name or folder for `--output`")
    throw .failure
  }
}
