import Diagnostics
import RuleLanguage

/// What can be said of the ids of diagnostics before one occurs.
package enum DiagnosticGuide {
  /// All ids, one a line with severity and summary, under the name of what finds them.
  package static func list() -> String {
    let width = DiagnosticCatalogue.all.map(\.id.rawValue.utf8.count).max() ?? 0
    var lines: [String] = []
    for group in DiagnosticKind.Group.allCases {
      let kinds = DiagnosticCatalogue.all.filter { $0.group == group }
      lines += (lines.isEmpty ? [] : [""]) + ["\(group.rawValue) (\(kinds.count))"]
      lines += kinds.map { kind in
        let name = TextLayout.pad(kind.id.rawValue, to: width)
        return "  \(name)  \(TextLayout.pad(kind.severity.rawValue, to: 7))  \(kind.summary)"
      }
    }
    lines += ["", "\(DiagnosticCatalogue.all.count) ids"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What one id means and whether it can be allowed; nil where there is none of that name.
  package static func explanation(of id: String) -> String? {
    guard let kind = DiagnosticCatalogue.kind(of: id) else { return nil }
    var lines = ["\(kind.severity.rawValue)[\(id)]: \(kind.summary)", ""]
    switch kind.group {
    case .syntax: lines += ["Found while the file is read: it is not of the YAML subset."]
    case .resolve: lines += ["Found while names are looked up: the pack cannot be used like this."]
    case .lint: lines += ["Found in a pack that works: what is said here is said in vain."]
    case .program: lines += ["Found by the program, at a limit of its own."]
    case .expectation:
      lines += ["Found by `duban test` in the file beside an article, which is not compared then."]
    case .review:
      lines += [
        "Found by `duban review` in an article. `open-` stands before the name of a slot of the pack,",
        "and the pack says under `absent` what a reader cannot know where that slot is empty.",
      ]
    }
    switch kind.severity {
    case .warning:
      lines += [
        "Where it is meant so, allow it with a comment and the reason:",
        "  # duban: allow \(id)        on that line, or on a line of its own before it",
        "  # duban: allow-file \(id)   anywhere, for the whole file",
      ]
    case .error: lines += ["An error cannot be allowed by a comment."]
    case .note: lines += ["A note is never counted as a problem."]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
