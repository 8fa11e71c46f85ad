import Analysis

/// Articles with their profiles, kept so that a hundred thousand of them fit into memory.
package struct Corpus: Sendable {
  /// In the order in which they were added; every other list goes by these positions.
  package private(set) var articles: [CorpusArticle] = []
  /// Every measure that was declared or that some article has a figure of, in whatever order.
  private(set) var measures: [Measure] = []
  private var declared: [Measure] = []
  private var ids: [Measure: UInt32] = [:]
  private var totals: [(paragraphs: Int32, tagged: Int32, directives: Int32)] = []
  /// By article: where its figures begin in the two lists below.
  private var starts = [0]
  private var figureIDs: [UInt32] = []
  private var figures: [Double] = []
  /// By score: what the articles' means hang on.
  private(set) var doubts: [String: DoubtColumn] = [:]

  /// A corpus without articles that declares nothing.
  package init() {}

  /// Makes a measure known that no article may have a figure of.
  ///
  /// - Complexity: O(measures declared before).
  package mutating func declare(_ measure: Measure) {
    _ = id(of: measure)
    if !declared.contains(measure) { declared.append(measure) }
  }

  /// Puts a fact beside the article at `index`, in the place of what stood there.
  package mutating func state(_ name: String, _ value: String, of index: Int) {
    articles[index].facts[name] = value
  }

  /// Calls the articles by `sources`, in their order; figures and facts stay.
  package mutating func call(_ sources: [String]) {
    for (index, source) in sources.enumerated() { articles[index].analysis.source = source }
  }

  /// The measures of `table`: those declared first, in that order, then the others by their ids.
  func measures(of table: Measure.Table) -> [Measure] {
    let first = declared.filter { $0.table == table }
    let others = measures.filter { $0.table == table && !first.contains($0) }
    return first + others.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Adds an article at the next position.
  ///
  /// - Complexity: O(figures of the profile).
  package mutating func append(_ article: CorpusArticle, _ profile: ArticleProfile) {
    articles.append(article)
    totals.append(
      (
        Int32(clamping: profile.paragraphs), Int32(clamping: profile.tagged),
        Int32(clamping: profile.directives)
      ))
    // In whatever order: `measures(of:)` and the columns of tables bring their own.
    for (measure, count) in profile.counts {
      figureIDs.append(id(of: measure))
      figures.append(Double(count))
    }
    for (measure, mean) in profile.means {
      figureIDs.append(id(of: measure))
      figures.append(mean)
    }
    starts.append(figureIDs.count)
    for (score, doubt) in profile.doubts {
      doubts[score, default: DoubtColumn()].append(
        doubt, weights: profile.weights.first { $0.name == score }, article: articles.count - 1)
    }
  }

  /// Brings the articles into the order of the bytes of their sources, so that no list goes by the order
  /// in which they were read; those of one source stay in that.
  ///
  /// - Complexity: O(articles log articles + figures).
  package mutating func orderBySource() {
    let order = articles.indices.sorted { one, other in
      let (left, right) = (articles[one].source.utf8, articles[other].source.utf8)
      if left.lexicographicallyPrecedes(right) { return true }
      return !right.lexicographicallyPrecedes(left) && one < other
    }
    let before = self
    articles = order.map { before.articles[$0] }
    totals = order.map { before.totals[$0] }
    starts = [0]
    figureIDs.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    var places = [Int](repeating: 0, count: order.count)
    for (place, article) in order.enumerated() {
      places[article] = place
      let own = before.starts[article]..<before.starts[article + 1]
      figureIDs += before.figureIDs[own]
      figures += before.figures[own]
      starts.append(figureIDs.count)
    }
    doubts = doubts.mapValues { $0.moved(to: places) }
  }

  private mutating func id(of measure: Measure) -> UInt32 {
    if let id = ids[measure] { return id }
    let id = UInt32(measures.count)
    ids[measure] = id
    measures.append(measure)
    return id
  }

  /// The profile of the article at `index`, without what its means hang on.
  ///
  /// - Complexity: O(figures of the article).
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
