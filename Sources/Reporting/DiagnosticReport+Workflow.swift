import Diagnostics
import SourceText

extension DiagnosticReport {
  /// Commands by which a workflow of GitHub shows the problems beside the lines, one a line.
  package func workflowCommands() -> String {
    diagnostics.map(command).joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties = ["title=\(Self.property(diagnostic.id.rawValue))"]
    if let region = region(diagnostic.primary) {
      properties = [
        "file=\(Self.property(region.path))", "line=\(region.start.line)",
        "endLine=\(region.end.line)", "col=\(region.start.column)",
      ]
      // Columns of the end are shown only where the problem stands on one line.
      if region.start.line == region.end.line {
        // They count the last character itself.
        properties.append("endColumn=\(max(region.start.column, region.end.column - 1))")
      }
      properties.append("title=\(Self.property(diagnostic.id.rawValue))")
    }
    let text = ([diagnostic.message] + diagnostic.notes).joined(separator: "\n")
    let verb = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    return "::\(verb) \(properties.joined(separator: ","))::\(Self.data(text))\n"
  }

  /// Percent signs and line ends would end the command.
  private static func data(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  /// In properties colons and commas separate.
  private static func property(_ text: String) -> String {
    data(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}
