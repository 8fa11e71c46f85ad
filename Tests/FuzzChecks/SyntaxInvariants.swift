import Diagnostics
import RuleLanguage
import SourceText

/// What must hold of the reader of rule files whatever it is given; each check returns what does
/// not.
package enum SyntaxInvariants {
  /// Parses `bytes` twice and looks at every node and diagnostic.
  package static func violations(_ bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: "fuzz.yaml", bytes: bytes)
    let first = SyntaxParser.parse(file, index: 0)
    var violations: [String] = []
    if let root = first.root { check(root, within: SourceSpan(0, bytes.count), &violations) }
    let known = Set(SyntaxDiagnostics.all)
    for diagnostic in first.diagnostics where !known.contains(diagnostic.id) {
      violations.append("`\(diagnostic.id.rawValue)` is not listed")
    }
    violations += places(first.diagnostics, [file])
    let second = SyntaxParser.parse(file, index: 0)
    if second.root != first.root || second.diagnostics != first.diagnostics {
      violations.append("parsed again the file is another")
    }
    return violations
  }

  /// Labels and fix-its outside the files, and diagnostics that cannot be shown.
  static func places(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> [String] {
    var violations: [String] = []
    for diagnostic in diagnostics {
      for label in [diagnostic.primary] + diagnostic.secondary {
        let isInside = files.indices.contains(label.file) || files.isEmpty && label.file == 0
        let size = isInside && !files.isEmpty ? files[label.file].bytes.count : 0
        if !isInside || label.span.end > size || label.span.start < 0 {
          violations.append("\(diagnostic.id.rawValue) stands outside of the file")
        }
      }
      for edit in diagnostic.fixIts.flatMap(\.edits) {
        let isInside = files.indices.contains(edit.file)
        if !isInside || edit.span.end > files[edit.file].bytes.count {
          violations.append("an edit of \(diagnostic.id.rawValue) is outside of the file")
        }
      }
    }
    for diagnostic in diagnostics.prefix(20) where violations.isEmpty {
      if DiagnosticRenderer().render(diagnostic, files: files).isEmpty {
        violations.append("\(diagnostic.id.rawValue) shows nothing")
      }
    }
    return violations
  }

  private static func check(
    _ node: SyntaxNode, within outer: SourceSpan, _ violations: inout [String]
  ) {
    if !outer.covers(node.span) {
      violations.append("\(node.span) leaves \(outer)")
      return
    }
    switch node.content {
    case .scalar(let scalar): check(scalar, within: outer, &violations)
    case .sequence(let items):
      for item in items { check(item, within: node.span, &violations) }
      checkOrder(items.map(\.span), &violations)
    case .mapping(let entries):
      for entry in entries {
        check(entry.key, within: node.span, &violations)
        check(entry.value, within: node.span, &violations)
      }
      checkOrder(entries.flatMap { [$0.key.span, $0.value.span] }, &violations)
    }
  }

  private static func check(
    _ scalar: SyntaxNode.Scalar, within outer: SourceSpan, _ violations: inout [String]
  ) {
    let offsets = Array(scalar.offsets)
    if offsets.count != scalar.text.utf8.count + 1 {
      violations.append("\(scalar.text.utf8.count) bytes have \(offsets.count) places")
    }
    if zip(offsets, offsets.dropFirst()).contains(where: { $0 > $1 }) {
      violations.append("places go back")
    }
    if let first = offsets.first, let last = offsets.last,
      first < outer.start || last > outer.end
    {
      violations.append("a value is placed outside of \(outer)")
    }
  }

  private static func checkOrder(_ spans: [SourceSpan], _ violations: inout [String]) {
    if zip(spans, spans.dropFirst()).contains(where: { $0.end > $1.start }) {
      violations.append("members overlap or stand in another order")
    }
  }
}
