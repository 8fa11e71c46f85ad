import Analysis
import Documents
import Reporting
import SourceText

/// `duban explain`: why an article, or a text, was read as it was.
package struct ExplainCommand: Command {
  /// What is explained.
  package enum Subject: Hashable, Sendable {
    /// A path, or `-` for standard input.
    case file(String)
    /// Read as the examples of rules are read.
    case text(String)
  }

  let subject: Subject
  /// The path of a table of facts, if any.
  let manifest: String?
  let request: ExplanationRequest
  let format: ExplainFormat
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Throws: `CommandFailure` where the rules or the article cannot be read, the request names
  ///   what there is not, or the output cannot be written.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    let paths = if case .file(let path) = subject { [path] } else { [String]() }
    let task = try ArticleTask(
      ArticleRequest(paths, manifest: manifest), settings, environment, console)
    let analyzer = task.analyzer
    let words = task.rules.words(settings.language, console)
    let (article, document) = try commandFailure { () throws(ExitStatus) in
      try read(task.inputs, task.rules.reading(settings.reading))
    }
    var scratch = Analyzer.Scratch()
    let course: ExplanationCourse
    do throws(ExplanationProblem) {
      course = try analyzer.course(document, stating: article.stated, request, &scratch)
    } catch {
      console.error(message(error, article.file.name))
      throw .reported(.failure)
    }
    do throws(SystemError) {
      switch format {
      case .json:
        let json = ExplanationJSON(
          pack: analyzer.summary, language: settings.language, words: words,
          showsEverything: settings.isVerbose)
        try write(course, of: document.source, as: json, output)
      case .table:
        let report = ExplanationReport(
          pack: analyzer.summary, options: TableReport.Options(settings, words),
          showsRulesWhole: request.rule != nil || request.label != nil)
        try write(course, of: document.source, as: report, output)
      }
    } catch {
      throw .output(error, .success)
    }
    return .success
  }

  private func write(
    _ course: ExplanationCourse, of source: SourceFile, as form: ExplanationJSON,
    _ output: OutputFile
  ) throws(SystemError) {
    var course = course
    var json = JSONWriter()
    try form.write(source, paragraphCount: course.paragraphCount, to: &json) {
      (json: inout JSONWriter) throws(SystemError) in
      while let block = course.next() {
        form.write(block, to: &json)
        try output.write(json.take())
      }
    }
    try output.write(json.take() + [UInt8(ascii: "\n")])
  }

  private func write(
    _ course: ExplanationCourse, of source: SourceFile, as report: ExplanationReport,
    _ output: OutputFile
  ) throws(SystemError) {
    var course = course
    var (blocks, paragraphs) = (0, 0)
    try output.write(report.head(source))
    while let block = course.next() {
      blocks += 1
      if block.paragraph != nil { paragraphs += 1 }
      try output.write(report.text(block, of: source))
    }
    try output.write(report.foot(blocks: blocks, paragraphs: paragraphs, of: course.paragraphCount))
  }

  /// The one article that is explained.
  private func read(
    _ inputs: ArticleInputs, _ reading: ReadingOptions
  ) throws(ExitStatus) -> (article: Article, document: Document) {
    do throws(InputProblem) {
      var found: Article
      switch subject {
      case .text(let text):
        found = Article(
          file: SourceFile(name: "--text", bytes: Array(text.utf8)), reading: reading)
      case .file(let path):
        found = try read(path, inputs, reading)
        found.add(inputs.facts)
      }
      return (found, try found.document())
    } catch {
      console.report(error)
      throw .failure
    }
  }

  private func read(
    _ path: String, _ inputs: ArticleInputs, _ reading: ReadingOptions
  ) throws(InputProblem) -> Article {
    let walker = inputs.walker
    // Among many articles one that is broken is not what keeps them from being explained.
    if walker.inputs.count > 1 {
      throw InputProblem(path, "holds \(walker.inputs.count) articles; name one of them")
    }
    if let problem = walker.problems.first(where: \.isError) { throw problem }
    guard let input = walker.inputs.first else {
      throw InputProblem(path, "holds no article")
    }
    let (article, notices) = try Article.read(input, options: reading)
    for notice in notices { console.report(notice) }
    return article
  }

  private func message(_ problem: ExplanationProblem, _ source: String) -> String {
    func hint(_ name: String?) -> String { name.map { "; did you mean `\($0)`?" } ?? "" }
    return switch problem {
    case .unknownRule(let id, let nearest): "the pack has no rule `\(id)`" + hint(nearest)
    case .unknownLabel(let name, let nearest): "the pack has no label `\(name)`" + hint(nearest)
    case .noParagraph(let number, let count):
      "\(source): has no body paragraph \(number); it has \(count)"
    case .noBlock(let line, let nearest):
      "\(source): no block begins on line \(line)"
        + (nearest.map { "; the one before begins on line \($0)" } ?? "")
    }
  }
}
