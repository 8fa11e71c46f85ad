import Diagnostics
import SourceText

/// A node together with the file that it stands in.
struct FileNode: Hashable {
  let file: Int
  let node: SyntaxNode

  var span: LocatedSpan { LocatedSpan(file: file, span: node.span) }
  var label: Label { Label(file: file, span: node.span) }

  /// Whether the node is a scalar without text, as after a key with no value.
  var isEmpty: Bool {
    if case .scalar(let scalar) = node.content { return scalar.text.isEmpty }
    return false
  }
}

/// Reads typed values out of nodes and collects what is wrong with them.
///
/// Every reader reports at most one diagnostic for a node and then gives a harmless value, so that
/// one mistake gives one message.
struct NodeReader {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The entries of a mapping; an empty value counts as an empty mapping.
  mutating func entries(_ node: FileNode, _ what: String) -> [(
    key: String, node: FileNode, keyNode: FileNode
  )] {
    guard case .mapping(let entries) = node.node.content else {
      if !node.isEmpty { report(.expectedMapping(what, at: node.label)) }
      return []
    }
    return entries.map { entry in
      let key = FileNode(file: node.file, node: entry.key)
      return (plainText(entry.key), FileNode(file: node.file, node: entry.value), key)
    }
  }

  /// The entries of a mapping whose keys must be among `known`.
  mutating func entries(
    _ node: FileNode, _ what: String, known: [String]
  ) -> [String: FileNode] {
    var result: [String: FileNode] = [:]
    for entry in entries(node, what) {
      if known.contains(entry.key) {
        result[entry.key] = entry.node
      } else {
        report(.unknownKey(entry.key, in: what, known: known, at: entry.keyNode.label))
      }
    }
    return result
  }

  /// The members of a list; an empty value counts as an empty list.
  mutating func items(_ node: FileNode, _ what: String) -> [FileNode] {
    if case .sequence(let items) = node.node.content {
      return items.map { FileNode(file: node.file, node: $0) }
    }
    if !node.isEmpty { report(.expectedList(what, at: node.label)) }
    return []
  }

  mutating func text(_ node: FileNode, _ what: String) -> String? {
    if case .scalar(let scalar) = node.node.content, !scalar.text.isEmpty { return scalar.text }
    report(.expectedText(what, at: node.label))
    return nil
  }

  mutating func texts(_ node: FileNode, _ what: String) -> [String] {
    items(node, what).compactMap { text($0, what) }
  }

  /// A decimal number in `range`.
  mutating func number(
    _ node: FileNode, _ what: String, in range: ClosedRange<Double>
  ) -> Double? {
    guard let text = text(node, what) else { return nil }
    guard let value = Double(text), range.contains(value) else {
      report(.expectedNumber(what, in: range, at: node.label))
      return nil
    }
    return value
  }

  mutating func title(_ node: FileNode?, default name: String) -> LocalizedText {
    guard let node else { return LocalizedText(en: name) }
    if case .mapping = node.node.content {
      let entries = entries(node, "title", known: ["en", "zh"])
      return LocalizedText(
        en: entries["en"].flatMap { text($0, "title") } ?? name,
        zh: entries["zh"].flatMap { text($0, "title") })
    }
    return LocalizedText(en: text(node, "title") ?? name)
  }

  /// A name of lower-case letters, digits and hyphens; `slashes` allows `/` between such names.
  mutating func name(_ text: String, _ what: String, slashes: Bool = false, at label: Label) -> Bool
  {
    let isName =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || (slashes && $0 == "/")
      }
    if !isName { report(.invalidName(text, what, at: label)) }
    return isName
  }

  /// Parses the text of a scalar as a pattern.
  mutating func pattern(_ node: FileNode) -> PatternExpression? {
    guard let source = text(node, "pattern") else { return nil }
    do throws(ExpressionProblem) {
      let tree = try PatternParser.parse(source)
      return PatternExpression(source: source, node: tree, span: node.span)
    } catch {
      report(.expression(error, at: label(error, in: node)))
      return nil
    }
  }

  /// Parses the text of a scalar as a formula.
  mutating func formula(_ node: FileNode) -> FormulaExpression? {
    guard let source = text(node, "formula") else { return nil }
    do throws(ExpressionProblem) {
      let formula = try FormulaParser.parse(source)
      return FormulaExpression(source: source, formula: formula, span: node.span)
    } catch {
      report(.expression(error, at: label(error, in: node)))
      return nil
    }
  }

  /// Where a range of bytes of a scalar's value stands in the file.
  private func label(_ problem: ExpressionProblem, in node: FileNode) -> Label {
    guard case .scalar(let scalar) = node.node.content, problem.end < scalar.offsets.count,
      problem.start < problem.end
    else { return node.label }
    let start = scalar.offsets[problem.start]
    return Label(file: node.file, span: SourceSpan(start, max(start, scalar.offsets[problem.end])))
  }

  private func plainText(_ node: SyntaxNode) -> String {
    if case .scalar(let scalar) = node.content { return scalar.text }
    return ""
  }
}
