package import Diagnostics
import SourceText

/// Looks for what a pack says in vain: words that nothing matches, rules that never decide, labels
/// that nobody reads.
///
/// Every lint is decided by the pack alone and said only where it is sure. What needs the engine,
/// such as examples, is looked at elsewhere under ids of the same list.
package struct PackLinter {
  let pack: RulePack
  let reading: TextReading
  let expander: PatternExpander
  let comparison: WayComparison
  let labels: [String: LabelDeclaration]
  /// Folds words as compilation does, letter case included.
  let fold: @Sendable (String) -> String
  /// By name, what each lexicon holds itself, as it stands in normalised text.
  let ownTexts: [String: [String]]
  var diagnostics: [Diagnostic] = []
  /// What could not be compared, each once.
  var uncompared: [Uncompared] = []
  /// Ways through patterns by their folded text; nil for those with too many.
  var knownWays: [String: [[PatternSymbol]]?] = [:]
  /// The numbers of what conditions say.
  var keys: [String: Int] = [:]
  /// The conditions of each rule, ready to be compared.
  var conditions: [RuleConditions] = []
  /// How many comparisons are left for the rule or the label that is looked at.
  private var comparisonsLeft = 0

  /// The conditions of one rule, ready to be compared.
  struct RuleConditions {
    let condition: ComparableCondition
    let vetoes: [ComparableCondition]
  }

  /// What the linter says, and what it did not look at.
  package struct Report: Sendable {
    /// The warnings, in the order of the files and of the text.
    package let warnings: [Diagnostic]
    /// What was too much to be compared, in the order in which it was met.
    package let uncompared: [Uncompared]
  }

  /// Something of which not all parts were compared with one another.
  package enum Uncompared: Hashable, Sendable {
    /// The rules of the label with this name.
    case rules(ofLabel: String)
    /// The alternatives, exceptions and vetoes of the rule with this id.
    case alternatives(ofRule: String)
  }

  /// Looks at a pack without errors.
  ///
  /// - Complexity: O(bytes of the pack), and for the conditions of one rule and for the rules of one
  ///   label a comparison of each with each, up to `mostComparisons`.
  package static func lint(_ pack: RulePack, reading: TextReading) -> Report {
    var linter = PackLinter(pack, reading)
    linter.conditions = pack.rules.map { rule in
      RuleConditions(
        condition: linter.comparable(rule.condition),
        vetoes: rule.vetoes.map { linter.comparable($0.condition) })
    }
    linter.lintWords()
    linter.lintLexicons()
    linter.lintLabels()
    linter.lintScores()
    linter.lintConditions()
    linter.lintRules()
    linter.lintExamples()
    let found = linter.diagnostics
    let order = found.indices.sorted {
      (found[$0].primary.file, found[$0].primary.span.start, $0)
        < (found[$1].primary.file, found[$1].primary.span.start, $1)
    }
    return Report(warnings: order.map { found[$0] }, uncompared: linter.uncompared)
  }

  /// For one rule, and for all rules of one label, no more ways through patterns are compared.
  private static let mostComparisons = 4_000_000

  /// Whether too much was compared, so that what was not found may be there all the same.
  var isExhausted: Bool { comparisonsLeft < 0 }

  /// Counts so many comparisons; false where there were too many.
  mutating func spend(_ count: Int = 1) -> Bool {
    if comparisonsLeft >= 0 { comparisonsLeft -= count }
    return comparisonsLeft >= 0
  }

  /// Runs `body` with as many comparisons as one rule or label may have, and notes `whole` where
  /// they did not last.
  mutating func comparing(_ whole: Uncompared, _ body: (inout PackLinter) -> Void) {
    comparisonsLeft = Self.mostComparisons
    body(&self)
    if isExhausted { uncompared.append(whole) }
  }

  private init(_ pack: RulePack, _ reading: TextReading) {
    self.pack = pack
    self.reading = reading
    labels = Dictionary(pack.labels.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let fold: @Sendable (String) -> String =
      switch pack.letterCase {
      case .keep: reading.fold
      case .ignore: { Self.lowered(reading.fold($0)) }
      }
    self.fold = fold
    expander = PatternExpander(
      named: Dictionary(
        pack.patterns.map { ($0.name, $0.pattern.node) }, uniquingKeysWith: { first, _ in first }),
      fold: fold)
    let byName = Dictionary(
      pack.lexicons.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = byName.mapValues { $0.terms.map { fold($0.text) } }
    ownTexts = own
    comparison = WayComparison(
      lexicons: byName.mapValues { lexicon in
        FoldedLexicon(Self.closure(of: lexicon, byName).flatMap { own[$0.name] ?? [] })
      })
  }

  /// The text with small letters for A to Z.
  private static func lowered(_ text: String) -> String {
    String(decoding: text.utf8.map(\.lowercased), as: UTF8.self)
  }

  /// The lexicon and all that it includes, each once.
  static func closure(of lexicon: Lexicon, _ byName: [String: Lexicon]) -> [Lexicon] {
    var seen: Set<String> = []
    var open = [lexicon]
    var result: [Lexicon] = []
    while let next = open.popLast() {
      guard seen.insert(next.name).inserted else { continue }
      result.append(next)
      open += next.includes.compactMap { byName[$0] }
    }
    return result
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The ways through the pattern symbol by symbol, or nil where there are too many.
  mutating func ways(_ pattern: PatternExpression) -> [[PatternSymbol]]? {
    if let known = knownWays[pattern.source] { return known }
    let found = expander.symbols(pattern.node)
    knownWays[pattern.source] = found
    return found
  }

  /// The value that decides between rules: the higher one wins.
  func rank(_ gift: Gift) -> Double? {
    switch gift.value {
    case .named(let index):
      if case .choice(let names) = labels[gift.label]?.kind { return Double(names.count - index) }
      return Double(index + 1)
    case .amount(let amount): return amount
    case .mark: return 1
    case .matchedText: return nil
    }
  }

  /// The bytes `range` of `text`, which stands at `span`: its place in the file where it is
  /// written there as it is, else the whole.
  func label(_ range: Range<Int>, of text: String, at span: LocatedSpan) -> Label {
    guard let start = verbatimStart(of: text, at: span) else { return span.label }
    return Label(
      file: span.file, span: SourceSpan(start + range.lowerBound, start + range.upperBound))
  }

  /// Where `text` begins in the file when it is written there without escapes; nil otherwise.
  func verbatimStart(of text: String, at span: LocatedSpan) -> Int? {
    guard pack.files.indices.contains(span.file) else { return nil }
    let bytes = pack.files[span.file].bytes
    let wanted = Array(text.utf8)
    for start in [span.span.start, span.span.start + 1]
    where start + wanted.count <= span.span.end
      && bytes[start..<start + wanted.count].elementsEqual(wanted)
    {
      return start
    }
    return nil
  }
}
