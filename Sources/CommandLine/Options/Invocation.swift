package import Analysis
import Decoding
package import Documents
package import Reporting

/// What the user wants, with every default filled in.
package enum Invocation: Hashable, Sendable {
  case classify(ArticleRequest, ClassifyFormat, Settings)
  case compare(CompareCommand.Request, Settings)
  case check(CheckRequest, Settings)
  case explain(
    ExplainCommand.Subject, manifest: String?, ExplanationRequest, ExplainFormat, Settings)
  case test(paths: [String], manifest: String?, TestFormat, Settings)
  case diff(before: RulesRequest, ArticleRequest, fails: Bool, DiffFormat, Settings)
  case evaluate(EvaluateCommand.Request, Settings)
  case ledger(ArticleRequest, LedgerCommand.Request, Settings)
  case review(ReviewCommand.Request, Settings)
  case coverage(ArticleRequest, onlyNever: Bool, withExamples: Bool, CoverageFormat, Settings)
  case watch(ArticleRequest, isOnce: Bool, Settings)
  case initialize(folder: String, Settings)
  case schema(SchemaCommand.Form, Settings)
  case syntax(paths: [String], SyntaxFormat, Settings)
  case format(paths: [String], isCheck: Bool, Settings)
  case completions(CompletionWriter.Shell)
  /// Nil for the overview.
  case help(CommandID?)
  case version

  /// What most commands share.
  package struct Settings: Hashable, Sendable {
    /// Which pack is meant.
    package var rules: RulesRequest
    /// How articles are read.
    package var reading: ReadingOptions
    /// Whether CSV begins with the byte order mark, by which spreadsheets know UTF-8.
    package var withMark: Bool
    /// The path of the output file; nil for standard output.
    package var output: String?
    /// Whether tables are written with colours.
    package var usesColor: Bool
    /// Whether notices and progress are left out.
    package var isQuiet: Bool
    /// Whether tables show everything, and standard error the files in use.
    package var isVerbose: Bool
    /// What `--lang` asks for, else that of the locale for people and English for programs.
    package var language: ReportLanguage
    /// Whether names of persons are hidden: as the user says, else they are in what is made to be passed
    /// on, and not on the screen and in records, whose words are those of the article.
    package var hidesNames: Bool
    /// Articles, or examples of rules, that are worked on at the same time, at least 1.
    package var threads: Int
    /// Width of tables, in columns.
    package var width: Int
  }

  /// Gives `arguments` a meaning in `environment`.
  ///
  /// - Throws: `UsageError` where no command is given, operands are too few or too many, a value is
  ///   none that its option takes, or two options contradict each other.
  package init(_ arguments: ParsedArguments, in environment: Environment) throws(UsageError) {
    if arguments[.version] != nil {
      self = .version
      return
    }
    guard let command = arguments.command else {
      guard arguments[.help] != nil else { throw .missingCommand }
      self = .help(nil)
      return
    }
    if arguments[.help] != nil {
      self = .help(command)
      return
    }
    try Invocation.checkOperands(arguments.operands, of: command)
    self = try Invocation.make(command, arguments, environment)
  }

  private static func make(
    _ command: CommandID, _ arguments: ParsedArguments, _ environment: Environment
  ) throws(UsageError) -> Invocation {
    let operands = arguments.operands
    var settings = try Settings(arguments, command, environment)
    switch command {
    case .classify:
      return .classify(
        try articles(operands, arguments, settings), try format(arguments, command), settings)
    case .compare: return try compare(arguments, settings)
    case .check: return try check(arguments, settings)
    case .explain: return try explain(arguments, settings)
    case .test:
      return .test(
        paths: operands, manifest: arguments[.manifest]?.value, try format(arguments, command),
        settings)
    case .diff:
      settings.rules.folder = operands[1]
      return .diff(
        before: RulesRequest(folder: operands[0], pack: settings.rules.pack),
        try articles(operands.dropFirst(2), arguments, settings), fails: arguments[.fail] != nil,
        try format(arguments, command), settings)
    case .evaluate: return try evaluate(arguments, settings)
    case .ledger:
      return .ledger(
        try articles(operands, arguments, settings), try ledger(arguments), settings)
    case .review: return try review(arguments, settings)
    case .coverage:
      return .coverage(
        try articles(operands, arguments, settings), onlyNever: arguments[.never] != nil,
        withExamples: arguments[.examples] != nil, try format(arguments, command), settings)
    case .watch:
      settings.rules.folder = operands[0]
      return .watch(
        try articles(operands.dropFirst(), arguments, settings), isOnce: arguments[.once] != nil,
        settings)
    case .initialize: return .initialize(folder: operands[0], settings)
    case .schema:
      let form = operands.first ?? SchemaCommand.Form.json.rawValue
      return .schema(try choice(form, SchemaCommand.Form.self, of: "FORM"), settings)
    case .syntax: return .syntax(paths: operands, try format(arguments, command), settings)
    case .format: return try format(arguments, settings)
    case .completions:
      return .completions(
        try choice(operands.first ?? "", CompletionWriter.Shell.self, of: "SHELL"))
    case .help:
      guard let name = operands.first else { return .help(nil) }
      guard let command = CommandID(rawValue: name) else { throw .unknownCommand(name) }
      return .help(command)
    case .version: return .version
    }
  }

  /// The format that is asked for, of those that `command` writes.
  ///
  /// - Throws: `UsageError` where another command writes it.
  static func format<Format: ReportFormat>(
    _ arguments: ParsedArguments, _ command: CommandID
  ) throws(UsageError) -> Format {
    guard let typed = arguments[.format]?.value else { return .table }
    guard let format = Format(rawValue: typed) else { throw .wrongFormat(typed, command) }
    return format
  }

  static func articles(
    _ paths: some Sequence<String>, _ arguments: ParsedArguments, _ settings: Settings
  ) throws(UsageError) -> ArticleRequest {
    let encoding = settings.reading.encoding?.encoding
    return ArticleRequest(
      Array(paths), manifest: arguments[.manifest]?.value,
      records: try records(arguments, in: encoding))
  }

  private static func checkOperands(
    _ operands: [String], of command: CommandID
  ) throws(UsageError) {
    let allowed = CommandDefinition.of(command).operands.count
    if operands.count < allowed.lowerBound { throw .missingOperand(command) }
    if operands.count > allowed.upperBound {
      throw .surplusOperand(operands[allowed.upperBound], command)
    }
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: String, _ type: Choice.Type, of name: String
  ) throws(UsageError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: value) else {
      throw .wrongValue(name, value, expected: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}

extension Invocation.Settings {
  private static let mostThreads = 256
  private static let widths = 40...200

  fileprivate init(
    _ arguments: ParsedArguments, _ command: CommandID, _ environment: Environment
  ) throws(UsageError) {
    rules = RulesRequest(folder: arguments[.rules]?.value, pack: arguments[.pack]?.value)
    reading = ReadingOptions(encoding: try Self.encoding(arguments))
    var format = OutputFormat.table
    // What a check writes is no report of articles and has formats of its own.
    if let typed = arguments[.format]?.value, command != .check {
      format = try Invocation.choice(typed, OutputFormat.self, of: "--format")
    }
    withMark = arguments[.bom] != nil
    if withMark, format != .csv {
      throw .conflict("--bom", "--format \(format.rawValue)", reason: "the mark belongs to CSV")
    }
    output = Self.output(arguments)
    usesColor = try Self.color(arguments, format, environment)
    isQuiet = arguments[.quiet] != nil
    isVerbose = arguments[.verbose] != nil
    language = try Self.language(arguments, format, environment)
    hidesNames = format.isPassedOn
    if let typed = arguments[.names]?.value {
      hidesNames = try Invocation.choice(typed, NameHandling.self, of: "--names") == .mask
    }
    threads = environment.cores
    if let typed = arguments[.threads]?.value {
      guard let count = Int(typed), (1...Self.mostThreads).contains(count) else {
        throw .wrongNumber("--threads", typed, 1...Self.mostThreads)
      }
      threads = count
    }
    let columns = environment.variables["COLUMNS"].flatMap { Int($0) }
    let width = environment.terminalWidth ?? columns ?? 100
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
  }

  /// The path to write to; as for inputs `-` is the standard stream.
  private static func output(_ arguments: ParsedArguments) -> String? {
    arguments[.output].flatMap { $0.value == "-" ? nil : $0.value }
  }

  private static func encoding(_ arguments: ParsedArguments) throws(UsageError) -> FoundEncoding? {
    guard let typed = arguments[.encoding]?.value else { return nil }
    guard let encoding = FoundEncoding(given: typed) else {
      throw .wrongValue("--encoding", typed, expected: TextEncoding.commonNames)
    }
    return encoding
  }

  private static func color(
    _ arguments: ParsedArguments, _ format: OutputFormat, _ environment: Environment
  ) throws(UsageError) -> Bool {
    switch arguments[.color]?.value {
    case "always":
      guard format == .table else {
        throw .conflict(
          "--color always", "--format \(format.rawValue)", reason: "only tables have colours")
      }
      return true
    case "never": return false
    default:
      return format == .table && environment.outputIsTerminal && output(arguments) == nil
        && environment.variables["NO_COLOR"] == nil && environment.variables["TERM"] != "dumb"
    }
  }

  /// The language that is asked for, else that of the locale; programs that read the output must
  /// find the same bytes on every machine.
  private static func language(
    _ arguments: ParsedArguments, _ format: OutputFormat, _ environment: Environment
  ) throws(UsageError) -> ReportLanguage {
    if let typed = arguments[.lang]?.value {
      return try Invocation.choice(typed, ReportLanguage.self, of: "--lang")
    }
    guard format.isForPeople else { return .en }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap {
      environment.variables[$0]
    }.first
    return locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }
}
