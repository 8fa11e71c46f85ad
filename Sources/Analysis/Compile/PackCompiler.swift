import PatternAutomaton
import RuleLanguage

/// Lowers a resolved pack to a `CompiledPack`.
struct PackCompiler {
  private let pack: RulePack
  private let labelIndex: [String: Int]
  private let ruleIndex: [String: Int]
  private let valueIndex: [String: Int]
  private var lowering: PatternLowering
  private var scopeCount = 0

  init(_ pack: RulePack) {
    self.pack = pack
    labelIndex = Dictionary(
      pack.labels.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    ruleIndex = Dictionary(
      pack.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    valueIndex = Dictionary(
      pack.values.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    lowering = PatternLowering(pack)
  }

  /// - Throws: `CompileError` when a limit of the automaton is reached or the pack names a label
  ///   that it does not declare, which a resolved pack never does.
  static func compile(_ pack: RulePack) throws(CompileError) -> CompiledPack {
    var compiler = PackCompiler(pack)
    return try compiler.compile()
  }

  private mutating func compile() throws(CompileError) -> CompiledPack {
    var rules: [CompiledRule] = []
    for rule in pack.rules { rules.append(try compile(rule)) }
    var values: [CompiledValue] = []
    for value in pack.values { values.append(try compile(value)) }
    var trims: [[PatternID]] = []
    for label in pack.labels { trims.append(try lower(label.trim, window: .block)) }
    let patterns = try lowering.build()
    let order = rules.indices.sorted {
      (pack.stages[$0], $0) < (pack.stages[$1], $1)
    }
    var scores: [CompiledScore] = []
    for score in pack.scores { scores.append(try compile(score)) }
    return CompiledPack(
      pack: pack, patterns: patterns, lexiconSets: lowering.sets,
      patternSources: lowering.sources, rules: rules,
      values: values, trims: trims,
      rulesByUnit: Dictionary(grouping: order, by: { rules[$0].unit }), labelIndex: labelIndex,
      scores: scores, directives: try pack.directives.map(compileSettings))
  }

  private func label(_ name: String) throws(CompileError) -> Int {
    guard let index = labelIndex[name] else { throw CompileError("no label is named `\(name)`") }
    return index
  }

  private func compile(_ gift: Gift) throws(CompileError) -> CompiledGift {
    let index = try label(gift.label)
    switch gift.value {
    case .named(let value): return CompiledGift(label: index, value: rank(index, value))
    case .amount(let amount): return CompiledGift(label: index, value: amount)
    case .mark, .matchedText: return CompiledGift(label: index, value: 1)
    }
  }

  /// The number that stands for the named value, so that the winner is the maximum.
  private func rank(_ label: Int, _ value: Int) -> Double {
    if case .choice(let names) = pack.labels[label].kind { return Double(names.count - value) }
    return Double(value + 1)
  }

  private func test(_ comparison: LabelTest.Comparison, _ label: Int) -> CompiledCondition {
    switch comparison {
    case .given: .label(label, .above(0))
    case .lacking: .lacks(label)
    case .amountAtLeast(let minimum): .label(label, .atLeast(minimum))
    case .equals(let value): .label(label, .equals(rank(label, value)))
    case .atLeast(let value): .label(label, .atLeast(rank(label, value)))
    }
  }

  private mutating func compile(_ rule: Rule) throws(CompileError) -> CompiledRule {
    var gifts: [CompiledGift] = []
    for gift in rule.gives { gifts.append(try compile(gift)) }
    guard let first = gifts.first else { throw CompileError("`\(rule.id)` gives nothing") }
    let condition = try compile(rule.condition, window: rule.within)
    var exceptions: [CompiledException] = []
    for exception in rule.exceptions {
      let pattern = try lowering.lower(exception.pattern, window: rule.within)
      exceptions.append(
        CompiledException(pattern: pattern, geometry: exception.geometry))
    }
    var vetoes: [CompiledVeto] = []
    for veto in rule.vetoes {
      vetoes.append(
        CompiledVeto(
          condition: try compile(veto.condition, window: veto.scope), scope: veto.scope))
    }
    return CompiledRule(
      id: rule.id, gifts: gifts, unit: pack.labels[first.label].unit, window: rule.within,
      condition: condition, exceptions: exceptions, vetoes: vetoes,
      isConfident: rule.confidence >= pack.confidenceFloor, flags: rule.flags,
      triggers: Self.triggers(condition, rule.within))
  }

  private mutating func compile(
    _ condition: Condition, window: UnitKind
  ) throws(CompileError) -> CompiledCondition {
    switch condition {
    case .pattern(let expression):
      return .pattern(try lowering.lower(expression, window: window))
    case .all(let members): return .all(try compile(members, window: window))
    case .any(let members): return .any(try compile(members, window: window))
    case .none(let members): return .none(try compile(members, window: window))
    case .atLeast(let count, let members):
      return .atLeast(count, try compile(members, window: window))
    case .ordered(let expressions): return .ordered(try lower(expressions, window: window))
    case .near(let expressions, let characters):
      return .near(try lower(expressions, window: window), characters: characters)
    case .label(let test): return self.test(test.comparison, try label(test.label))
    case .formula(let expression): return .formula(try compile(expression))
    case .rule(let reference):
      guard let index = ruleIndex[reference.id] else {
        throw CompileError("no rule is named `\(reference.id)`", at: reference.span)
      }
      return .rule(index)
    case .scoped(let scope, let inner):
      let unit = scope.unit ?? window
      return .scoped(try compile(scope), try compile(inner, window: unit))
    }
  }

  private mutating func compile(_ scope: SearchScope) throws(CompileError) -> CompiledScope {
    var zones: [Int] = []
    if let zone = pack.labels.firstIndex(where: { $0.role == .zone }),
      case .choice(let names) = pack.labels[zone].kind
    {
      zones = scope.zones.compactMap(names.firstIndex).map { Int(rank(zone, $0)) }
    }
    guard zones.count == scope.zones.count else {
      throw CompileError("a zone under `zone` is not declared")
    }
    scopeCount += 1
    return CompiledScope(
      number: scopeCount, unit: scope.unit, position: scope.position, zones: zones,
      elements: Set(scope.elements))
  }

  private mutating func compile(
    _ value: ValueDefinition
  ) throws(CompileError) -> CompiledValue {
    let patterns = try lowering.value(value)
    var forms: [CompiledValue.Form] = []
    for (form, pattern) in zip(value.forms, patterns.forms) {
      forms.append(
        CompiledValue.Form(
          pattern: pattern, numbers: try lowering.numbers(of: form.pattern),
          reading: try compile(form.reading)))
    }
    return CompiledValue(
      name: value.name, measuredIn: value.measuredIn, pattern: patterns.all, forms: forms)
  }

  private func compile(
    _ reading: ValueDefinition.Reading
  ) throws(CompileError) -> CompiledValue.Reading {
    switch reading {
    case .number(let formula): return .number(try compile(formula))
    case .date(let parts, let base):
      var compiled: [DatePart: CompiledFormula] = [:]
      for (part, formula) in parts { compiled[part] = try compile(formula) }
      return .date(compiled, base: base.flatMap { valueIndex[$0] })
    }
  }

  private mutating func compile(
    _ members: [Condition], window: UnitKind
  ) throws(CompileError) -> [CompiledCondition] {
    var result: [CompiledCondition] = []
    for member in members { result.append(try compile(member, window: window)) }
    return result
  }

  private mutating func lower(
    _ expressions: [PatternExpression], window: UnitKind
  ) throws(CompileError) -> [PatternID] {
    var result: [PatternID] = []
    for expression in expressions {
      result.append(try lowering.lower(expression, window: window))
    }
    return result
  }

  /// Patterns of which one must match for `condition` to hold, or nil when there are none.
  private static func triggers(
    _ condition: CompiledCondition, _ window: UnitKind
  ) -> [PatternID]? {
    switch condition {
    case .pattern(let pattern): return [pattern]
    case .ordered(let patterns), .near(let patterns, _): return Array(patterns.prefix(1))
    case .any(let members), .atLeast(_, let members):
      var union: [PatternID] = []
      for member in members {
        guard let some = triggers(member, window) else { return nil }
        union += some
      }
      return union
    case .all(let members):
      return members.compactMap { triggers($0, window) }.min { $0.count < $1.count }
    case .scoped(let scope, let inner):
      // Words in a larger unit may stand outside the window.
      return scope.unit.map { $0.depth > window.depth } ?? true ? triggers(inner, window) : nil
    case .none, .label, .lacks, .formula, .rule: return nil
    }
  }
}

extension PackCompiler {
  private func compile(_ expression: FormulaExpression) throws(CompileError) -> CompiledFormula {
    try compile(expression.formula, at: expression.span)
  }

  private func compile(
    _ formula: Formula, at span: LocatedSpan
  ) throws(CompileError) -> CompiledFormula {
    switch formula {
    case .number(let number): return .number(number)
    case .name("total"): return .total
    case .name(let name):
      if let index = labelIndex[name] { return .label(index) }
      if let feature = Feature(rawValue: name) { return .feature(feature) }
      if let index = ValueDefinition.numberNames.firstIndex(of: name) { return .numeral(index) }
      if let index = valueIndex[name] { return .inner(index) }
      throw CompileError("nothing is named `\(name)`", at: span)
    case .negate(let inner): return .negate(try compile(inner, at: span))
    case .not(let inner): return .not(try compile(inner, at: span))
    case .binary(let operation, let left, let right):
      return .binary(operation, try compile(left, at: span), try compile(right, at: span))
    case .call(let function, let arguments):
      return try call(function, arguments, at: span)
    }
  }

  private func call(
    _ function: String, _ arguments: [Formula], at span: LocatedSpan
  ) throws(CompileError) -> CompiledFormula {
    if arguments.count == 1, case .name(let name) = arguments[0], let index = labelIndex[name] {
      switch function {
      case "share": return .share(index)
      case "count": return .count(index)
      case "before": return .before(index)
      case "after": return .after(index)
      default: break
      }
    }
    if arguments.count == 1, case .name(let name) = arguments[0], let index = valueIndex[name] {
      switch function {
      case "lowest": return .lowest(index)
      case "highest": return .highest(index)
      default: break
      }
    }
    var values: [CompiledFormula] = []
    for argument in arguments { values.append(try compile(argument, at: span)) }
    switch function {
    case "min": return .minimum(values)
    case "max": return .maximum(values)
    case "if" where values.count == 3: return .condition(values[0], values[1], values[2])
    default: throw CompileError("`\(function)` does not take these arguments", at: span)
    }
  }

  private func compile(_ score: ScoreDefinition) throws(CompileError) -> CompiledScore {
    var parts: [CompiledScore.Part] = []
    for part in score.parts {
      parts.append(CompiledScore.Part(name: part.name, formula: try compile(part.formula)))
    }
    var adjustments: [CompiledScore.Adjustment] = []
    for adjustment in score.adjustments {
      var when: CompiledFormula?
      if let expression = adjustment.when { when = try compile(expression) }
      var gift: CompiledGift?
      if let given = adjustment.gives { gift = try compile(given) }
      adjustments.append(
        CompiledScore.Adjustment(
          id: adjustment.id, when: when, value: try compile(adjustment.value), gift: gift))
    }
    return CompiledScore(
      name: score.name, parts: parts, adjustments: adjustments, bands: score.bands)
  }

  private func optional(_ name: String?) throws(CompileError) -> Int? {
    guard let name else { return nil }
    return try label(name)
  }

  private func compileSettings(
    _ settings: DirectiveSettings
  ) throws(CompileError) -> CompiledDirectiveSettings {
    var marks: [ClauseMark: Int] = [:]
    for mark in ClauseMark.allCases { marks[mark] = try optional(settings.marks[mark]) }
    let kind = try optional(settings.bearer.kind)
    let classLabel = try label(settings.classLabel)
    return CompiledDirectiveSettings(
      marks: marks, bearer: try label(settings.bearer.slot), bearerKind: kind,
      inherited: settings.bearer.inherited, implied: settings.bearer.implied,
      impliedKind: kind.flatMap { kind in
        settings.bearer.impliedKind.map { rank(kind, $0) }
      },
      after: try optional(settings.bearer.after),
      afterKind: kind.flatMap { kind in settings.bearer.afterKind.map { rank(kind, $0) } },
      heads: try optional(settings.bearer.heads),
      force: try label(settings.force.slot), bareOrder: settings.force.bareOrder,
      core: try labels(settings.core), substance: settings.substance,
      bundleLength: settings.bundleLength, classLabel: classLabel,
      defaultClass: rank(classLabel, settings.defaultClass),
      grammar: try grammar(settings.grammar),
      perspective: try perspective(settings.perspective),
      umbrella: try umbrella(settings.umbrella), lends: try loans(settings.lends),
      follows: try loans(settings.follows),
      excluded: try optional(settings.excluded), dismissed: try optional(settings.dismissed),
      via: try optional(settings.via))
  }

  private func loans(_ loans: [DirectiveSettings.Loan]) throws(CompileError) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for loan in loans { result[try label(loan.slot)] = try label(loan.label) }
    return result
  }

  private func labels(_ names: [String]) throws(CompileError) -> [Int] {
    var result: [Int] = []
    for name in names { result.append(try label(name)) }
    return result
  }

  private func grammar(
    _ settings: DirectiveSettings.Grammar?
  ) throws(CompileError) -> CompiledGrammar? {
    guard let settings else { return nil }
    let label = try label(settings.label)
    var forms: [(value: Double, formula: CompiledFormula)] = []
    for form in settings.forms {
      forms.append((rank(label, form.value), try compile(form.formula)))
    }
    return CompiledGrammar(label: label, forms: forms)
  }

  private func perspective(
    _ settings: DirectiveSettings.PerspectiveSwitch?
  ) throws(CompileError) -> (mark: Int, supervised: Int, unnamed: Double)? {
    guard let settings else { return nil }
    return (try label(settings.mark), try label(settings.supervised), settings.unnamed)
  }

  private func umbrella(
    _ settings: DirectiveSettings.Umbrella?
  ) throws(CompileError) -> CompiledUmbrella? {
    guard let settings else { return nil }
    return CompiledUmbrella(
      mark: try label(settings.mark), slots: try labels(settings.slots), score: settings.score,
      paragraphFactor: settings.paragraphFactor, documentFactor: settings.documentFactor)
  }
}
