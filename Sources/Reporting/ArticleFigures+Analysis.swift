package import Analysis
package import CorpusStatistics

extension AnalysisResult {
  /// Directives that are kept out of averages.
  ///
  /// - Complexity: O(directives).
  package var excludedDirectives: Int {
    paragraphs.reduce(0) { $0 + $1.directives.count(where: \.isExcluded) }
  }
}

extension ArticleFigures {
  /// Counts `result`, with tags, scores and slots in the order of `pack`.
  ///
  /// - Complexity: O(paragraphs × tags + directives × slots).
  package init(_ result: AnalysisResult, pack: PackSummary) {
    let counted = result.paragraphs.flatMap(\.directives).filter { !$0.isExcluded }
    self.init(
      paragraphs: result.paragraphs.count,
      directives: counted.count,
      tagged: pack.tags.map { tag in
        let levels = result.paragraphs.map { paragraph in
          paragraph.tags.first { $0.tag == tag.name }?.level ?? 0
        }
        return (1...max(1, tag.values.count)).map { level in levels.count { $0 >= level } }
      },
      scoreMeans: pack.scores.map { score in
        result.scores.means.first { $0.name == score.name }?.value
      },
      filled: pack.slots.map { slot in
        counted.count { directive in
          directive.slots.contains {
            $0.name == slot.name && $0.isFilled
          }
        }
      })
  }
}
