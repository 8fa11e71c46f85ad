package import SourceText

/// Everything that a folder of rule files says, with every name resolved.
package struct RulePack: Sendable {
  package var name: String
  package var version: String
  package var title: LocalizedText
  /// 64-bit FNV-1a over the names and bytes of all files in path order, as 16 hexadecimal digits.
  package var fingerprint: String
  package var files: [SourceFile]
  package var labels: [LabelDeclaration]
  package var lexicons: [Lexicon]
  package var patterns: [NamedPattern]
  package var values: [ValueDefinition]
  package var gazetteers: [Gazetteer]
  /// In the order of the files by path, then of the text.
  package var rules: [Rule]
  /// For each rule its stage: rules of a lower stage give labels that rules of a higher one read.
  package var stages: [Int]
  package var scores: [ScoreDefinition]
  package var directives: DirectiveSettings?
  package var comparison: ComparisonSettings
  package var confidenceFloor: Double
  package var letterCase: LetterCase

  package init(
    name: String, version: String, title: LocalizedText, fingerprint: String, files: [SourceFile],
    labels: [LabelDeclaration], lexicons: [Lexicon], patterns: [NamedPattern],
    values: [ValueDefinition], gazetteers: [Gazetteer] = [], rules: [Rule], stages: [Int],
    scores: [ScoreDefinition], directives: DirectiveSettings?,
    comparison: ComparisonSettings = ComparisonSettings(), confidenceFloor: Double,
    letterCase: LetterCase = .keep
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.fingerprint = fingerprint
    self.files = files
    self.labels = labels
    self.lexicons = lexicons
    self.patterns = patterns
    self.values = values
    self.gazetteers = gazetteers
    self.rules = rules
    self.stages = stages
    self.scores = scores
    self.directives = directives
    self.comparison = comparison
    self.confidenceFloor = confidenceFloor
    self.letterCase = letterCase
  }
}

extension RulePack {
  /// Slots that no score counts, though there are scores.
  package var recordedSlots: [LabelDeclaration] {
    guard !scores.isEmpty else { return [] }
    let counted = Set(scores.flatMap(\.formulas).flatMap(\.formula.names))
    return labels.filter { $0.role == .slot && !counted.contains($0.name) }
  }
}

/// Whether patterns tell small Latin letters from capital ones.
package enum LetterCase: String, Hashable, Sendable, CaseIterable {
  case keep
  /// A to Z match a to z, in patterns and in texts.
  case ignore
}

/// A named list of terms; a term is literal text.
package struct Lexicon: Hashable, Sendable {
  package struct Term: Hashable, Sendable {
    package var text: String
    package var span: LocatedSpan

    package init(text: String, span: LocatedSpan) {
      self.text = text
      self.span = span
    }
  }

  package var name: String
  package var terms: [Term]
  /// Other lexicons whose terms belong to this one too.
  package var includes: [String]
  package var span: LocatedSpan
  /// Whether the terms come from a table, which is data and not looked over term by term.
  package var isTable: Bool

  package init(
    name: String, terms: [Term], includes: [String], span: LocatedSpan, isTable: Bool = false
  ) {
    self.name = name
    self.terms = terms
    self.includes = includes
    self.span = span
    self.isTable = isTable
  }
}

/// A pattern with a name, for use as `<name>`.
package struct NamedPattern: Hashable, Sendable {
  package var name: String
  package var pattern: PatternExpression

  package init(name: String, pattern: PatternExpression) {
    self.name = name
    self.pattern = pattern
  }
}

/// A score of directives: parts that are added, then adjustments in order, then rounding.
package struct ScoreDefinition: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var name: String
    package var formula: FormulaExpression

    package init(name: String, formula: FormulaExpression) {
      self.name = name
      self.formula = formula
    }
  }

  /// Replaces the running total, which formulas call `total`, where `when` holds.
  package struct Adjustment: Hashable, Sendable {
    package var id: String
    package var when: FormulaExpression?
    package var value: FormulaExpression
    /// The value of the class label that the directive takes when the adjustment applies.
    package var gives: Gift?

    package init(
      id: String, when: FormulaExpression?, value: FormulaExpression, gives: Gift?
    ) {
      self.id = id
      self.when = when
      self.value = value
      self.gives = gives
    }
  }

  /// All formulas of the score, in the order of the text within each key.
  var formulas: [FormulaExpression] {
    parts.map(\.formula) + adjustments.compactMap(\.when) + adjustments.map(\.value)
  }

  /// The score reaches the band from `minimum` upwards.
  package struct Band: Hashable, Sendable {
    package var name: String
    package var minimum: Double
    package var title: LocalizedText

    package init(name: String, minimum: Double, title: LocalizedText) {
      self.name = name
      self.minimum = minimum
      self.title = title
    }
  }

  package var name: String
  package var title: LocalizedText
  package var parts: [Part]
  package var adjustments: [Adjustment]
  /// From the highest minimum to the lowest.
  package var bands: [Band]
  package var span: LocatedSpan

  package init(
    name: String, title: LocalizedText, parts: [Part], adjustments: [Adjustment], bands: [Band],
    span: LocatedSpan
  ) {
    self.name = name
    self.title = title
    self.parts = parts
    self.adjustments = adjustments
    self.bands = bands
    self.span = span
  }
}
