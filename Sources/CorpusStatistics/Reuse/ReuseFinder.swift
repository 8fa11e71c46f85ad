/// Joins the distinct texts of passages that are alike.
struct ReuseFinder {
  private let passages: [ReusePassage]
  /// By distinct text, in the order of the texts: the positions of the passages.
  private let occurrences: [[Int]]
  /// By distinct text: its article if all its passages are of one, else nil.
  private let onlyArticle: [String?]
  private let sets: ShingleSets
  private var groups: DisjointSets
  private(set) var comparisons = 0

  init(_ passages: [ReusePassage]) {
    let byText = Dictionary(grouping: passages.indices) { passages[$0].text }
    let texts = byText.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.passages = passages
    occurrences = texts.map { text in
      (byText[text] ?? []).sorted { ReuseFinder.precedes($0, $1, passages) }
    }
    onlyArticle = occurrences.map { members in
      let article = passages[members[0]].article
      return members.allSatisfy { passages[$0].article == article } ? article : nil
    }
    sets = ShingleSets(texts, length: TextReuse.shingleLength)
    groups = DisjointSets(count: texts.count)
  }

  /// Whether a passage has a shingle at all.
  func isLongEnough(_ passage: Int) -> Bool {
    passages[passage].text.unicodeScalars.count >= TextReuse.shingleLength
  }

  /// Joins what is alike among the candidates of every band.
  mutating func link(_ hashing: MinHash) {
    for band in 0..<hashing.bands {
      let keys = hashing.keys(band: band, of: sets)
      var order: [(key: UInt64, text: Int)] = []
      for (text, key) in keys.enumerated() {
        if let key { order.append((key, text)) }
      }
      order.sort { ($0.key, $0.text) < ($1.key, $1.text) }
      for (place, entry) in order.enumerated() {
        for next in order[(place + 1)...].prefix(TextReuse.widestComparison) {
          guard next.key == entry.key else { break }
          compare(entry.text, next.text)
        }
      }
    }
  }

  private mutating func compare(_ one: Int, _ other: Int) {
    if let article = onlyArticle[one], article == onlyArticle[other] { return }
    // Joined already: another comparison could not change the cluster.
    guard groups.root(of: one) != groups.root(of: other) else { return }
    comparisons += 1
    let likeness = sets.likeness(one, other)
    guard
      likeness.jaccard >= TextReuse.leastJaccard
        || likeness.containment >= TextReuse.leastContainment
    else { return }
    groups.join(one, other)
  }

  /// The clusters with passages of two articles at least, the largest first.
  mutating func clusters() -> [ReuseCluster] {
    var members: [Int: [Int]] = [:]
    for text in occurrences.indices { members[groups.root(of: text), default: []].append(text) }
    var result: [(root: Int, cluster: ReuseCluster)] = []
    for (root, texts) in members {
      let positions = texts.flatMap { occurrences[$0] }.filter(isLongEnough)
        .sorted { ReuseFinder.precedes($0, $1, passages) }
      let articles = Set(positions.map { passages[$0].article }).count
      guard articles >= 2 else { continue }
      let earliest = earliest(positions)
      let firstDate = earliest.compactMap { passages[$0].date }.min { $0.count < $1.count }
      let isTold = firstDate != nil && Set(earliest.map { passages[$0].article }).count == 1
      result.append(
        (
          root,
          ReuseCluster(
            passages: positions, articles: articles, earliest: earliest,
            first: isTold ? earliest.first : nil, firstDate: firstDate,
            undated: positions.count { passages[$0].date == nil })
        ))
    }
    return result.sorted {
      ($1.cluster.articles, $1.cluster.passages.count, $0.root)
        < ($0.cluster.articles, $0.cluster.passages.count, $1.root)
    }.map(\.cluster)
  }

  /// What may have been the first of `positions`, which come in their order.
  ///
  /// Dates are nested or apart, and the first of them ends first: those that begin later as text are of
  /// later days, the others hold it, and the shortest of these says when the earliest appeared.
  private func earliest(_ positions: [Int]) -> [Int] {
    guard let ending = positions.first.flatMap({ passages[$0].date }) else { return positions }
    return positions.filter { position in passages[position].date.map { $0 <= ending } ?? false }
  }

  /// Dated before undated, then by the end of the date, article, text and place in the input.
  private static func precedes(_ one: Int, _ other: Int, _ passages: [ReusePassage]) -> Bool {
    let (left, right) = (passages[one], passages[other])
    if (left.date == nil) != (right.date == nil) { return left.date != nil }
    if let here = left.date, let there = right.date, here != there {
      // A month ends with its last day, and is not over when that begins.
      if here.hasPrefix(there) || there.hasPrefix(here) { return here.count > there.count }
      return here < there
    }
    if left.article != right.article { return left.article < right.article }
    if left.text != right.text { return left.text < right.text }
    return one < other
  }
}
