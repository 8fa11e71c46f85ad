/// Articles with their profiles, kept so that a hundred thousand of them fit into memory.
package struct Corpus: Sendable {
  package private(set) var articles: [CorpusArticle] = []
  /// Every measure that some article has a figure of, or that was declared, in that order.
  package private(set) var measures: [Measure] = []
  private var ids: [Measure: UInt32] = [:]
  private var totals: [(paragraphs: Int32, tagged: Int32, directives: Int32)] = []
  /// By article: where its figures begin in the two lists below.
  private var starts = [0]
  private var figureIDs: [UInt32] = []
  private var figures: [Double] = []

  package init() {}

  /// Makes a measure known that no article may have a figure of.
  package mutating func declare(_ measure: Measure) { _ = id(of: measure) }

  package mutating func append(_ article: CorpusArticle, _ profile: ArticleProfile) {
    articles.append(article)
    totals.append(
      (
        Int32(clamping: profile.paragraphs), Int32(clamping: profile.tagged),
        Int32(clamping: profile.directives)
      ))
    for (measure, count) in profile.counts.sorted(by: { $0.key.id < $1.key.id }) {
      figureIDs.append(id(of: measure))
      figures.append(Double(count))
    }
    for (measure, mean) in profile.means.sorted(by: { $0.key.id < $1.key.id }) {
      figureIDs.append(id(of: measure))
      figures.append(mean)
    }
    starts.append(figureIDs.count)
  }

  private mutating func id(of measure: Measure) -> UInt32 {
    if let id = ids[measure] { return id }
    let id = UInt32(measures.count)
    ids[measure] = id
    measures.append(measure)
    return id
  }

  /// The profile of the article at `index`.
  package func profile(_ index: Int) -> ArticleProfile {
    var profile = ArticleProfile()
    profile.paragraphs = Int(totals[index].paragraphs)
    profile.tagged = Int(totals[index].tagged)
    profile.directives = Int(totals[index].directives)
    for place in starts[index]..<starts[index + 1] {
      let measure = measures[Int(figureIDs[place])]
      if measure.table == .scores {
        profile.means[measure] = figures[place]
      } else {
        profile.counts[measure] = Int(figures[place])
      }
    }
    return profile
  }

  /// Paragraphs, tagged paragraphs and directives of the article at `index`.
  func totals(_ index: Int) -> (paragraphs: Int, tagged: Int, directives: Int) {
    let total = totals[index]
    return (Int(total.paragraphs), Int(total.tagged), Int(total.directives))
  }

  /// Calls `body` with the position in `measures` and the figure of all that the article has.
  func forEachFigure(of index: Int, _ body: (Int, Double) -> Void) {
    for place in starts[index]..<starts[index + 1] { body(Int(figureIDs[place]), figures[place]) }
  }
}
