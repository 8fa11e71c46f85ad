package import Analysis
import RuleLanguage

/// The directives of many articles as tasks to follow up, one row each.
package struct Ledger: Sendable {
  /// One task.
  package struct Row: Sendable, Hashable {
    /// The article, as the user named it.
    package var source: String
    /// Where the article is from; nil where nothing tells.
    package var place: String?
    /// The date of the article, ISO 8601 as far as it is known.
    package var date: String?
    /// 1-based over body paragraphs.
    package var paragraph: Int
    /// 1-based line of the original file.
    package var line: Int
    /// Who says so, in the words of the article.
    package var speaker: String?
    /// Normalised text of the directive.
    package var task: String
    /// The name of its class.
    package var classification: String
    /// Whether averages leave the directive out.
    package var isExcluded: Bool
    /// The kind of who must act; nil where nobody is found.
    package var bearerKind: String?
    /// How the bearer was found, such as `inherited`; empty where the task names it.
    package var bearerFlags: [String]
    /// The words of each slot in the order of the pack; nil where the slot is empty.
    package var words: [String?]
    /// The last date that the task names, ISO 8601 and as precise as its words.
    package var deadline: String?
    /// The last day of the deadline, in days after 1 January 1970; nil without one.
    package var lastDay: Int?
    /// How often, in the words of the task: the first value in its slots that the pack calls a
    /// frequency.
    package var frequency: String?
    /// From 0 to 100, in the order of the pack.
    package var scores: [Int]
    /// Names of the columns that are empty: slots in the order of the pack without the force, then
    /// derived ones.
    package var missing: [String]
  }

  /// What decides the order of the rows; rows that are equal in it stay in the order of the articles.
  package enum Order: Hashable, Sendable {
    /// What ends first before what ends later, then what has no date.
    case deadline
    /// As the articles were given.
    case article
    /// The lowest first of the score at this position of the pack.
    case score(Int)

    /// The names of the orders that every pack has.
    package static let ofEveryPack = ["deadline", "article"]
  }

  /// Columns that are no slots and yet can be missing.
  package static let derived = ["deadline", "frequency", "speaker"]

  /// The pack that found the directives.
  package let pack: PackSummary
  /// In the order of the articles until they are sorted.
  package private(set) var rows: [Row] = []

  /// An empty ledger.
  package init(pack: PackSummary) { self.pack = pack }

  /// Adds the directives of one article; exhortations and what is kept out of averages are tasks
  /// too, since somebody was told so.
  package mutating func add(_ result: AnalysisResult) {
    for paragraph in result.paragraphs {
      for directive in paragraph.directives {
        rows.append(row(result, paragraph, directive))
      }
    }
  }

  /// Puts the rows in `order`.
  ///
  /// - Precondition: the position of a score is one that `order(_:)` or `score(_:)` gave.
  package mutating func sort(by order: Order) {
    switch order {
    case .article: break
    case .deadline:
      rows = stable { ($0.lastDay ?? .max) < ($1.lastDay ?? .max) }
    case .score(let score):
      rows = stable { $0.scores[score] < $1.scores[score] }
    }
  }

  /// Keeps the rows that lack every one of `columns`.
  package mutating func keep(missing columns: [String]) {
    rows = rows.filter { row in columns.allSatisfy(row.missing.contains) }
  }

  /// Keeps the rows whose score at the position `score` of the pack is at least `minimum`.
  ///
  /// - Precondition: `score(_:)` gave the position.
  package mutating func keep(score: Int, from minimum: Int) {
    rows = rows.filter { $0.scores[score] >= minimum }
  }

  /// The position in the pack of the score that a person calls `word`, by name or title.
  package func score(_ word: String) -> Int? {
    pack.scores.firstIndex { $0.name == word }
      ?? pack.scores.firstIndex { $0.title.en == word || $0.title.zh == word }
  }

  /// The order that a person calls `word`: one that every pack has, or a score of this one.
  package func order(_ word: String) -> Order? {
    switch word {
    case "deadline": .deadline
    case "article": .article
    default: score(word).map { .score($0) }
    }
  }

  /// The name of the column that a person calls `word`: a slot by name, symbol or title, or a
  /// derived column by name or as `words` call it.
  package func column(_ word: String, _ words: ReportWords = ReportWords()) -> String? {
    if Self.derived.contains(word) { return word }
    let derived = [ReportWords.Key.deadline, .frequency, .speaker].first { words[$0] == word }
    if let derived { return derived.rawValue }
    return pack.slots.first { slot in
      [slot.name, slot.symbol, slot.title.en].contains(word) || slot.title.zh == word
    }?.name
  }

  private func stable(_ precedes: (Row, Row) -> Bool) -> [Row] {
    rows.indices.sorted { left, right in
      if precedes(rows[left], rows[right]) { return true }
      return !precedes(rows[right], rows[left]) && left < right
    }.map { rows[$0] }
  }

  private func row(
    _ result: AnalysisResult, _ paragraph: ParagraphResult, _ directive: DirectiveResult
  ) -> Row {
    let slots = pack.slots.map { slot in directive.slots.first { $0.name == slot.name } }
    let bearer = directive.slots.first { $0.name == pack.bearer }
    let measures = directive.slots.flatMap(\.measures)
    // Of dates that end on one day the more precise one is shown, which is longer.
    let last = measures.filter { !pack.starts.contains($0.name) }.compactMap { measure in
      measure.lastDay.flatMap { day in measure.date.map { (day: day, date: $0) } }
    }.max { ($0.day, $0.date.utf8.count) < ($1.day, $1.date.utf8.count) }
    let deadline = last?.date
    let frequency = measures.first { pack.frequencies.contains($0.name) }?.text
    // Words by which a rule knows that nobody is named name nobody.
    let named = slots.map { slot in slot.flatMap { $0.isImplied ? nil : $0 } }
    var missing = zip(pack.slots, named).filter { slot, found in
      (found?.value ?? 0) == 0 && slot.name != pack.force
    }.map(\.0.name)
    if deadline == nil { missing.append("deadline") }
    if frequency == nil { missing.append("frequency") }
    if directive.speaker == nil { missing.append("speaker") }
    return Row(
      source: result.source, place: result.metadata["place"], date: result.metadata["date"],
      paragraph: paragraph.index, line: paragraph.line, speaker: directive.speaker?.text,
      task: directive.text, classification: directive.classification,
      isExcluded: directive.isExcluded,
      bearerKind: directive.obligorKind, bearerFlags: bearer?.flags ?? [],
      words: named.map { $0.flatMap { $0.shortCell.isEmpty ? nil : $0.shortCell } },
      deadline: deadline,
      lastDay: last?.day, frequency: frequency,
      scores: pack.scores.map { score in
        directive.scores.first { $0.name == score.name }?.score ?? 0
      }, missing: missing)
  }
}

extension SlotResult {
  /// All of its words as one cell of a table.
  var cell: String { words.joined(separator: Self.separator) }

  /// As many of its words as a person takes in.
  fileprivate var shortCell: String {
    words.count > Self.mostInCell
      ? (words.prefix(Self.mostInCell) + ["…"]).joined(separator: Self.separator) : cell
  }

  private static let separator = " / "
  private static let mostInCell = 3
}

extension MeasureResult {
  fileprivate var date: String? {
    if case .date(let date) = reading { date } else { nil }
  }
}
