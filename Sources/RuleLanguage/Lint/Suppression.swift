package import Diagnostics
package import SourceText

/// A comment `# duban: allow ID` that lets lints pass.
///
/// At the end of a line it concerns that line, on a line of its own the next line with content;
/// `# duban: allow-file ID` concerns the whole file. Several ids are separated by commas or blanks, and
/// words after `--` say why.
struct Suppression: Hashable {
  struct Name: Hashable {
    let id: String
    let span: SourceSpan
  }

  let file: Int
  /// From `#` to the end of the comment.
  let span: SourceSpan
  let names: [Name]
  /// The 0-based line that it concerns; nil for the whole file.
  let line: Int?

  /// What each of its names allows.
  fileprivate var allowances: [Allowance] {
    names.map { Allowance(id: $0.id, file: file, line: line) }
  }
}

/// A lint that may pass on a line, or in a whole file where `line` is nil.
private struct Allowance: Hashable {
  let id: String
  let file: Int
  let line: Int?
}

/// Takes lints out of a list where comments of the pack allow them, and reports comments that
/// allow nothing.
package enum Suppressions {
  private static let marker = "duban:"

  /// The diagnostics that remain, with what is wrong with the comments themselves at the end.
  ///
  /// Errors remain always. A comment that let nothing pass is reported only where `isComplete` says
  /// that all lints were looked for.
  ///
  /// - Complexity: O(bytes of the files that hold such comments + diagnostics).
  package static func apply(
    to diagnostics: [Diagnostic], files: [SourceFile], isComplete: Bool
  ) -> [Diagnostic] {
    var suppressions: [Suppression] = []
    var problems: [Diagnostic] = []
    for (index, file) in files.enumerated() {
      for comment in CommentScanner.comments(of: file, index: index, holding: marker) {
        read(comment, file, index, &suppressions, &problems)
      }
    }
    guard !suppressions.isEmpty || !problems.isEmpty else { return diagnostics }
    let allowed = Set(suppressions.flatMap(\.allowances))
    var used: Set<Allowance> = []
    let kept = diagnostics.filter { diagnostic in
      guard diagnostic.severity == .warning else { return true }
      let found = allowances(for: diagnostic, files).filter(allowed.contains)
      used.formUnion(found)
      return found.isEmpty
    }
    if isComplete {
      for suppression in suppressions {
        for (name, allowance) in zip(suppression.names, suppression.allowances)
        where !used.contains(allowance) {
          problems.append(.staleSuppression(name, suppression, files))
        }
      }
    }
    return kept + problems
  }

  /// What would let the diagnostic pass.
  private static func allowances(
    for diagnostic: Diagnostic, _ files: [SourceFile]
  ) -> [Allowance] {
    let (place, id) = (diagnostic.primary, diagnostic.id.rawValue)
    guard files.indices.contains(place.file) else { return [] }
    let line = files[place.file].lines.line(containing: place.span.start)
    return [nil, line].map { Allowance(id: id, file: place.file, line: $0) }
  }

  /// Reads one comment that holds the marker.
  private static func read(
    _ comment: CommentScanner.Comment, _ file: SourceFile, _ index: Int,
    _ suppressions: inout [Suppression], _ problems: inout [Diagnostic]
  ) {
    let words = words(SourceSpan(comment.span.start + 1, comment.span.end), file.bytes)
    guard words.first?.id == marker else { return }
    let verb = words.count > 1 ? words[1].id : ""
    guard words.count > 2, words[2].id != "--", verb == "allow" || verb == "allow-file" else {
      problems.append(.malformedSuppression(at: Label(file: index, span: comment.span)))
      return
    }
    var names: [Suppression.Name] = []
    // Words after two dashes give the reason.
    for name in words[2...].prefix(while: { $0.id != "--" }) {
      switch DiagnosticCatalogue.kind(of: name.id)?.severity {
      case .warning: names.append(name)
      case .error:
        problems.append(.suppressedError(name.id, at: Label(file: index, span: name.span)))
      case .note:
        problems.append(.suppressedNote(name.id, at: Label(file: index, span: name.span)))
      case nil:
        problems.append(.unknownSuppression(name.id, at: Label(file: index, span: name.span)))
      }
    }
    guard !names.isEmpty else { return }
    suppressions.append(
      Suppression(
        file: index, span: comment.span, names: names,
        line: verb == "allow-file" ? nil : comment.lineConcerned))
  }

  /// The words of a comment, separated by blanks and commas, with their places.
  private static func words(_ span: SourceSpan, _ bytes: [UInt8]) -> [Suppression.Name] {
    var words: [Suppression.Name] = []
    var start = span.start
    func end(_ position: Int) {
      if position > start {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        words.append(Suppression.Name(id: text, span: SourceSpan(start, position)))
      }
      start = position + 1
    }
    for position in span.start..<span.end
    where bytes[position].isBlank || bytes[position] == .comma { end(position) }
    end(span.end)
    return words
  }
}

extension Diagnostic {
  /// A comment that lets nothing pass.
  fileprivate static func staleSuppression(
    _ name: Suppression.Name, _ suppression: Suppression, _ files: [SourceFile]
  ) -> Diagnostic {
    let whole = suppression.names.count == 1
    let fix =
      whole ? CommentScanner.removal(of: suppression.span, in: suppression.file, files) : nil
    return Diagnostic(
      .staleSuppression, "nothing here needs `\(name.id)` to be allowed any more",
      at: Label(file: suppression.file, span: name.span),
      notes: ["remove it, so that the next such mistake is seen"], fixIts: fix.map { [$0] } ?? [])
  }

  /// A comment that allows an id that is none.
  fileprivate static func unknownSuppression(_ name: String, at label: Label) -> Diagnostic {
    let known = DiagnosticCatalogue.all.filter { $0.severity == .warning }.map(\.id.rawValue)
    let nearest = EditDistance.nearest(to: name, in: known)
    return Diagnostic(
      .unknownSuppression, "no warning has the id `\(name)`", at: label,
      notes: [
        nearest.map { "did you mean `\($0)`?" } ?? "`duban check --list` prints all ids"
      ],
      fixIts: nearest.map {
        [
          FixIt(
            "write `\($0)`", edits: [TextEdit(file: label.file, span: label.span, replacement: $0)])
        ]
      } ?? [])
  }

  /// A comment that would allow a note.
  fileprivate static func suppressedNote(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownSuppression, "`\(name)` is a note, and notes need not be allowed", at: label,
      notes: ["it stands in articles, never in a pack"])
  }

  /// A comment that would allow an error.
  fileprivate static func suppressedError(_ name: String, at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownSuppression, "`\(name)` is an error, and errors cannot be allowed", at: label,
      notes: ["only warnings can be; correct the error"])
  }

  /// A comment that begins like one that allows something.
  fileprivate static func malformedSuppression(at label: Label) -> Diagnostic {
    Diagnostic(
      .unknownSuppression, "this comment allows nothing", at: label,
      notes: [
        "write `# duban: allow ID -- reason` for a line, `# duban: allow-file ID -- reason` for the file"
      ])
  }
}
