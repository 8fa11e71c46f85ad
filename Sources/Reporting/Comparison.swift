package import Analysis
package import CorpusStatistics

/// Groups of articles side by side: the view model of every comparison report.
package struct GroupComparison: Sendable {
  /// One article of a comparison.
  package struct Article: Hashable, Sendable {
    package var source: String
    /// Nil where nothing says to which group it belongs.
    package var group: String?
    package var type: String?
    package var figures: ArticleFigures

    package init(source: String, group: String?, type: String?, figures: ArticleFigures) {
      self.source = source
      self.group = group
      self.type = type
      self.figures = figures
    }
  }

  package struct Group: Hashable, Sendable {
    /// Nil for the articles of which the key is unknown.
    package let name: String?
    package let summary: GroupSummary
    /// Sources of the articles that are listed, not averaged.
    package let notAveraged: [String]
    /// Document types with their counts, by name; the unknown type has no name and stands last.
    package let types: [TypeCount]
  }

  package struct TypeCount: Hashable, Sendable {
    package let type: String?
    package let count: Int
  }

  package let key: String
  package let pack: PackSummary
  /// By the bytes of their names, the unknown group last; never by a score.
  package let groups: [Group]

  /// Groups `articles`, whose order decides nothing but the order of listed sources.
  ///
  /// - Complexity: O(n log n) for n articles.
  package init(by key: String, _ articles: [Article], pack: PackSummary) {
    self.key = key
    self.pack = pack
    groups = GroupComparison.ordered(Set(articles.map(\.group))).map { name in
      let members = articles.filter { $0.group == name }
      let summary = GroupSummary(members.map(\.figures))
      return Group(
        name: name, summary: summary, notAveraged: summary.notAveraged.map { members[$0].source },
        types: GroupComparison.ordered(Set(members.map(\.type))).map { type in
          TypeCount(type: type, count: members.count { $0.type == type })
        })
    }
  }

  /// Whether more than one document type occurs in groups that are not types themselves.
  package var mixesTypes: Bool {
    key != "type" && Set(groups.flatMap(\.types).map(\.type)).count > 1
  }

  private static func ordered(_ names: Set<String?>) -> [String?] {
    let known = names.compactMap { $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return known + (names.contains(nil) ? [nil] : [])
  }
}
