/// The matches of one search, and working memory that is reused by the next.
///
/// A value: copies taken after a search keep its matches. All lists share one array, so that what a
/// text touches is counted, not allocated, and a join holds on to nothing.
package struct SearchScratch: Sendable {
  /// Where the matches of a list stand in the array that all lists share.
  struct Place: Sendable {
    private var start: Int32 = 0
    private var end: Int32 = 0

    init() {}

    init(_ start: Int, _ end: Int) { (self.start, self.end) = (Int32(start), Int32(end)) }

    var isEmpty: Bool { start == end }
    var count: Int { Int(end &- start) }
    var range: Range<Int> { Int(start)..<Int(end) }

    /// Makes room for one match more and returns where it belongs.
    mutating func grow() -> Int {
      end += 1
      return Int(end) - 1
    }
  }

  /// A run of numerals or letters with its list.
  struct Run: Sendable {
    let list: Int32
    let match: Match
  }

  /// Whether the matches of a list are known.
  enum ListState: Sendable {
    /// Nothing in it occurs in the text that was scanned last.
    case empty
    /// Something in it occurs.
    case waiting
    /// Its matches stand in `matches`.
    case filled
  }

  var events = [ScanEvent](repeating: 0, count: LiteralAutomaton.stretch)
  /// Where literals end, in the order of the text.
  var ends: [ScanEvent] = []
  /// Matches literal by literal, and by literal their place.
  var occurrences: [Match] = []
  var literals: [Place] = []
  /// By literal in which parts of the text it begins.
  var literalParts: [TextParts] = []
  var touchedLiterals: [Int] = []
  var runs: [Run] = []
  /// Matches list by list, each list sorted.
  ///
  /// A list is filled when it is asked for, as most never are: one literal feeds dozens.
  var matches: [Match] = []
  /// By list its place in `matches`, and whether it is filled.
  var lists: [Place] = []
  var states: [ListState] = []
  /// By list of literals or runs in which parts of the text its matches begin.
  var parts: [TextParts] = []
  /// See `TextParts.shift`.
  var partShift = 0
  /// The lists that are not empty.
  var touched: [Int] = []
  /// Matches by pattern: for each start the longest.
  ///
  /// An array each, so that who goes through the matches of one pattern may ask for another.
  var longest: [[Match]] = []
  /// The patterns that have matches.
  var found: [Int] = []
  /// Whether the matches of a pattern are known for the text that was scanned last.
  var isJoined: [Bool] = []
  var joined: [Int] = []
  var places = JoinPlaces()
  var starts: [Int32] = []
  var spans: [Match] = []

  /// A scratch without matches and without memory; the first search gives it the size of its
  /// patterns.
  package init() {}

  /// The matches of a pattern, sorted by start; for each start the longest only.
  ///
  /// Later matches may begin before earlier ones end.
  package func matches(of pattern: PatternID) -> ArraySlice<Match> {
    pattern.index < longest.count ? longest[pattern.index][...] : []
  }

  /// How often literals of the patterns ended somewhere in the text that was scanned last; those
  /// that end together count once.
  package var endCount: Int { ends.count }

  /// Empties what the last search filled and makes room for `patterns` and a text of `byteCount`.
  mutating func prepare(
    lists listCount: Int, literals literalCount: Int, patterns: Int, byteCount: Int
  ) {
    partShift = TextParts.shift(byteCount)
    for list in touched where list < lists.count {
      lists[list] = Place()
      states[list] = .empty
      parts[list] = .none
    }
    for literal in touchedLiterals where literal < literals.count {
      literals[literal] = Place()
      literalParts[literal] = .none
    }
    for pattern in found where pattern < longest.count {
      longest[pattern].removeAll(keepingCapacity: true)
    }
    for pattern in joined where pattern < isJoined.count { isJoined[pattern] = false }
    touched.removeAll(keepingCapacity: true)
    touchedLiterals.removeAll(keepingCapacity: true)
    joined.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    if lists.count != listCount {
      lists = Array(repeating: Place(), count: listCount)
      states = Array(repeating: .empty, count: listCount)
      parts = Array(repeating: .none, count: listCount)
    }
    if literals.count != literalCount {
      literals = Array(repeating: Place(), count: literalCount)
      literalParts = Array(repeating: .none, count: literalCount)
    }
    if longest.count != patterns {
      longest = Array(repeating: [], count: patterns)
      isJoined = Array(repeating: false, count: patterns)
    }
  }

  /// Notes that something in the list occurs.
  mutating func touch(_ list: Int) {
    guard states[list] == .empty else { return }
    states[list] = .waiting
    touched.append(list)
  }

  mutating func addRun(_ match: Match, to list: Int) {
    touch(list)
    parts[list].insert(Int(match.start), partShift)
    runs.append(Run(list: Int32(list), match: match))
  }

  /// Gives each literal that was counted its place, still empty.
  ///
  /// - Complexity: O(occurrences + literals touched).
  mutating func makeRoom() {
    var next = 0
    for literal in touchedLiterals {
      let count = literals[literal].count
      literals[literal] = Place(next, next)
      next += count
    }
    occurrences.append(contentsOf: repeatElement(Match(start: 0, end: 0), count: next))
  }

  /// Sorts a list by start, and for sets keeps of matches with one start the longest.
  mutating func order(_ list: Int, keepingLongest: Bool) {
    let range = lists[list].range
    var kept = range.lowerBound + 1
    var isSorted = true
    for index in kept..<range.upperBound where matches[index - 1] >= matches[index] {
      isSorted = false
      break
    }
    if !isSorted { matches[range].sort() }
    guard keepingLongest || !isSorted else { return }
    for index in kept..<range.upperBound {
      let (last, match) = (matches[kept - 1], matches[index])
      if keepingLongest ? last.start == match.start : last == match { kept -= 1 }
      matches[kept] = match
      kept += 1
    }
    lists[list] = Place(range.lowerBound, kept)
  }
}
