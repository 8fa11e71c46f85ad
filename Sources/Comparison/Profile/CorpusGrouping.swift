import CorpusStatistics

/// Which article of a corpus belongs to which group, stratum and document type.
struct CorpusGrouping: Sendable {
  static let typeKey = "type"
  static let placeKey = "place"

  /// By the bytes of their names; the articles of which the key is unknown last, under nil.
  let names: [String?]
  /// By group: positions in the corpus, in its order.
  let members: [[Int]]
  /// One nil without strata.
  let strata: [String?]
  /// By article: its stratum.
  let stratum: [Int]
  /// Document types, the unknown one last, under nil.
  let types: [String?]
  /// By article: its type.
  let type: [Int]
  /// Groups left out because they are too small, with their articles.
  let leftOut: [(name: String?, articles: Int)]

  init(_ corpus: Corpus, _ request: ComparisonRequest) {
    let articles = corpus.articles
    let keys = articles.map { $0.value(of: request.key) }
    var groups: [String?: [Int]] = [:]
    for (index, key) in keys.enumerated() { groups[key, default: []].append(index) }
    let all = CorpusGrouping.ordered(Set(keys))
    let least = request.minimumArticles
    names = all.filter { (groups[$0] ?? []).count >= least }
    members = names.map { groups[$0] ?? [] }
    leftOut = all.filter { (groups[$0] ?? []).count < least }.map {
      (name: $0, articles: (groups[$0] ?? []).count)
    }
    (strata, stratum) = CorpusGrouping.positions(
      request.within.map { key in articles.map { $0.value(of: key) } }
        ?? [String?](repeating: nil, count: articles.count))
    (types, type) = CorpusGrouping.positions(
      articles.map { $0.value(of: CorpusGrouping.typeKey) })
  }

  /// The groups with a name: those that contrasts are about.
  var named: Int { names.last == .some(nil) ? names.count - 1 : names.count }

  /// Known names by their bytes, nil last.
  static func ordered(_ names: Set<String?>) -> [String?] {
    let known = names.compactMap { $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return known + (names.contains(nil) ? [nil] : [])
  }

  private static func positions(_ values: [String?]) -> (names: [String?], positions: [Int]) {
    let names = values.isEmpty ? [nil] : ordered(Set(values))
    let places = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (names, values.map { places[$0] ?? 0 })
  }
}
