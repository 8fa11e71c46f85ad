import Diagnostics
import SourceText

/// Values: expressions that can be counted or compared.
extension PackResolver {
  mutating func resolveValues(_ node: FileNode) {
    for entry in reader.entries(node, "`values`") where define("value", entry) {
      if let value = value(entry) {
        values.append(value)
      } else {
        faultyTerms.insert(entry.key)
      }
    }
  }

  private mutating func value(_ entry: FileEntry) -> ValueDefinition? {
    let place = entry.keyNode.label
    let what = "value `\(entry.key)`"
    let entries = reader.entries(entry.value, .value)
    let list = reader.required("forms", entries, what, at: place)
    let items = list.map { reader.items($0, "forms") } ?? []
    let forms = items.compactMap { form($0) }
    let exceptions = entries["except"].map { node in
      reader.items(node, "except").compactMap { reader.pattern($0) }
    }
    guard !entries.isFaulty, !forms.isEmpty, forms.count == items.count else { return nil }
    func says(_ key: String) -> Bool {
      entries[key].flatMap { reader.index(of: $0, in: entries.names(of: key), key) } != nil
    }
    let value = ValueDefinition(
      name: entry.key, title: reader.title(entries["title"], default: entry.key),
      measuredIn: entries["measured-in"].flatMap { reader.text($0, "measured-in") },
      isFrequency: says("frequency"), isStart: says("start"), forms: forms,
      exceptions: exceptions ?? [], span: entry.keyNode.span)
    if let odd = forms.first(where: { $0.reading.isDate != value.isDate }) {
      reader.report(.mixedForms(entry.key, at: odd.pattern.span.label, first: place))
      return nil
    }
    return value
  }

  private mutating func form(_ node: FileNode) -> ValueDefinition.Form? {
    let entries = reader.entries(node, .form)
    let source = reader.required("pattern", entries, "a form", at: node.label)
    let pattern = source.flatMap { reader.pattern($0) }
    if entries["value"] != nil, entries["date"] != nil {
      reader.report(.conflictingReadings(at: node.label))
      return nil
    }
    var reading: ValueDefinition.Reading?
    if let value = entries["value"] {
      reading = formula(value, .value).map { .number($0) }
    } else if let date = entries["date"] {
      reading = self.date(date)
    } else if !entries.isFaulty {
      reader.report(.missingReading(at: node.label))
    }
    guard let pattern, let reading else { return nil }
    return ValueDefinition.Form(pattern: pattern, reading: reading)
  }

  private mutating func date(_ node: FileNode) -> ValueDefinition.Reading? {
    let entries = reader.entries(node, .date)
    var parts: [DatePart: FormulaExpression] = [:]
    for part in DatePart.allCases {
      if let node = entries[part.rawValue] { parts[part] = formula(node, .value) }
    }
    let base = entries["of"].flatMap { dateReference($0) }
    if entries.values.isEmpty, !entries.isFaulty { reader.report(.missingReading(at: node.label)) }
    return parts.isEmpty && base == nil ? nil : .date(parts, base: base)
  }

  /// The name of another value, to be looked up when all of them are known.
  private mutating func dateReference(_ node: FileNode) -> String? {
    guard let name = reader.text(node, "of") else { return nil }
    valueReferences.append(ValueReference(name: name, wantsDate: true, label: node.label))
    return name
  }

  /// Checks that formulas of forms ask for no number that their pattern never holds, once all names
  /// are known.
  mutating func checkForms() {
    let nodes = Dictionary(
      patterns.map { ($0.name, $0.pattern.node) } + values.map { ($0.name, $0.node) },
      uniquingKeysWith: { $1 })
    let terms = Set(lexicons.map(\.name))
    var known: [String: Int] = [:]
    for form in values.flatMap(\.forms) {
      let most = Self.numberCount(form.pattern.node, nodes, terms, &known)
      for formula in form.reading.formulas {
        let asked = formula.formula.names.compactMap(ValueDefinition.numberNames.firstIndex).max()
        guard let asked, asked >= most else { continue }
        reader.report(
          .missingNumber(
            ValueDefinition.numberNames[asked], most, at: formula.span.label, form.pattern))
      }
    }
  }

  /// The most runs of numerals that a match can hold, as far as the pattern tells; gaps and words
  /// of lexicons can hold any number.
  private static func numberCount(
    _ node: PatternNode, _ nodes: [String: PatternNode], _ lexicons: Set<String>,
    _ known: inout [String: Int]
  ) -> Int {
    let many = ValueDefinition.numberNames.count
    switch node {
    case .literal(let text): return numberCount(text)
    case .gap: return many
    case .start, .end, .lookahead: return 0
    case .optional(let inner): return numberCount(inner, nodes, lexicons, &known)
    case .sequence(let members):
      return members.reduce(0) { min(many, $0 + numberCount($1, nodes, lexicons, &known)) }
    case .alternatives(let members):
      return members.reduce(0) { max($0, numberCount($1, nodes, lexicons, &known)) }
    case .reference(let name):
      if let count = known[name] { return count }
      if let inner = nodes[name] {
        let count = numberCount(inner, nodes, lexicons, &known)
        known[name] = count
        return count
      }
      return PatternAtom(rawValue: name) == .latin ? 0 : lexicons.contains(name) ? many : 1
    }
  }
}

extension PackResolver {
  /// How many runs of digits and Han numerals a text holds.
  private static func numberCount(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isNumeral = ("0"..."9").contains(scalar) || HanNumeral.values[scalar] != nil
      if isNumeral, !isInside { count += 1 }
      isInside = isNumeral
    }
    return count
  }
}

extension ValueDefinition.Reading {
  var isDate: Bool {
    if case .date = self { return true }
    return false
  }

  /// The value that gives what this form does not say.
  var base: String? {
    if case .date(_, let base) = self { return base }
    return nil
  }

  /// The formulas in a fixed order.
  package var formulas: [FormulaExpression] {
    switch self {
    case .number(let formula): [formula]
    case .date(let parts, _): DatePart.allCases.compactMap { parts[$0] }
    }
  }
}

extension Formula {
  /// The names in the formula, those of functions left out.
  ///
  /// - Complexity: O(names · depth of the formula).
  package var names: [String] {
    switch self {
    case .number: []
    case .name(let name): [name]
    case .negate(let inner), .not(let inner): inner.names
    case .binary(_, let left, let right): left.names + right.names
    case .call(_, let arguments): arguments.flatMap(\.names)
    }
  }
}
