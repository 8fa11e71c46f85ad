extension ReportWords {
  /// Columns of CSV.
  ///
  /// The raw value is the key, by which programs find the column: it is what stands in the header unless
  /// another language was asked for. `{name}` stands for the slot, score or tag that a column is of.
  /// Tables of other languages translate keys under `column-`.
  package enum Column: String, Hashable, Sendable, CaseIterable {
    case after
    case against
    case article
    case articles
    case basis
    case before
    case by
    case classification = "class"
    case correction
    case count
    case date
    case directive
    case draws
    case equalWeights = "{score}_equal_weights"
    case estimate
    case examples
    case excluded
    case file
    case fingerprint
    case grammar
    case group
    case high
    case item
    case kind
    case label
    case line
    case low
    case lowest
    case highest
    case measure
    case method
    case mixed
    case n
    case name
    case of
    case owner
    case p
    case pAdjusted = "p_adjusted"
    case paragraph
    case part
    case place
    case reason
    case rulesAfter = "rules_after"
    case rulesBefore = "rules_before"
    case rulesChanged = "rules_changed"
    case schema
    case score = "{score}"
    case scoreHigh = "{score}_high"
    case scoreLow = "{score}_low"
    case seed
    case simpson
    case slot = "slot_{slot}"
    case slotText = "slot_{slot}_text"
    case source
    case statistic
    case stratum
    case subject
    case table
    case tag = "tag_{tag}"
    case text
    case total
    case type
    case value
    case bearerKind = "obligor_kind"

    var word: String { "column-\(rawValue)" }
  }

  /// Words in cells of CSV that the program chooses; those of packs have titles there.
  ///
  /// Tables of other languages translate the raw values under `cell-`.
  package enum Cell: String, Hashable, Sendable, CaseIterable {
    case agrees
    case all
    case allHigh = "all-high"
    case allLow = "all-low"
    case cannotCompare = "cannot-compare"
    case difference
    case equalWeights = "equal-weights"
    case mean
    case mixed
    case no
    case orderKept = "order-kept"
    case others
    case pooled
    case reversed
    case standardised
    case withoutRepeats = "without-repeats"
    case yes

    var word: String { "cell-\(rawValue)" }
  }

  /// What the header calls `column`, with `values` in the places of their names.
  func column(_ column: Column, _ values: [String: String] = [:]) -> String {
    fill(translation(column.word) ?? column.rawValue, values)
  }

  /// What a cell says for `name`; names that are no word of the program stay.
  func cell(_ name: String) -> String {
    Cell(rawValue: name).flatMap { translation($0.word) } ?? name
  }

  /// The names of the words of CSV.
  static let csvNames = Column.allCases.map(\.word) + Cell.allCases.map(\.word)
}

/// The header of a CSV file: no two columns are called the same, since who reads a table by its columns
/// would lose one of two.
struct CSVHeader {
  private var titles: [String] = []

  /// Adds a column called `title`, or `title (key)` where there is one of that title.
  mutating func add(_ title: String, key: String) {
    titles.append(titles.contains(title) ? "\(title) (\(key))" : title)
  }

  mutating func add(_ columns: [ReportWords.Column], _ words: ReportWords) {
    for column in columns { add(words.column(column), key: column.rawValue) }
  }

  func write(to csv: inout CSVWriter) { csv.row(titles.map { .text($0) }) }
}
