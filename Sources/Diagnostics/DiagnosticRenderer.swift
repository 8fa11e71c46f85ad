package import SourceText

/// Draws a diagnostic for people: place, message, the lines concerned with carets, and notes.
///
///     rules/zones.yaml:3:5: error[duplicate-key]: the key `on` is given twice in one mapping
///       |
///     2 |     on: clause
///       |     -- first given here
///     3 |     on: block
///       |     ^^ given again here
///       = note: remove one of them, or join their values
///
/// Carets stand under what they mean by terminal columns, not by bytes or scalars.
package struct DiagnosticRenderer: Sendable {
  /// Whether ANSI escapes colour the output.
  package let colour: Bool

  /// A renderer that may be used for any number of diagnostics; plain text unless `colour` is set.
  package init(colour: Bool = false) { self.colour = colour }

  /// The text of `diagnostic`, ending in a line feed; `files` is indexed by `Label.file`.
  ///
  /// A label whose file is not in the list is told without an excerpt.
  ///
  /// - Complexity: O(bytes of the lines before the places, once each), whatever their length.
  package func render(_ diagnostic: Diagnostic, files: [SourceFile]) -> String {
    let primary = diagnostic.primary
    var text = place(primary, files).map { $0 + ": " } ?? ""
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]"
    text += paint(head, diagnostic.severity) + ": " + paint(visible(diagnostic.message), .bold)
    text += "\n"
    let labels = [primary] + diagnostic.secondary
    let gutter = gutterWidth(labels, files)
    let others = diagnostic.secondary.filter { $0.file != primary.file }.map(\.file)
    for file in [primary.file] + Set(others).sorted() where files.indices.contains(file) {
      if file != primary.file, let first = labels.first(where: { $0.file == file }) {
        text += blank(gutter) + "--> " + (place(first, files) ?? "") + "\n"
      }
      text += excerpt(diagnostic, file: file, in: files[file], gutter: gutter)
    }
    for note in diagnostic.notes { text += blank(gutter) + " = note: \(visible(note))\n" }
    for fixIt in diagnostic.fixIts {
      text += blank(gutter) + " = help: \(visible(fixIt.message))\n"
    }
    return text
  }

  // MARK: Excerpts

  private struct Mark {
    var label: Label
    var isPrimary: Bool
    var line: Int
  }

  /// The lines of one file that carry labels, each followed by one line a label.
  private func excerpt(
    _ diagnostic: Diagnostic, file: Int, in source: SourceFile, gutter: Int
  ) -> String {
    let labels = [(diagnostic.primary, true)] + diagnostic.secondary.map { ($0, false) }
    let marks = labels.filter { $0.0.file == file }.map { label, isPrimary in
      let offset = min(max(label.span.start, 0), source.bytes.count)
      return Mark(label: label, isPrimary: isPrimary, line: source.lines.line(containing: offset))
    }.sorted { ($0.line, $0.label.span) < ($1.line, $1.label.span) }
    var text = blank(gutter) + " |\n"
    var previous: Int?
    var window: LineWindow?
    for mark in marks {
      if mark.line != previous || window?.contains(mark.label.span) == false {
        if let previous, mark.line > previous + 1 { text += blank(gutter) + "...\n" }
        let drawn = LineWindow(of: mark.line, in: source, around: mark.label.span)
        let number = String(mark.line + 1)
        text += blank(gutter - number.utf8.count) + paint(number, .dim) + " |"
        text += drawn.text.isEmpty ? "\n" : " \(drawn.text)\n"
        window = drawn
        previous = mark.line
      }
      guard let window else { continue }
      let (column, width) = window.columns(of: mark.label.span)
      let run = String(repeating: mark.isPrimary ? "^" : "-", count: max(width, 1))
      let words = mark.label.text.isEmpty ? "" : " " + visible(mark.label.text)
      text += blank(gutter) + " | " + blank(column)
      text += mark.isPrimary ? paint(run + words, diagnostic.severity) : paint(run + words, .dim)
      text += "\n"
    }
    return text
  }

  private func gutterWidth(_ labels: [Label], _ files: [SourceFile]) -> Int {
    labels.map { label in
      guard files.indices.contains(label.file) else { return 1 }
      let file = files[label.file]
      let line = file.lines.line(containing: min(max(label.span.start, 0), file.bytes.count))
      return String(line + 1).utf8.count
    }.max() ?? 1
  }

  private func place(_ label: Label, _ files: [SourceFile]) -> String? {
    guard files.indices.contains(label.file) else { return nil }
    let location = files[label.file].location(of: label.span.start)
    return "\(visible(files[label.file].name)):\(location.line):\(location.column)"
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

  /// `text` without characters that would move the cursor or hide other text.
  private func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(LineWindow.visible(scalar) ?? " ")
    }
    return result
  }

  // MARK: Colour

  private enum Style: String {
    case bold = "1"
    case dim = "34"
  }

  private func paint(_ text: String, _ style: Style) -> String { paint(text, code: style.rawValue) }

  private func paint(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, code: "1;31")
    case .warning: paint(text, code: "1;33")
    case .note: paint(text, code: "1;36")
    }
  }

  private func paint(_ text: String, code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
