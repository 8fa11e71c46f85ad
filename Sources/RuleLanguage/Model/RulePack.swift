package import SourceText

/// Everything that a folder of rule files says, with every name resolved.
package struct RulePack: Sendable {
  /// Of the key `name` of `pack`: small letters, digits and hyphens.
  package var name: String
  /// Any text, as the pack gives it; `fingerprint`, not this, says whether packs are the same.
  package var version: String
  /// What reports call the pack; its name where it gives no title.
  package var title: LocalizedText
  /// 64-bit FNV-1a over the names and bytes of all files in path order, as 16 hexadecimal digits.
  package var fingerprint: String
  /// Rule files and tables by path, named relative to the pack; `LocatedSpan.file` counts in it.
  package var files: [SourceFile]
  /// By file, then as written; names are unique.
  package var labels: [LabelDeclaration]
  /// By file, then as written, behind them those of gazetteers; names are unique among lexicons,
  /// patterns, values and gazetteers.
  package var lexicons: [Lexicon]
  /// By file, then as written; each may refer to any other that does not lead back to it.
  package var patterns: [NamedPattern]
  /// By file, then as written; each may refer to patterns, and to values that do not lead back to
  /// it.
  package var values: [ValueDefinition]
  /// By file, then as written; their names stand in `lexicons` too.
  package var gazetteers: [Gazetteer]
  /// In the order of the files by path, then of the text.
  package var rules: [Rule]
  /// For each rule its stage: rules of a lower stage give labels that rules of a higher one read.
  package var stages: [Int]
  /// By file, then as written; results list scores in this order.
  package var scores: [ScoreDefinition]
  /// Of the section `directives`; nil where no file has it, and then no directive is found.
  package var directives: DirectiveSettings?
  /// Of the section `comparison`, empty where no file has it.
  package var comparison: ComparisonSettings
  /// From 0 to 1, 0.7 where the pack says nothing; see `Rule.confidence`.
  package var confidenceFloor: Double
  /// Of the key `case`; for all patterns of the pack, and for the articles read with it.
  package var letterCase: LetterCase

  /// Creates a pack from parts in which every name is known; `stages` has a number for each rule.
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
  ///
  /// - Complexity: O(labels + names in the formulas of scores).
  package var recordedSlots: [LabelDeclaration] {
    guard !scores.isEmpty else { return [] }
    let counted = Set(scores.flatMap(\.formulas).flatMap(\.formula.names))
    return labels.filter { $0.role == .slot && !counted.contains($0.name) }
  }
}

/// Whether patterns tell small Latin letters from capital ones.
package enum LetterCase: String, Hashable, Sendable, CaseIterable {
  /// Letters match themselves only.
  case keep
  /// A to Z match a to z, in patterns and in texts.
  case ignore
}

/// A named list of terms; a term is literal text.
package struct Lexicon: Hashable, Sendable {
  /// One term with its place.
  package struct Term: Hashable, Sendable {
    /// As written, before folding; patterns match it as it is folded.
    package var text: String
    /// The scalar in a rule file, or the cell of a table.
    package var span: LocatedSpan

    /// Creates a term from text that is not empty.
    package init(text: String, span: LocatedSpan) {
      self.text = text
      self.span = span
    }
  }

  /// What patterns write between angle brackets.
  package var name: String
  /// Its own terms as written; may be empty where others are included.
  package var terms: [Term]
  /// Other lexicons whose terms belong to this one too.
  package var includes: [String]
  /// The name where it is defined.
  package var span: LocatedSpan
  /// Whether the terms come from a table, which is data and not looked over term by term.
  package var isTable: Bool

  /// Creates a lexicon; that the included ones exist and lead to no cycle is checked by the
  /// resolver.
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
  /// What other patterns write between angle brackets.
  package var name: String
  /// What stands in its place there.
  package var pattern: PatternExpression

  /// Creates a pattern whose name no lexicon, value or gazetteer has.
  package init(name: String, pattern: PatternExpression) {
    self.name = name
    self.pattern = pattern
  }
}

/// A score of directives: parts that are added, then adjustments in order, then rounding.
package struct ScoreDefinition: Hashable, Sendable {
  /// One addend of the total.
  package struct Part: Hashable, Sendable {
    /// Key under `parts`; explanations show it.
    package var name: String
    /// Over labels of directives and `share`; its value is added as it is, in points.
    package var formula: FormulaExpression

    /// Creates a part from a formula that does not read `total`.
    package init(name: String, formula: FormulaExpression) {
      self.name = name
      self.formula = formula
    }
  }

  /// Replaces the running total, which formulas call `total`, where `when` holds.
  package struct Adjustment: Hashable, Sendable {
    /// Unique in the score; results list the ids of those that applied.
    package var id: String
    /// Holds where it is not 0; nil where the adjustment is always made.
    package var when: FormulaExpression?
    /// The new total, in points.
    package var value: FormulaExpression
    /// The value of the class label that the directive takes when the adjustment applies.
    package var gives: Gift?

    /// Creates an adjustment from formulas that may read `total`.
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
    /// Unique in the score.
    package var name: String
    /// The lowest score that belongs to it, from 0 to 100, after rounding.
    package var minimum: Double
    /// What reports call it; the name where the pack gives none.
    package var title: LocalizedText

    /// Creates a band; that no other has its minimum is checked by the resolver.
    package init(name: String, minimum: Double, title: LocalizedText) {
      self.name = name
      self.minimum = minimum
      self.title = title
    }
  }

  /// Key under `scores`, unique in the pack.
  package var name: String
  /// What reports call it; the name where the pack gives none.
  package var title: LocalizedText
  /// As written; their sum is the total that adjustments begin with.
  package var parts: [Part]
  /// As written, each made on the total that the one before it left.
  package var adjustments: [Adjustment]
  /// From the highest minimum to the lowest.
  package var bands: [Band]
  /// The name where it is defined.
  package var span: LocatedSpan

  /// Creates a score from bands that are sorted already.
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
