import Analysis
import Decoding
import Diagnostics
import Documents
import Reporting
import SourceText

/// `duban review`: what a draft leaves open.
package struct ReviewCommand: Command {
  /// What the user asked for besides the settings.
  package struct Request: Hashable, Sendable {
    /// The drafts.
    package var articles: ArticleRequest
    /// The lowest mean of the first score that passes, from 0 to 100; nil where none is asked for.
    package var minimum: Int?
    /// The shape of the output.
    package var format: ReviewFormat
  }

  let request: Request
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where an article is below what is asked for, `failure` where one could not
  ///   be used.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let task = try ArticleTask(request.articles, settings, environment, console)
    let analyzer = task.analyzer
    let report = ReviewReport(pack: analyzer.summary, options: task.tableOptions())
    let mask = try settings.mask(analyzer, console)
    var sources = MaskedSources()
    var names: [String] = []
    var results: [AnalysisResult] = []
    var files: [SourceFile] = []
    var texts: [Int: DiagnosticReport.Text] = [:]
    var unpacked: Set<Int> = []
    let wantsTexts = request.format == .sarif
    let reading = try await task.read(
      work: { article, document, scratch in
        var result = analyzer.analyze(
          document, stating: article.stated, withProspects: true, &scratch)
        if var own = mask { result = own.masked(result) }
        let encoding = document.reading.encoding.encoding
        let decoded =
          wantsTexts && encoding != .utf8
          ? TextDecoder.decode(article.file.bytes, as: encoding) : nil
        return (article, decoded, result)
      },
      deliver: {
        (piece: (article: Article, decoded: DecodedText?, result: AnalysisResult))
          throws(SystemError) in
        let name = piece.article.file.name
        var result = piece.result
        if mask != nil { result.source = sources.name(name, masked: result.source) }
        texts[files.count] = piece.decoded.map { DiagnosticReport.Text($0.text, $0.offsets) }
        if piece.article.isUnpacked { unpacked.insert(files.count) }
        if request.format == .table { try output.write(report.table(result)) }
        files.append(SourceFile(name: result.source, bytes: piece.article.file.bytes))
        names.append(name)
        results.append(result)
      })
    let isBelow = isBelow(zip(names, results))
    let status: ExitStatus = reading == .success && isBelow ? .found : reading
    switch request.format {
    case .table: break
    case .json: try output.write(report.json(results), status)
    case .sarif:
      let found = results.indices.flatMap { report.diagnostics(results[$0], file: $0) }
      try output.write(
        DiagnosticReport(
          files: files, texts: texts, unplaced: unpacked, diagnostics: found, kinds: report.kinds
        ).sarif(version: Program.version), status)
    }
    return status
  }

  /// Says which articles are below the minimum, by the names that the user knows them by.
  private func isBelow(_ articles: some Sequence<(String, AnalysisResult)>) -> Bool {
    guard let minimum = request.minimum else { return false }
    var isBelow = false
    for (name, result) in articles {
      guard let mean = result.scores.means.first, let value = mean.value,
        value < Double(minimum)
      else { continue }
      console.notice(
        "\(name): mean \(mean.name) \(NumberFormat.oneDecimal(value)) is under \(minimum)")
      isBelow = true
    }
    return isBelow
  }
}
