import Diagnostics
import Reporting
import RuleLanguage
import SourceText

/// `duban syntax`: prints what files in the YAML subset hold.
struct SyntaxCommand: Command {
  let paths: [String]
  let format: SyntaxFormat
  let settings: Invocation.Settings
  let console: Console

  /// - Returns: `failure` where a file cannot be read, else `found` where one has mistakes.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    var reader = WholeFileReader.rules(console)
    let inputs = reader.inputs(paths)
    var hasMistakes = false
    for input in inputs {
      guard let file = reader.read(input) else { continue }
      let (root, problems) = SyntaxParser.parse(file, index: 0)
      var bag = DiagnosticBag()
      bag.add(contentsOf: problems)
      let diagnostics = bag.diagnostics
      if !diagnostics.isEmpty {
        hasMistakes = true
        show(diagnostics, of: file)
      }
      let bytes = report(file, root, diagnostics, amongMany: inputs.count > 1)
      try output.write(bytes, status(reader, hasMistakes))
    }
    return status(reader, hasMistakes)
  }

  private func status(_ reader: WholeFileReader, _ hasMistakes: Bool) -> ExitStatus {
    reader.hasFailed ? .failure : hasMistakes ? .found : .success
  }

  private func show(_ diagnostics: [Diagnostic], of file: SourceFile) {
    let renderer = DiagnosticRenderer(colour: settings.usesColor)
    for diagnostic in diagnostics {
      console.show(renderer.render(diagnostic, files: [file]))
    }
  }

  private func report(
    _ file: SourceFile, _ root: SyntaxNode?, _ diagnostics: [Diagnostic], amongMany: Bool
  ) -> [UInt8] {
    // What was read of a file with mistakes is not its data; a record tells of both.
    if format != .ndjson, !diagnostics.isEmpty { return [] }
    var json = JSONWriter()
    switch format {
    case .ndjson: SyntaxJSON.write(file, root, diagnostics, to: &json)
    case .json: SyntaxJSON.write(root, to: &json)
    case .table:
      let heading = amongMany ? "\(TextLayout.printable(file.name))\n" : ""
      return Array((heading + SyntaxTree.draw(root, of: file)).utf8)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
