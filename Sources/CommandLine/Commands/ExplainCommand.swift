import Analysis
import Reporting
import SourceText

/// `duban explain`: why an article, or a text, was read as it was.
package struct ExplainCommand {
  /// What is explained.
  package enum Article: Hashable, Sendable {
    /// A path, or `-` for standard input.
    case file(String)
    /// Read as the examples of rules are read.
    case text(String)
  }

  let article: Article
  let request: ExplanationRequest
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Throws: `CommandFailure` where the rules or the article cannot be read, the request names
  ///   what there is not, or the output cannot be written.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    let (rules, analyzer, file) = try commandFailure { () throws(ExitStatus) in
      let rules = try LoadedRules(settings.rules, environment, console)
      return (rules, try rules.usable(console), try read())
    }
    let words = rules.words(settings.language, console)
    var scratch = Analyzer.Scratch()
    let explanation: Explanation
    do throws(ExplanationProblem) {
      explanation = try analyzer.explain(file, options: settings.reading, request, &scratch)
    } catch {
      console.error(message(error, file.name))
      throw .reported(.failure)
    }
    do throws(SystemError) {
      try output.write(bytes(explanation, analyzer.summary, words))
    } catch {
      throw .output(error)
    }
    return .success
  }

  private func bytes(
    _ explanation: Explanation, _ pack: PackSummary, _ words: ReportWords
  ) -> [UInt8] {
    if settings.format == .json {
      var json = JSONWriter()
      ExplanationJSON(pack: pack, language: settings.language, words: words)
        .write(explanation, to: &json)
      return json.bytes + [UInt8(ascii: "\n")]
    }
    let report = ExplanationReport(
      pack: pack, options: TableReport.Options(settings, words),
      showsRulesWhole: request.rule != nil || request.label != nil)
    return Array(report.text(explanation).utf8)
  }

  private func read() throws(ExitStatus) -> SourceFile {
    let input: FileWalker.Input
    switch article {
    case .text(let text): return SourceFile(name: "--text", bytes: Array(text.utf8))
    case .file(let path): input = path == "-" ? .standardInput : .file(path)
    }
    do throws(InputProblem) {
      let (file, notice) = try ArticleReader.read(input, options: settings.reading)
      if let notice { console.report(notice) }
      return FrontMatter(file).body
    } catch {
      console.report(error)
      throw .failure
    }
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
