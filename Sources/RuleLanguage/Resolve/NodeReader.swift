import Diagnostics
import SourceText

/// Reads typed values out of nodes and collects what is wrong with them.
///
/// Every reader reports at most one diagnostic for a node and then gives a harmless value, so that
/// one mistake gives one message.
struct NodeReader {
  /// A reference in a pattern, to be looked up when all names are known.
  struct Reference {
    let name: String
    let label: Label
    let isFirst: Bool
    let isLast: Bool
  }

  private(set) var diagnostics: [Diagnostic] = []
  /// References of all patterns read so far.
  private(set) var references: [Reference] = []

  private(set) var hasErrors = false
  /// How many problems were reported, kept or not.
  private(set) var reported = 0
  private var counts: [Severity: Int] = [:]

  /// More problems of one severity are not kept: who made them made most of them by one mistake.
  private static let problemLimit = 1000

  /// Whether further errors are not kept, so that they need not be put into words.
  var isFull: Bool { counts[.error, default: 0] >= Self.problemLimit }

  mutating func report(_ diagnostic: Diagnostic) {
    reported += 1
    if diagnostic.severity == .error { hasErrors = true }
    counts[diagnostic.severity, default: 0] += 1
    guard counts[diagnostic.severity, default: 0] <= Self.problemLimit else { return }
    diagnostics.append(diagnostic)
  }

  /// The entries of a mapping in the order of the file; an empty value counts as an empty mapping.
  mutating func entries(_ node: FileNode, _ what: String) -> [FileEntry] {
    guard case .mapping(let entries) = node.node.content else {
      if !node.isEmpty { report(.expectedMapping(what, at: node.label)) }
      return []
    }
    return entries.map { entry in
      FileEntry(
        key: plainText(entry.key), value: FileNode(file: node.file, node: entry.value),
        keyNode: FileNode(file: node.file, node: entry.key))
    }
  }

  /// The entries of a mapping whose keys are those of `kind`.
  mutating func entries(_ node: FileNode, _ kind: MappingKind) -> FileEntries {
    let definition = kind.definition
    let what = definition.phrase
    var values: [FileEntry] = []
    var isFaulty = !node.isMapping && !node.isEmpty
    for entry in entries(node, what) {
      if definition.contains(entry.key) {
        values.append(entry)
      } else {
        isFaulty = true
        report(
          .unknownKey(entry.key, in: what, known: definition.names, at: entry.keyNode.label))
      }
    }
    return FileEntries(definition: definition, values: values, isFaulty: isFaulty)
  }

  /// The value of a key that must be there; nothing is said where the mapping is faulty already.
  mutating func required(
    _ key: String, _ entries: FileEntries, _ what: String, at label: Label
  ) -> FileNode? {
    if let value = entries[key] { return value }
    if !entries.isFaulty { report(.missingRequiredKey(key, in: what, at: label)) }
    return nil
  }

  /// The members of a list, of which there must be one at least.
  mutating func items(_ node: FileNode, _ what: String) -> [FileNode] {
    guard case .sequence(let items) = node.node.content else {
      report(.expectedList(what, at: node.label))
      return []
    }
    if items.isEmpty { report(.emptyList(what, at: node.label)) }
    return items.map { FileNode(file: node.file, node: $0) }
  }

  mutating func text(_ node: FileNode, _ what: String) -> String? {
    if case .scalar(let scalar) = node.node.content, !scalar.text.isEmpty { return scalar.text }
    report(.expectedText(what, at: node.label))
    return nil
  }

  mutating func texts(_ node: FileNode, _ what: String) -> [String] {
    items(node, what).compactMap { text($0, what) }
  }

  /// The index of the text among `names`.
  mutating func index(of node: FileNode, in names: [String], _ what: String) -> Int? {
    guard let text = text(node, what) else { return nil }
    if let index = names.firstIndex(of: text) { return index }
    report(.invalidValue(text, of: what, known: names, at: node.label))
    return nil
  }

  /// The case whose raw value the text is.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ node: FileNode, _ what: String
  ) -> Value? {
    let names = Value.allCases.map(\.rawValue)
    return index(of: node, in: names, what).flatMap { Value(rawValue: names[$0]) }
  }

  /// The case that the value of `key` names; where the key is left out, its standard value.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ entries: FileEntries
  ) -> Value? {
    if let node = entries[key] { return choice(node, key) }
    return entries.definition[key]?.standard.flatMap { Value(rawValue: $0) }
  }

  /// The number under `key`; where there is none, its standard value.
  mutating func number(_ key: String, _ entries: FileEntries) -> Double {
    let standard = entries.definition[key]?.standard.flatMap(PlainDecimal.value) ?? 0
    return entries[key].flatMap { number($0, key, in: entries.range(of: key)) } ?? standard
  }

  /// The whole number under `key`; where there is none, its standard value.
  mutating func integer(_ key: String, _ entries: FileEntries) -> Int {
    let standard = entries.definition[key]?.standard.flatMap { Int($0) } ?? 0
    return entries[key].flatMap { integer($0, key, in: entries.wholeRange(of: key)) } ?? standard
  }

  /// A decimal number in `range`.
  mutating func number(
    _ node: FileNode, _ what: String, in range: ClosedRange<Double>
  ) -> Double? {
    guard let text = text(node, what) else { return nil }
    if let value = PlainDecimal.value(text), range.contains(value) { return value }
    report(.expectedNumber(what, in: range, isWhole: false, at: node.label))
    return nil
  }

  /// A whole number in `range`.
  mutating func integer(_ node: FileNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, what) else { return nil }
    if PlainDecimal.value(text) != nil, let value = Int(text), range.contains(value) {
      return value
    }
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    report(.expectedNumber(what, in: bounds, isWhole: true, at: node.label))
    return nil
  }

  /// A year, a month or a day.
  mutating func date(_ node: FileNode, _ what: String) -> String? {
    guard let text = text(node, what) else { return nil }
    if PlainDate.isDate(text) { return text }
    report(.expectedDate(what, at: node.label))
    return nil
  }

  mutating func title(_ node: FileNode?, default name: String) -> LocalizedText {
    guard let node else { return LocalizedText(en: name) }
    guard node.isMapping else { return LocalizedText(en: text(node, "title") ?? name) }
    let entries = entries(node, .title)
    return LocalizedText(
      en: entries["en"].flatMap { text($0, "en") } ?? name,
      zh: entries["zh"].flatMap { text($0, "zh") })
  }

  /// Whether `text` is made of the characters of `form`.
  mutating func isName(
    _ text: String, _ what: String, _ form: NameForm = .plain, at label: Label
  ) -> Bool {
    let isName =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
          || (form.allowsSlashes && $0 == "/")
          || (form.allowsCapitals && ("A"..."Z").contains($0))
      }
    if !isName { report(.invalidName(text, what, slashes: form.allowsSlashes, at: label)) }
    return isName
  }

  /// Parses the text of a scalar as a pattern.
  mutating func pattern(_ node: FileNode) -> PatternExpression? {
    guard let source = text(node, "a pattern") else { return nil }
    do throws(ExpressionProblem) {
      let parsed = try PatternParser.parse(source)
      references += parsed.references.map {
        Reference(
          name: $0.name, label: node.label($0.range), isFirst: $0.isFirst, isLast: $0.isLast)
      }
      return PatternExpression(source: source, node: parsed.node, span: node.span)
    } catch {
      report(.expression(error, at: node.label(error.range)))
      return nil
    }
  }

  /// Parses the text of a scalar as a formula; `places` are those of its names in the order of the
  /// text.
  mutating func formula(_ node: FileNode) -> (expression: FormulaExpression, places: [Label])? {
    guard let source = text(node, "a formula") else { return nil }
    do throws(ExpressionProblem) {
      let parsed = try FormulaParser.parse(source)
      let expression = FormulaExpression(
        source: source, formula: parsed.formula, span: node.span)
      return (expression, parsed.names.map(node.label))
    } catch {
      report(.expression(error, at: node.label(error.range)))
      return nil
    }
  }

  private func plainText(_ node: SyntaxNode) -> String {
    if case .scalar(let scalar) = node.content { return scalar.text }
    return ""
  }
}
