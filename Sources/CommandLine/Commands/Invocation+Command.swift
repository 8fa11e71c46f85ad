import Analysis
import Reporting

extension Invocation {
  /// What does the work that the user wants.
  func command(_ environment: Environment, _ console: Console) -> any Command {
    switch self {
    case .classify(let request, let format, let settings):
      ClassifyCommand(
        request: request, format: format, settings: settings, environment: environment,
        console: console)
    case .compare(let request, let settings):
      CompareCommand(
        request: request, settings: settings, environment: environment, console: console)
    case .check(let request, let settings):
      CheckCommand(
        request: request, settings: settings, environment: environment, console: console)
    case .explain(let subject, let manifest, let request, let format, let settings):
      ExplainCommand(
        subject: subject, manifest: manifest, request: request, format: format,
        settings: settings, environment: environment, console: console)
    case .test(let paths, let manifest, let format, let settings):
      TestCommand(
        paths: paths, manifest: manifest, format: format, settings: settings,
        environment: environment, console: console)
    case .diff(let before, let request, let fails, let format, let settings):
      DiffCommand(
        before: before, request: request, fails: fails, format: format, settings: settings,
        environment: environment, console: console)
    case .evaluate(let request, let settings):
      EvaluateCommand(
        request: request, settings: settings, environment: environment, console: console)
    case .ledger(let articles, let request, let settings):
      LedgerCommand(
        articles: articles, request: request, settings: settings, environment: environment,
        console: console)
    case .review(let request, let settings):
      ReviewCommand(
        request: request, settings: settings, environment: environment, console: console)
    case .coverage(let request, let onlyNever, let withExamples, let format, let settings):
      CoverageCommand(
        request: request, onlyNever: onlyNever, withExamples: withExamples, format: format,
        settings: settings, environment: environment, console: console)
    case .watch(let request, let isOnce, let settings):
      WatchCommand(
        request: request, isOnce: isOnce, settings: settings, environment: environment,
        console: console)
    case .initialize(let folder, let settings):
      InitCommand(folder: folder, settings: settings, environment: environment, console: console)
    case .schema(let form, _): PrintCommand(text: SchemaCommand(form: form).text())
    case .syntax(let paths, let format, let settings):
      SyntaxCommand(paths: paths, format: format, settings: settings, console: console)
    case .format(let paths, let isCheck, let settings):
      FormatCommand(
        paths: paths, isCheck: isCheck, settings: settings, environment: environment,
        console: console)
    case .completions(let shell): PrintCommand(text: CompletionWriter.script(for: shell))
    case .help(let command):
      PrintCommand(text: command.map { HelpWriter.help(of: .of($0)) } ?? HelpWriter.overview())
    case .version: PrintCommand(text: Self.versions)
    }
  }

  /// The version of the program and of the forms of data that it writes, in one line.
  private static var versions: String {
    let schemas = [
      AnalysisForm.schema, ComparisonData.schema, ExplanationJSON.schema, FlipData.schema,
      CoverageReport.schema, EvaluationReport.schema, LedgerReport.schema, ReviewReport.schema,
      VerificationJSON.schema,
    ].joined(separator: ", ")
    return "duban \(Program.version) (\(schemas))\n"
  }
}
