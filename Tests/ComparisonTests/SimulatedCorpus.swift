import Analysis
import Comparison

/// Articles made of figures alone.
struct SimulatedCorpus {
  static let pack = PackIdentity(
    name: "sample", version: "1.0.0", fingerprint: "0123456789abcdef", schema: "duban.analysis/1")

  private(set) var corpus = Corpus()
  private var entries: [(CorpusArticle, ArticleProfile)] = []

  init() {}

  /// Adds an article with a mean score and `filled` of `directives` directives with a deadline.
  mutating func add(
    _ place: String?, type: String? = nil, date: String? = "2020-05-01", score: Double? = nil,
    directives: Int = 10, filled: Int = 0, tagged: Int = 0, paragraphs: Int = 10,
    pack: PackIdentity = SimulatedCorpus.pack
  ) {
    let fields = [("place", place), ("type", type), ("date", date)].compactMap { name, value in
      value.map { Metadata.Field(name: name, value: $0, bytes: nil, rule: nil) }
    }
    let analysis = AnalysisResult(
      source: "\(entries.count).txt", metadata: Metadata(fields: fields), paragraphs: [],
      otherBlocks: [],
      scores: DocumentScores(
        means: [], directives: directives, actionableShare: nil, exhortationShare: nil,
        slotFill: []),
      noise: [], notices: [])
    var profile = ArticleProfile()
    profile.paragraphs = paragraphs
    profile.tagged = tagged
    profile.directives = directives
    if filled > 0 { profile.counts[Measure(.slots, "deadline")] = filled }
    if tagged > 0 { profile.counts[Measure(.tags, "duty", level: 1)] = tagged }
    if directives > 0, let score { profile.means[Measure(.scores, "clarity")] = score }
    entries.append((CorpusArticle(analysis, pack: pack), profile))
    corpus.append(entries[entries.count - 1].0, profile)
  }

  /// The same articles in another order.
  func shuffled(using generator: inout some RandomNumberGenerator) -> Corpus {
    var other = Corpus()
    for (article, profile) in entries.shuffled(using: &generator) { other.append(article, profile) }
    return other
  }
}

extension ComparisonResult {
  /// The row of a measure by its id.
  func row(_ id: String) -> MeasureRow? {
    tables.flatMap(\.rows).first { $0.measure.id == id }
  }

  var reasons: [String] { unsaid.map(\.reason.name) }
}
