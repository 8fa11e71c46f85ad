/// One statement about an article that two analyses make differently.
package struct Flip: Sendable, Hashable {
  /// What the statement is about.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A field of the document, such as its place.
    case document
    /// What part of the page a block is.
    case zone
    /// The level of a tag on a paragraph.
    case tag
    /// By what kind of sentence the tags of a paragraph were given.
    case via
    /// Whether there is a directive, and from where to where it reaches.
    case directive
    /// What kind of directive a directive is.
    case `class`
    /// Who must act, by kind.
    case bearerKind = "obligor-kind"
    /// Whether a directive is kept out of averages.
    case excluded
    /// The value, words, measures and flags of a slot.
    case slot
    /// The score of a directive, with its range and its value in context.
    case score
  }

  /// The source of the second analysis, as the user named the article.
  package var article: String
  /// Number of the body paragraph in each analysis, from 1; nil where it is none, or for the
  /// document.
  package var paragraphs: Change<Int>
  /// 1-based line of the file; nil for the document.
  package var line: Int?
  /// What the statement is about.
  package var kind: Kind
  /// The name of the tag, slot, score or field; empty for kinds of which there is one.
  package var label: String
  /// What each analysis says; nil where it says nothing.
  package var values: Change<String>
  /// Rules that gave it in the first analysis and do not any more; where there are none the rules
  /// that gave what is said there, if any.
  package var rulesBefore: [RuleMention]
  /// The same for the second analysis.
  package var rulesAfter: [RuleMention]
  /// Whether it is a score whose own definition changed.
  package var isRedefined = false
  /// The words in question: the directive, or the beginning of the paragraph.
  package var text: String

  /// The number of the paragraph as reports show it.
  package var paragraph: Int? { paragraphs.after ?? paragraphs.before }

  /// `+`, `-` or `~`: said now, not said any more, said otherwise.
  package var sign: Sign {
    if values.before == nil { return .added }
    return values.after == nil ? .removed : .changed
  }

  /// What happened to a statement, as reports show it.
  package enum Sign: String, Sendable, Hashable, CaseIterable {
    /// Said now and not before.
    case added = "+"
    /// Said before and not any more.
    case removed = "-"
    /// Said before and now, and not the same.
    case changed = "~"
  }
}

/// What was, and what is instead.
package struct Change<Value: Sendable & Hashable>: Sendable, Hashable {
  /// In the first analysis; nil where there is nothing.
  package var before: Value?
  /// In the second analysis; nil where there is nothing.
  package var after: Value?

  /// From `before` to `after`, each nil where that side has nothing.
  package init(_ before: Value?, _ after: Value?) {
    self.before = before
    self.after = after
  }
}

/// A rule as the cause of a flip.
package struct RuleMention: Sendable, Hashable {
  /// The id of the rule in either pack.
  package var rule: String
  /// What the change of packs did to the rule; nil where nothing was done to it itself.
  package var change: RuleChange?

  /// The rule with what was done to it.
  package init(rule: String, change: RuleChange?) {
    self.rule = rule
    self.change = change
  }
}

/// What a change of packs did to one rule.
package enum RuleChange: Sendable, Hashable {
  /// Only the second pack has a rule of this id.
  case added
  /// Only the first pack has a rule of this id.
  case removed
  /// Its own text says something else; titles, notes and examples do not count.
  case edited
  /// Only the lexicons and patterns of these names do, to which it refers.
  case through([String])
}
