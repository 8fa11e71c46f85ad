import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// A pattern as it is written and as it is compiled.
struct PatternSource: Sendable {
  let expression: PatternExpression
  let pattern: PatternID
}

/// Turns patterns with names into patterns of the automaton, each distinct one once.
struct PatternLowering {
  private let letterCase: LetterCase
  private let lexicons: [String: Lexicon]
  private let named: [String: PatternExpression]
  private let values: [String: ValueDefinition]
  private var builder = PatternSetBuilder()
  /// The sets of the lexicons that patterns refer to.
  private(set) var sets: [String: LiteralSetID] = [:]
  private var compiled: [Key: PatternID] = [:]
  /// Each pattern of the automaton with the first place where it is written.
  private(set) var sources: [PatternSource] = []
  private var compiledValues: [String: ValuePatterns] = [:]
  private var edged: [String: Bool] = [:]
  private var numeralRuns: PatternID?
  private var digitRuns: PatternID?

  /// The patterns of a value, without the matches that its exceptions void.
  struct ValuePatterns {
    /// In the order of the pack.
    var forms: [PatternID]
    var all: PatternID
  }

  private struct Key: Hashable {
    /// The pattern as written: what is written alike is parsed alike.
    let source: ByteKey
    /// nil where the pattern has no edges, so that all windows share it.
    let edge: WindowEdge?
  }

  init(_ pack: RulePack) {
    letterCase = pack.letterCase
    lexicons = Dictionary(
      pack.lexicons.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    named = Dictionary(
      pack.patterns.map { ($0.name, $0.pattern) }, uniquingKeysWith: { first, _ in first })
    values = Dictionary(
      pack.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    // Rules mostly have a few patterns; to grow means to hash all keys again.
    compiled.reserveCapacity(8 * pack.rules.count)
    sources.reserveCapacity(8 * pack.rules.count)
  }

  /// The patterns of a value.
  ///
  /// - Throws: `CompileError` when a limit of the automaton is reached.
  mutating func value(_ value: ValueDefinition) throws(CompileError) -> ValuePatterns {
    if let known = compiledValues[value.name] { return known }
    var voids: [PatternID] = []
    for exception in value.exceptions { voids.append(try lower(exception, window: .clause)) }
    var forms: [PatternID] = []
    for form in value.forms {
      let pattern = try lower(form.pattern, window: .clause)
      // Each form by itself loses what is void, so that what is left of all has a form that it can be read by.
      forms.append(
        voids.isEmpty ? pattern : try add(.pattern(pattern), voidedBy: voids, at: value.span))
    }
    let all = try add(.alternatives(forms.map { .pattern($0) }), voidedBy: [], at: value.span)
    let patterns = ValuePatterns(forms: forms, all: all)
    compiledValues[value.name] = patterns
    return patterns
  }

  /// A pattern that matches what one of `expressions` does and none of `exceptions` touches.
  ///
  /// - Precondition: there is an expression.
  /// - Throws: `CompileError` when a limit of the automaton is reached.
  mutating func alternatives(
    _ expressions: [PatternExpression], except exceptions: [PatternExpression]
  ) throws(CompileError) -> PatternID {
    var members: [PatternElement] = []
    for expression in expressions {
      members.append(.pattern(try lower(expression, window: .clause)))
    }
    var voids: [PatternID] = []
    for exception in exceptions { voids.append(try lower(exception, window: .clause)) }
    return try add(.alternatives(members), voidedBy: voids, at: expressions.first?.span)
  }

  /// The set of words that no pattern of the pack names.
  mutating func literalSet(of words: [String]) -> LiteralSetID {
    builder.addLiteralSet(words.filter { !$0.isEmpty }.map(folded))
  }

  /// The pattern of what counts as a number in the matches of a form: runs of Arabic digits where it names
  /// those and no others, else whole runs of numerals.
  ///
  /// - Throws: `CompileError` when a limit of the automaton is reached.
  mutating func numbers(of form: PatternExpression) throws(CompileError) -> PatternID {
    let isOfDigits = names(form.node, .digits) && !names(form.node, .number)
    if let known = isOfDigits ? digitRuns : numeralRuns { return known }
    let runs = try add(.atom(isOfDigits ? .digits : .number), voidedBy: [], at: form.span)
    if isOfDigits { digitRuns = runs } else { numeralRuns = runs }
    return runs
  }

  /// Whether the matches of the pattern hold the atom by its name, itself or through named patterns.
  private func names(
    _ node: RuleLanguage.PatternNode, _ atom: RuleLanguage.PatternAtom
  ) -> Bool {
    switch node {
    // What must follow holds none of the match's numbers.
    case .literal, .gap, .start, .end, .lookahead: false
    case .optional(let inner): names(inner, atom)
    case .sequence(let nodes), .alternatives(let nodes): nodes.contains { names($0, atom) }
    case .reference(let name): named[name].map { names($0.node, atom) } ?? (name == atom.rawValue)
    }
  }

  private mutating func add(
    _ element: PatternElement, voidedBy voids: [PatternID], at span: LocatedSpan?
  ) throws(CompileError) -> PatternID {
    do throws(BuildError) {
      return try builder.addPattern(element, voidedBy: voids)
    } catch {
      throw CompileError(error, at: span)
    }
  }

  /// The automaton's pattern for `expression` where `^` and `$` mean the edges of `window`.
  ///
  /// - Throws: `CompileError` when a limit of the automaton is reached.
  mutating func lower(
    _ expression: PatternExpression, window: UnitKind
  ) throws(CompileError) -> PatternID {
    try lower(expression, edge: Self.edge(window), span: expression.span)
  }

  /// - Throws: `CompileError` when a limit of the automaton is reached.
  func build() throws(CompileError) -> PatternSet {
    do throws(BuildError) { return try builder.build() } catch { throw CompileError(error) }
  }

  private mutating func lower(
    _ expression: PatternExpression, edge: WindowEdge, span: LocatedSpan
  ) throws(CompileError) -> PatternID {
    let node = expression.node
    let mayHaveEdges = expression.source.utf8.contains(where: Self.mayBeEdge)
    let key = Key(
      source: ByteKey(expression.source), edge: mayHaveEdges && hasEdges(node) ? edge : nil)
    if let known = compiled[key] { return known }
    let element = try element(node, edge: edge, span: span)
    let pattern = try add(element, voidedBy: [], at: span)
    compiled[key] = pattern
    sources.append(PatternSource(expression: expression, pattern: pattern))
    return pattern
  }

  private mutating func element(
    _ node: RuleLanguage.PatternNode, edge: WindowEdge, span: LocatedSpan
  ) throws(CompileError) -> PatternElement {
    switch node {
    case .literal(let text): return .literal(folded(text))
    case .reference(let name): return try reference(name, edge: edge, span: span)
    case .gap(let minimum, let maximum): return .gap(minimum: minimum, maximum: maximum)
    case .sequence(let nodes): return .sequence(try elements(nodes, edge: edge, span: span))
    case .alternatives(let nodes):
      return .alternatives(try elements(nodes, edge: edge, span: span))
    case .optional(let inner): return .optional(try element(inner, edge: edge, span: span))
    case .start: return .start(edge)
    case .end: return .end(edge)
    case .lookahead(let inner): return .lookahead(try element(inner, edge: edge, span: span))
    }
  }

  private mutating func elements(
    _ nodes: [RuleLanguage.PatternNode], edge: WindowEdge, span: LocatedSpan
  ) throws(CompileError) -> [PatternElement] {
    var result: [PatternElement] = []
    result.reserveCapacity(nodes.count)
    for node in nodes { result.append(try element(node, edge: edge, span: span)) }
    return result
  }

  private mutating func reference(
    _ name: String, edge: WindowEdge, span: LocatedSpan
  ) throws(CompileError) -> PatternElement {
    if let expression = named[name] {
      return .pattern(try lower(expression, edge: edge, span: span))
    }
    if let value = values[name] { return .pattern(try self.value(value).all) }
    if lexicons[name] != nil { return .set(literalSet(name)) }
    switch RuleLanguage.PatternAtom(rawValue: name) {
    case .number: return .atom(.number)
    case .digits: return .atom(.digits)
    case .han: return .atom(.han)
    case .latin: return .atom(.latin)
    case nil: throw CompileError("nothing is named `\(name)`", at: span)
    }
  }

  private mutating func literalSet(_ name: String) -> LiteralSetID {
    if let known = sets[name] { return known }
    let set = builder.addLiteralSet(terms(name).map(folded))
    sets[name] = set
    return set
  }

  private func folded(_ text: String) -> [UInt8] {
    letterCase.folded(Normalizer.fold(text))
  }

  /// The terms of the lexicon and of all that it includes, each lexicon once.
  private func terms(_ name: String) -> [String] {
    var seen: Set = [name]
    var work = [name]
    var terms: [String] = []
    while let next = work.popLast() {
      guard let lexicon = lexicons[next] else { continue }
      terms += lexicon.terms.map(\.text)
      for included in lexicon.includes where seen.insert(included).inserted {
        work.append(included)
      }
    }
    return terms
  }

  /// Whether the byte of a pattern begins an edge, or a reference to what may have one.
  private static func mayBeEdge(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "^") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "<")
  }

  private mutating func hasEdges(_ node: RuleLanguage.PatternNode) -> Bool {
    switch node {
    case .start, .end: return true
    case .literal, .gap: return false
    case .optional(let inner), .lookahead(let inner): return hasEdges(inner)
    case .sequence(let nodes), .alternatives(let nodes):
      for node in nodes where hasEdges(node) { return true }
      return false
    case .reference(let name):
      if let known = edged[name] { return known }
      guard let expression = named[name] else { return false }
      let result = hasEdges(expression.node)
      edged[name] = result
      return result
    }
  }

  private static func edge(_ window: UnitKind) -> WindowEdge {
    switch window {
    case .clause, .directive: .clause
    case .sentence: .sentence
    case .paragraph, .block, .document: .block
    }
  }
}
