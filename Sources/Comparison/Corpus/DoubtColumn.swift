import Analysis

/// What the articles' means of one score hang on, kept so that a hundred thousand articles fit into
/// memory: directives whose scores follow alike share a cell.
struct DoubtColumn: Sendable {
  /// One article; its cells stand in `cellIDs` from `start` on.
  struct Entry: Sendable {
    var low: Double
    var high: Double
    var equal: Double?
    var start: Int
    /// Nil where a directive cannot be restated.
    var count: Int?
  }

  /// Nil where articles were made by packs that weigh the parts differently, or that do not say.
  private(set) var weights: ScoreWeights?
  private var isContradicted = false
  private(set) var cells: [ScoreCell] = []
  private var ids: [ScoreCell: UInt32] = [:]
  private var entries: [Int: Entry] = [:]
  private var cellIDs: [UInt32] = []
  private var cellCounts: [Int32] = []

  mutating func append(_ doubt: ScoreDoubt, weights stated: ScoreWeights?, article: Int) {
    if let stated, !isContradicted {
      isContradicted = weights.map { $0 != stated } ?? false
      weights = isContradicted ? nil : stated
    }
    var entry = Entry(
      low: doubt.low, high: doubt.high, equal: doubt.equal, start: cellIDs.count,
      count: doubt.cells?.count)
    for (cell, count) in doubt.cells ?? [:] {
      cellIDs.append(id(of: cell))
      cellCounts.append(Int32(clamping: count))
    }
    if stated == nil { entry.count = nil }
    entries[article] = entry
  }

  private mutating func id(of cell: ScoreCell) -> UInt32 {
    if let id = ids[cell] { return id }
    let id = UInt32(cells.count)
    ids[cell] = id
    cells.append(cell)
    return id
  }

  /// The same where the article at each position has gone to the one that `places` says.
  func moved(to places: [Int]) -> DoubtColumn {
    var column = self
    column.entries = Dictionary(
      entries.map { (places[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
    return column
  }

  /// What is known of the article at that position of the corpus; nil without directives.
  subscript(article: Int) -> Entry? { entries[article] }

  /// The cells of an entry, by position in `cells`, with the number of directives.
  func forEachCell(of entry: Entry, _ body: (Int, Int) -> Void) {
    for place in entry.start..<entry.start + (entry.count ?? 0) {
      body(Int(cellIDs[place]), Int(cellCounts[place]))
    }
  }
}
