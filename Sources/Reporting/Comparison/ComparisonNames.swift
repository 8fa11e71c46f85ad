package import Analysis
package import Comparison
import RuleLanguage

/// What groups, measures and reasons are called in a report.
package struct ComparisonNames: Hashable, Sendable {
  /// Nil where no pack of the analyses is at hand; then names are shown as they are.
  private let pack: PackSummary?
  private let language: ReportLanguage
  private let words: ReportWords

  /// Names in `language` from `pack`, if there is one, and from `words`.
  package init(_ pack: PackSummary?, _ language: ReportLanguage, _ words: ReportWords) {
    self.pack = pack
    self.language = language
    self.words = words
  }

  /// The title that the pack gives a value of `key`, else the value as it is; nil is told as
  /// unknown.
  package func group(_ name: String?, by key: String) -> String {
    guard let name else { return words[.unknown] }
    let entry = pack?.metadata.first { $0.name == key }
    return entry?.valueTitles[name].map(language.title) ?? name
  }

  /// The title that the pack gives a field of articles, else the word for the key.
  package func key(_ key: String) -> String {
    pack?.metadata.first { $0.name == key }.map { language.title($0.title) }
      ?? words.name(key, "key")
  }

  /// The heading of a table.
  package func title(_ table: Measure.Table) -> String {
    switch table {
    case .scores: words(.tableScores)
    case .tags: words(.tableTags)
    case .slots: words(.tableSlots)
    case .classes: words(.tableClasses)
    case .force: words(.tableForce)
    case .actions: words(.tableActions)
    case .functions: words(.tableFunctions)
    case .labelSets: words(.tableLabelSets)
    }
  }

  /// The title that the pack gives what the figure is about, with the level of a tag; a rule or
  /// value without one goes by its name.
  package func title(_ measure: Measure) -> String {
    if measure.name == Measure.nothing { return words(.nothing) }
    func title(_ entries: [PackSummary.Entry]?, _ name: String) -> String {
      entries?.first { $0.name == name }.map { language.title($0.title) } ?? name
    }
    func valueTitle(_ entry: PackSummary.Entry?) -> String {
      entry?.valueTitles[measure.name].map(language.title) ?? measure.name
    }
    switch measure.table {
    case .scores: return title(pack?.scores, measure.name)
    case .slots: return title(pack?.slots, measure.name)
    case .tags:
      return words(
        .atLevel, ["tag": title(pack?.tags, measure.name), "level": "\(measure.level)"])
    case .labelSets:
      return measure.name.split(separator: "+").map { title(pack?.tags, String($0)) }
        .joined(separator: "+")
    case .classes: return valueTitle(pack?.directiveClass)
    case .functions: return valueTitle(pack?.via)
    case .force, .actions:
      let rule = pack?.comparedRules.first { $0.name == measure.name }
      return rule.map { language.title($0.title) } ?? words.name(measure.name, "flag")
    }
  }

  /// What a stretch of time is called: a phase of the pack by its title, else as it is.
  package func phase(_ name: String) -> String {
    pack?.phases.first { $0.name == name }.map { language.title($0.title) } ?? name
  }

  /// What a kind of hidden names is called.
  package func mask(_ kind: String) -> String {
    if kind == WordingReader.given { return words(ReportWords.Wording.stated) }
    return pack?.masks.first { $0.name == kind }.map { language.title($0.title) } ?? kind
  }

  /// Why something is not said, in words; `key` names strata.
  package func sentence(_ reason: Unsaid.Reason, strata key: String?) -> String {
    let count = ["count": reason.count.map { "\($0)" } ?? ""]
    func stratum(_ name: String?) -> [String: String] {
      ["stratum": group(name, by: key ?? "")]
    }
    switch reason {
    case .oneGroup: return words(.whyOneGroup)
    case .oneArticle: return words(.whyOneArticle)
    case .fewArticles: return words(.whyFewArticles, count)
    case .noDirectives: return words(.whyNoDirectives)
    case .noValues: return words(.whyNoValues)
    case .allEqual: return words(.whyAllEqual)
    case .smallGroups: return words(.whySmallGroups)
    case .belowFloor(let smallest):
      return words(.whyBelowFloor, ["smallest": NumberFormat.decimal(smallest, places: 3)])
    case .emptySide: return words(.whyEmptySide)
    case .emptyStratum(let name): return words(.whyEmptyStratum, stratum(name))
    case .oneArticleInStratum(let name): return words(.whyOneArticleInStratum, stratum(name))
    case .undated: return words(.whyUndated, count)
    case .ungrouped: return words(.whyUngrouped, count)
    case .belowMinimum: return words(.whyBelowMinimum, count)
    case .mixedPacks: return words(.whyMixedPacks, count)
    case .fewerDraws: return words(.whyFewerDraws, count)
    case .fewerSplits: return words(.whyFewerSplits, count)
    case .unknownRules: return words(.whyUnknownRules)
    case .noArticles: return words(.whyNoArticles)
    case .noGroupLeft: return words(.whyNoGroupLeft, count)
    case .unknownWeights: return words(.whyUnknownWeights)
    case .manyGroups: return words(.whyManyGroups, count)
    case .noOrder: return words(.whyNoOrder)
    case .partialInput: return words(.whyPartialInput)
    }
  }
}
