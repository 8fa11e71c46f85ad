import Analysis
package import Comparison
import Diagnostics
import PageReport
import Reporting

/// `duban compare`: the figures of groups of articles.
package struct CompareCommand: Command {
  /// What the user asked for besides the settings.
  package struct Request: Hashable, Sendable {
    /// What is compared; with `isSaved` the paths hold analyses and `records` is nil.
    package var articles: ArticleRequest
    /// Whether the files hold analyses that `classify` wrote.
    package var isSaved: Bool
    /// How groups are made, and how sure of their differences one has to be.
    package var comparison: ComparisonRequest
    /// Whether analyses by different rules may stand side by side.
    package var allowsMixed: Bool
    /// Whether wording is compared too.
    package var wantsWording: Bool
    /// The shape of the output.
    package var format: CompareFormat
  }

  let request: Request
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let basis = try await request.isSaved ? savedBasis() : analysedBasis()
    var corpus = basis.corpus
    corpus.orderBySource()
    let (comparison, table) = (request.comparison, basis.table)
    try commandFailure { () throws(ExitStatus) in
      if let table { try join(table, &corpus) }
      try checkPacks(corpus)
      try checkKeys(corpus, basis.pack, table)
    }
    let work = CorpusComparison(corpus, comparison)
    try commandFailure { () throws(ExitStatus) in try checkContrasts(work.groupNames) }
    var result = await work.result(threads: settings.threads, progress: progress)
    console.clearProgress()
    if basis.pack == nil { result.unsaid.append(Unsaid(.unknownRules)) }
    if basis.status != .success { result.unsaid.insert(Unsaid(.partialInput), at: 0) }
    var wording = try await wording(corpus, result, basis)
    if hidesSources, let sources = try sources(corpus, basis) {
      corpus.call(sources)
      wording?.corpus.call(sources)
    }
    try output.write(bytes(result, wording, corpus, basis), basis.status)
    return basis.status
  }

  /// The articles, and what is known of their pack.
  private struct Basis {
    var corpus: Corpus
    var table: Manifest?
    var pack: PackSummary?
    var words: ReportWords
    var rules: LoadedRules?
    var status: ExitStatus
  }

  private func analysedBasis() async throws(CommandFailure) -> Basis {
    let task = try ArticleTask(request.articles, settings, environment, console)
    let pack = task.analyzer.summary
    // A key that nothing can answer is said before a long run, not after it.
    try commandFailure { () throws(ExitStatus) in
      try checkKeys(fields(of: pack), task.table)
    }
    let identity = PackIdentity(
      name: pack.name, version: pack.version, fingerprint: pack.fingerprint,
      schema: AnalysisForm.schema)
    let reader = ProfileReader(force: pack.force, action: pack.action, weights: pack.weights)
    let kept = kept
    var corpus = Corpus(declaring: pack)
    let status = try await task.analyze(
      report: { result in
        let profile = reader.profile(of: result)
        var result = result
        if kept == .figures { result.paragraphs = [] }
        return (CorpusArticle(result, pack: identity), profile)
      },
      deliver: { (read: (article: CorpusArticle, profile: ArticleProfile)) throws(SystemError) in
        corpus.append(read.article, read.profile)
      })
    return Basis(
      corpus: corpus, table: task.table, pack: pack,
      words: task.rules.words(settings.language, console), rules: task.rules, status: status)
  }

  private func savedBasis() async throws(CommandFailure) -> Basis {
    let (rules, table, walker) = try commandFailure { () throws(ExitStatus) in
      let rules = try rulesForTitles()
      let table = try request.articles.manifest.map { path throws(ExitStatus) in
        try Manifest(at: path, console)
      }
      let walker = try FileWalker(request.articles.paths, endings: SavedCorpus.endings)
        .keeping(request.articles.manifest, console)
      return (rules, table, walker)
    }
    var pack = rules?.analyzer?.summary
    var corpus = Corpus()
    let status = await SavedCorpus(
      walker: walker, kept: kept, pack: pack, threads: settings.threads, console: console
    ).read(into: &corpus)
    if status != .success, corpus.articles.isEmpty { throw .reported(status) }
    let names = Set(corpus.articles.map(\.pack.name))
    if let known = pack, !names.isEmpty {
      if names.contains(known.name) {
        corpus.declare(known)
      } else {
        console.notice(
          "the analyses are by \(names.sorted().joined(separator: ", ")), the pack at hand is "
            + "\(known.name); names stand as they are"
        )
        pack = nil
      }
    }
    return Basis(
      corpus: corpus, table: table, pack: pack,
      words: rules?.words(settings.language, console) ?? ReportWords(), rules: rules,
      status: status)
  }

  /// The pack at hand, for titles; nil where none is and none was asked for.
  private func rulesForTitles() throws(ExitStatus) -> LoadedRules? {
    let isAsked = settings.rules.folder != nil || settings.rules.pack != nil
    if !isAsked, (try? RulesLocator(environment).locate(settings.rules)) == nil {
      console.notice("no rule pack is at hand; names stand as they are in the analyses")
      return nil
    }
    let rules = try LoadedRules(settings.rules, environment, console)
    _ = try rules.usable(console)
    return rules
  }

  /// What the texts say of wording; nil where nobody asked.
  ///
  /// A page shows it in any case.
  private func wording(
    _ corpus: Corpus, _ result: ComparisonResult, _ basis: Basis
  ) async throws(CommandFailure) -> WordingComparison? {
    guard wantsWording else { return nil }
    guard let analyzer = basis.pack == nil ? nil : basis.rules?.analyzer else {
      throw noPack(for: request.wantsWording ? "`--wording`" : "a page")
    }
    do throws(CompileError) {
      defer { console.clearProgress() }
      return try await WordingComparison(
        corpus, result, request.comparison, analyzer: analyzer, threads: settings.threads,
        progress: progress)
    } catch {
      console.error("\(error)")
      throw .reported(.failure)
    }
  }

  /// Says how much of the comparison is done.
  private var progress: ComparisonProgress {
    { [console] stage, hundredths in
      let words =
        switch stage {
        case .tables: "tables"
        case .wording: "wording"
        case .tablesWithoutRepeats: "tables without repeats"
        }
      console.progress("\(words) \(hundredths) %")
    }
  }

  /// Says that what is asked for needs the pack that made the analyses.
  private func noPack(for wanted: String) -> CommandFailure {
    console.error("\(wanted) needs the pack of the analyses: name it with `--rules DIR`")
    return .reported(.failure)
  }

  private var wantsWording: Bool { request.wantsWording || request.format == .html }

  private var kept: KeptParts {
    if request.format == .html { return .everything }
    return request.wantsWording || hidesSources ? .texts : .figures
  }

  /// Whether the output calls articles by their paths and names of persons in these are to be hidden.
  private var hidesSources: Bool {
    switch request.format {
    case .json: settings.hidesNames
    case .table, .markdown: settings.hidesNames && request.wantsWording
    case .html, .csv, .ndjson: false
    }
  }

  /// What the articles are called with names hidden, nil where they are kept.
  private func sources(
    _ corpus: Corpus, _ basis: Basis
  ) throws(CommandFailure) -> [String]? {
    guard let analyzer = basis.pack == nil ? nil : basis.rules?.analyzer else {
      throw noPack(for: "`--names mask`")
    }
    guard var mask = try settings.mask(analyzer, console) else { return nil }
    var sources = MaskedSources()
    return corpus.articles.map {
      sources.name($0.source, masked: mask.maskedSource(of: $0.analysis))
    }
  }

  /// The comparison as a page, which needs the pack for all that it calls by name.
  private func page(
    of result: ComparisonResult, _ wording: WordingComparison?, _ corpus: Corpus, _ basis: Basis
  ) throws(CommandFailure) -> [UInt8] {
    guard let pack = basis.pack, let rules = basis.rules, let analyzer = rules.analyzer else {
      throw noPack(for: "a page")
    }
    let page = ComparisonPage(
      pack: pack, words: PageWords(settings.language, chinese: rules.words(.zh, console)),
      mask: try settings.mask(analyzer, console))
    return page.bytes(result, wording, articles: corpus.articles)
  }

  private func bytes(
    _ result: ComparisonResult, _ wording: WordingComparison?, _ corpus: Corpus, _ basis: Basis
  ) throws(CommandFailure) -> [UInt8] {
    let data = ComparisonData(result, corpus: corpus, wording: wording)
    let report = ComparisonReport(
      result, wording: wording, pack: basis.pack,
      options: TableReport.Options(settings, basis.words))
    switch request.format {
    case .table: return Array(report.text().utf8)
    case .markdown: return Array(report.markdown().utf8)
    case .html: return try page(of: result, wording, corpus, basis)
    case .csv:
      return settings.marked(
        settings.language == .en
          ? data.csv()
          : data.csv(
            basis.words, ComparisonNames(basis.pack, settings.language, basis.words)))
    case .json: return data.json()
    case .ndjson: return data.ndjson()
    }
  }
}
