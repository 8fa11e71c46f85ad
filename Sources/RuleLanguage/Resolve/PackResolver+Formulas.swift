import Diagnostics

/// Where a formula stands, and with it which names it may use.
enum FormulaPlace: Hashable {
  case window(ConditionScope)
  case score(hasTotal: Bool)
  /// A form of a value: numbers of its match and other values.
  case value
}

/// A value that a formula or another value names.
struct ValueReference {
  let name: String
  let wantsDate: Bool
  /// What else could stand there.
  var others: [String] = []
  let label: Label
}

extension PackResolver {
  static let features = [
    "characters", "han", "latin", "digits", "line", "stops", "closed", "bars", "blocks-before",
    "blocks-after", "position", "position-from-end", "links", "heading-level", "table-row",
    "outside-main", "in-page-title",
    "repeated",
  ]
  static let functions = plainFunctions + windowFunctions + scoreFunctions
  private static let plainFunctions = ["min", "max", "if"]
  private static let windowFunctions = ["count", "before", "after"] + valueFunctions
  private static let valueFunctions = ["lowest", "highest"]
  private static let scoreFunctions = ["share"]

  /// Reads a formula; nil where it or one of its names means nothing at this place.
  mutating func formula(_ node: FileNode, _ place: FormulaPlace) -> FormulaExpression? {
    guard let (expression, places) = reader.formula(node) else { return nil }
    let before = reader.reported
    var rest = places[...]
    check(expression.formula, &rest, place)
    return reader.reported == before ? expression : nil
  }

  private mutating func check(
    _ formula: Formula, _ places: inout ArraySlice<Label>, _ place: FormulaPlace
  ) {
    switch formula {
    case .number: return
    case .name(let name):
      if let label = places.popFirst() { check(name, at: label, place) }
    case .negate(let inner), .not(let inner): check(inner, &places, place)
    case .binary(_, let left, let right):
      check(left, &places, place)
      check(right, &places, place)
    case .call(let function, let arguments):
      guard let label = places.popFirst() else { return }
      check(function, arguments, at: label, &places, place)
    }
  }

  private mutating func check(_ name: String, at label: Label, _ place: FormulaPlace) {
    if place == .value {
      if ValueDefinition.numberNames.contains(name) { return }
      checkValue(name, at: label, others: ValueDefinition.numberNames)
      return
    }
    if let declaration = labelIndex[name].map({ labels[$0] }) {
      if let problem = problem(declaration, at: label, place) { reader.report(problem) }
      return
    }
    var others: [String] = []
    switch place {
    case .window: others += Self.features
    case .score(let hasTotal): if hasTotal { others.append("total") }
    case .value: break
    }
    if others.contains(name) || faultyLabels.contains(name) { return }
    // Not put into words where there are too many, nor forgotten: the formula is faulty.
    let known = reader.isFull ? [] : labels.filter(\.kind.isNumeric).map(\.name) + others
    reader.report(.unknownName(name, known: known, at: label))
  }

  /// What speaks against the label as a number in a formula.
  private func problem(
    _ declaration: LabelDeclaration, at label: Label, _ place: FormulaPlace
  ) -> Diagnostic? {
    if !declaration.kind.isNumeric {
      return .wrongKind(
        declaration.name, expected: "an amount, a level or a mark to count in a formula",
        at: label)
    }
    switch place {
    case .window(let scope): return unreadable(declaration, scope, at: label)
    case .score:
      if declaration.unit == .directive { return nil }
      return .wrongKind(declaration.name, expected: "a label on directives", at: label)
    case .value: return nil
    }
  }

  private mutating func check(
    _ function: String, _ arguments: [Formula], at label: Label,
    _ places: inout ArraySlice<Label>, _ place: FormulaPlace
  ) {
    let ofLabels =
      switch place {
      case .window: Self.windowFunctions
      case .score: Self.scoreFunctions
      case .value: [String]()
      }
    if ofLabels.contains(function) {
      guard arguments.count == 1, case .name(let name) = arguments[0],
        let argument = places.popFirst()
      else {
        places.removeFirst(min(places.count, arguments.reduce(0) { $0 + Self.nameCount($1) }))
        reader.report(
          .wrongArguments(
            function,
            Self.valueFunctions.contains(function)
              ? "the name of one value" : "the name of one label", at: label))
        return
      }
      check(function, of: name, at: argument, place)
      return
    }
    if !Self.plainFunctions.contains(function) {
      let known = Self.plainFunctions + ofLabels
      reader.report(.unknownFunction(function, known: known, at: label))
    } else if function == "if", arguments.count != 3 {
      reader.report(.wrongArguments("if", "a condition and two values", at: label))
    }
    for argument in arguments { check(argument, &places, place) }
  }

  /// Checks the label whose units or evidence a function counts.
  private mutating func check(
    _ function: String, of name: String, at label: Label, _ place: FormulaPlace
  ) {
    if Self.valueFunctions.contains(function) {
      checkValue(name, at: label, others: [])
      return
    }
    guard let declaration = self.label(named: name, at: label) else { return }
    switch (function, place) {
    case ("before", _), ("after", _):
      if declaration.unit != .block {
        reader.report(.wrongKind(name, expected: "a label on blocks", at: label))
      }
    case ("share", _):
      // Only directives keep the evidence of a mark; of any other unit the share is always 0.
      if declaration.kind != .mark || declaration.unit != .directive {
        reader.report(.wrongKind(name, expected: "a mark on directives", at: label))
      }
    case (_, .window(let scope)):
      if let unit = scope.unit, isGiven(declaration.unit, after: unit) {
        reader.report(.labelOfLaterUnit(name, declaration.unit, unit, at: label))
      }
    case (_, .score), (_, .value): return
    }
  }

  /// Notes a value to be looked up when all of them are known.
  private mutating func checkValue(_ name: String, at label: Label, others: [String]) {
    valueReferences.append(
      ValueReference(name: name, wantsDate: false, others: others, label: label))
  }

  /// Checks the values that formulas name, once all of them are known.
  mutating func checkValueReferences() {
    for reference in valueReferences {
      if let value = values.first(where: { $0.name == reference.name }) {
        guard value.isDate != reference.wantsDate else { continue }
        let kind = reference.wantsDate ? "date" : "number"
        reader.report(
          .wrongKind(reference.name, expected: "a value that is a \(kind)", at: reference.label))
      } else if !faultyTerms.contains(reference.name) {
        let known =
          values.filter { $0.isDate == reference.wantsDate }.map(\.name) + reference.others
        reader.report(.unknownName(reference.name, known: known, at: reference.label))
      }
    }
  }

  /// How many names and functions a formula holds.
  private static func nameCount(_ formula: Formula) -> Int {
    switch formula {
    case .number: 0
    case .name: 1
    case .negate(let inner), .not(let inner): nameCount(inner)
    case .binary(_, let left, let right): nameCount(left) + nameCount(right)
    case .call(_, let arguments): arguments.reduce(1) { $0 + nameCount($1) }
    }
  }
}
