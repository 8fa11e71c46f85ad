import Analysis
import Reporting
import SourceText
import Verification

/// `duban evaluate`: the program against people's labels.
package struct EvaluateCommand: Command {
  /// What the user asked for besides the settings.
  package struct Request: Hashable, Sendable {
    /// Files of labels, or folders of them.
    package var gold: [String]
    /// Where the articles lie; nil where they lie beside the labels.
    package var articles: String?
    /// Only labels of this split.
    package var split: String?
    /// A folder of labels of a second person.
    package var second: String?
    /// What the random streams of all intervals begin from.
    package var seed: UInt64
    /// The shape of the output.
    package var format: EvaluateFormat
  }

  /// How many paragraphs the list of the worst holds.
  private static let worstParagraphs = 20

  let request: Request
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `failure` where labels or articles could not be used.
  func run(_ output: OutputFile) async throws(CommandFailure) -> ExitStatus {
    let (rules, analyzer): (LoadedRules, Analyzer)
    do throws(ExitStatus) {
      rules = try LoadedRules(settings.rules, environment, console)
      analyzer = try rules.usable(console)
    } catch {
      throw .reported(error)
    }
    let pack = analyzer.summary
    var reader = GoldReader(pack: pack, console: console)
    let gold = reader.read(request.gold).filter { file in
      request.split.map { $0 == file.labelling.split } ?? true
    }
    guard !gold.isEmpty else {
      // What was wrong with the labels is said already; that none are left would hide it.
      if !reader.hasFailed {
        console.error(
          request.split.map { "no labels of the split `\($0)` were found" }
            ?? "no labels were found; files of labels end in \(GoldReader.ending)")
      }
      throw .reported(.failure)
    }
    let second = request.second.map { reader.read([$0]) } ?? []
    let articles = gold.map { reader.article(of: $0, in: request.articles) }
    // Labels of two people may name one article by two paths: it is read by the first.
    var names: [FileStatus.Identity: String] = [:]
    var paths: [String] = []
    for case let article? in articles where names[article.identity] == nil {
      names[article.identity] = article.path
      paths.append(article.path)
    }
    try commandFailure { () throws(ExitStatus) in
      try console.keep { ((gold + second).map(\.path) + paths).contains(where: $0.isAt) }
    }
    var found: [String: Labelling] = [:]
    let reading = try await ArticleWork(
      reading: rules.reading(settings.reading), threads: settings.threads, console: console
    ).run(
      ArticleInputs(walker: FileWalker(paths)),
      work: { article, document, scratch in
        Labelling(analyzer.analyze(document, stating: article.stated, &scratch), pack)
      },
      deliver: { labelling throws(SystemError) in found[labelling.article] = labelling })
    let status = reader.hasFailed ? .failure : reading
    var pairs: [LabellingPairs] = []
    for (file, article) in zip(gold, articles) {
      guard let path = article.flatMap({ names[$0.identity] }), let given = found[path]
      else { continue }
      pairs.append(LabellingPairs(truth: file.labelling, given: given))
    }
    // Why nothing could be read is said already; an empty table would take the place of an old one.
    guard !pairs.isEmpty else { throw .reported(.failure) }
    let report = report(pairs, gold, second, pack)
    let words = rules.words(settings.language, console)
    switch request.format {
    case .table: try output.write(report.table(TableReport.Options(settings, words)), status)
    case .csv: try output.write(settings.marked(report.csv(words)), status)
    case .json: try output.write(report.json(), status)
    }
    return status
  }

  private func report(
    _ pairs: [LabellingPairs], _ gold: [GoldReader.File], _ second: [GoldReader.File],
    _ pack: PackSummary
  ) -> EvaluationReport {
    let seed = request.seed
    func evaluation(_ pairs: [LabellingPairs]) -> Evaluation {
      Evaluation(pairs, pack, seed: seed)
    }
    var parts: [EvaluationReport.Part] = []
    for type in Set(pairs.compactMap { $0.article.metadata["type"] }).sorted() {
      let own = pairs.filter { $0.article.metadata["type"] == type }
      parts.append(.init(kind: .type, name: type, evaluation: evaluation(own)))
    }
    for noise in Set(pairs.flatMap(\.article.noise)).sorted() {
      let own = pairs.filter { $0.article.noise.contains(noise) }
      parts.append(.init(kind: .noise, name: noise, evaluation: evaluation(own)))
    }
    let others = Dictionary(
      second.map { ($0.labelling.article, $0.labelling) }, uniquingKeysWith: { first, _ in first })
    let coded = gold.compactMap { file in
      others[file.labelling.article].map { LabellingPairs(truth: file.labelling, given: $0) }
    }
    return EvaluationReport(
      pack: pack, split: request.split, seed: seed, whole: evaluation(pairs), parts: parts,
      coders: coded.isEmpty ? nil : evaluation(coded),
      worst: MisreadParagraph.worst(Self.worstParagraphs, of: pairs))
  }
}
