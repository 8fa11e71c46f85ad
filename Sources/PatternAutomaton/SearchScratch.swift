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

  /// What is known of a list of matches.
  struct List: Sendable {
    /// Where its matches stand in `matches`, once it is filled.
    var place = Place()
    /// The last of the `feeds` of it; its complement once the list is filled, `none` without any.
    var feed = List.none

    static let none = Int32.min
  }

  /// A literal that occurs and the feed before it of the same list, or a negative number.
  struct Feed: Sendable {
    let literal: Int32
    let next: Int32
  }

  /// Whether a pattern matches somewhere in the text.
  enum Outcome: Sendable {
    /// Nobody has asked yet.
    case unknown
    case nothing
    case something
  }

  var events = [ScanEvent](repeating: 0, count: LiteralAutomaton.stretch)
  /// Where literals end, in the order of the text.
  var ends: [ScanEvent] = []
  var touchedLiterals: [Int] = []
  var runs: [Run] = []
  /// Occurrences literal by literal, then matches list by list, each list sorted.
  ///
  /// A list is filled when it is asked for, as most never are: one literal feeds dozens.
  var matches: [Match] = []
  /// Where in `matches` the lists begin that are filled when they are asked for.
  private var firstFilled = 0
  /// With more matches lists are given up, and filled again when they are asked for again: in half a megabyte
  /// of articles a thousand sets and patterns had sixteen million.
  private var mostMatches = 0
  /// So many matches of lists are kept for any text, and one more for each byte; no article has as many.
  var leastRoom = 1 << 22
  var lists: [List] = []
  /// By list, of patterns once it is filled, in which parts of the text its matches begin.
  var parts: [TextParts] = []
  /// Which literals feed the lists, list by list as chains: one set may hold thousands of words, of
  /// which a text has a handful.
  var feeds: [Feed] = []
  /// See `TextParts.shift`.
  var partShift = 0
  /// In bytes.
  var longestRun = 0
  /// The lists that are not empty, but for literals.
  var touched: [Int] = []
  /// Matches by pattern: for each start the longest; empty as well where nobody has asked for them yet.
  ///
  /// An array each, so that who goes through the matches of one pattern may ask for another.
  var longest: [[Match]] = []
  /// The patterns that have `longest` matches.
  var found: [Int] = []
  /// By pattern what is known of it in the text that was scanned last; the scan sets it.
  var outcomes: [Outcome] = []
  var textPlaces = TextPlaces()
  var reach = ReachTable()
  var places = JoinPlaces()
  /// What `places` is while it is looked at what must follow a match.
  var placesAhead = JoinPlaces()
  /// By place whether what must follow there does.
  var followed: [UInt64: Bool] = [:]
  var spans: [Match] = []
  /// A pattern with more spans keeps the longest of each start, also where others go on from it.
  ///
  /// In a text whose every character may end what begins dozens before it, all of them took five hundred
  /// times the bytes of the text. No article has a pattern with half as many.
  private(set) var mostSpans = 0
  /// Whether a pattern had more than `mostSpans`.
  package private(set) var hasDroppedSpans = false

  /// So many spans of a pattern are kept in a text of any length, and one more for each character.
  private static let spanAllowance = 1 << 14

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

  /// How many characters of the text that was scanned last begin in `start..<end`.
  ///
  /// Mutating, as is all that is asked often: a class that holds a scratch would copy it to ask it.
  ///
  /// - Complexity: O(1).
  package mutating func characterCount(_ start: Int, _ end: Int) -> Int {
    textPlaces.characterCount(start, end)
  }

  /// Empties what the last search filled and makes room for `patterns` and another text.
  mutating func prepare(_ numbers: ListNumbers, _ haystack: Haystack) {
    partShift = TextParts.shift(haystack.bytes.count)
    longestRun = 0
    textPlaces.read(haystack)
    mostSpans = Self.spanAllowance + textPlaces.characterCount(0, haystack.bytes.count)
    hasDroppedSpans = false
    forget(touched)
    forget(touchedLiterals)
    for pattern in found where pattern < longest.count {
      longest[pattern].removeAll(keepingCapacity: true)
    }
    touched.removeAll(keepingCapacity: true)
    touchedLiterals.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    feeds.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    if lists.count != numbers.count {
      lists = Array(repeating: List(), count: numbers.count)
      parts = Array(repeating: .none, count: numbers.count)
    }
    if longest.count != numbers.patterns {
      longest = Array(repeating: [], count: numbers.patterns)
    }
  }

  private mutating func forget(_ touched: [Int]) {
    for list in touched where list < lists.count {
      lists[list] = List()
      parts[list] = .none
    }
  }

  /// Counts an occurrence of the literal.
  @inline(__always)
  mutating func count(_ literal: Int, _ match: Match) {
    if parts[literal].isEmpty { touchedLiterals.append(literal) }
    parts[literal].insert(Int(match.start), partShift)
    _ = lists[literal].place.grow()
  }

  /// Notes that the literal, which begins in these parts, feeds the list.
  @inline(__always)
  mutating func feed(_ list: Int, from literal: Int, _ own: TextParts) {
    if parts[list].isEmpty { touched.append(list) }
    parts[list].formUnion(own)
    feeds.append(Feed(literal: Int32(literal), next: lists[list].feed))
    lists[list].feed = Int32(feeds.count - 1)
  }

  mutating func addRun(_ match: Match, to list: Int) {
    if parts[list].isEmpty { touched.append(list) }
    parts[list].insert(Int(match.start), partShift)
    longestRun = max(longestRun, Int(match.end - match.start))
    runs.append(Run(list: Int32(list), match: match))
  }

  /// The index of the first match in `range`, which are sorted, that starts at or behind `offset`.
  @inline(__always)
  func firstMatch(in range: Range<Int>, from offset: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes that so much of this text can take.
  @inline(__always)
  func bytes(_ length: MatchLength) -> Int {
    length.bytes(mostBytes: textPlaces.mostBytes, longestRun: longestRun)
  }

  /// Gives each literal that was counted its place, still empty.
  ///
  /// - Complexity: O(occurrences + literals touched).
  mutating func makeRoom() {
    var next = 0
    for literal in touchedLiterals {
      let count = lists[literal].place.count
      lists[literal].place = Place(next, next)
      next += count
    }
    matches.append(contentsOf: repeatElement(Match(start: 0, end: 0), count: next))
  }

  /// Files the runs of a list.
  mutating func fillRuns(_ list: Int) {
    guard !parts[list].isEmpty else { return }
    let start = matches.count
    for run in runs where Int(run.list) == list { matches.append(run.match) }
    lists[list].place = Place(start, matches.count)
  }

  /// Notes that all that was found in a text of so many bytes is filed.
  mutating func closeScan(_ byteCount: Int) {
    firstFilled = matches.count
    mostMatches = firstFilled + leastRoom + byteCount
  }

  /// Gives up the lists that were filled if they hold too many matches; what is known of patterns goes with
  /// theirs.
  ///
  /// Each time more may be kept, or one list after the other might be filled again for each that asks.
  mutating func forgetSurplus(_ numbers: ListNumbers) {
    guard matches.count > mostMatches else { return }
    for list in touched {
      if let pattern = numbers.pattern(of: list) {
        outcomes[pattern] = .unknown
      } else {
        guard lists[list].feed < 0, lists[list].feed != List.none else { continue }
        lists[list].feed = ~lists[list].feed
      }
      lists[list].place = Place()
    }
    matches.removeLast(matches.count - firstFilled)
    mostMatches += mostMatches / 4
  }

  /// Makes sure that the matches of a list of literals or runs are known.
  ///
  /// - Complexity: O(literals that occur and feed it + matches), apart from a sort where several occur.
  mutating func fill(_ list: Int, _ numbers: ListNumbers) {
    guard lists[list].feed >= 0 else { return }
    let last = feeds[Int(lists[list].feed)]
    lists[list].feed = ~lists[list].feed
    if last.next < 0 {
      // The occurrences of one literal are in order already.
      lists[list].place = lists[Int(last.literal)].place
      return
    }
    let start = matches.count
    Self.gather(from: last, of: feeds, lists, to: &matches)
    matches.sortDroppingRepeats(from: start)
    if numbers.isSet(list) { keepLongest(from: start) }
    lists[list].place = Place(start, matches.count)
  }

  /// Appends the occurrences of all literals of a chain of `feeds`.
  private static func gather(
    from last: Feed, of feeds: [Feed], _ lists: [List], to matches: inout [Match]
  ) {
    var count = 0
    var feed: Feed? = last
    while let some = feed {
      count += lists[Int(some.literal)].place.count
      feed = some.next < 0 ? nil : feeds[Int(some.next)]
    }
    var end = matches.count
    matches.append(contentsOf: repeatElement(Match(start: 0, end: 0), count: count))
    var filed = matches.mutableSpan
    feed = last
    while let some = feed {
      for place in lists[Int(some.literal)].place.range {
        filed[end] = filed[place]
        end += 1
      }
      feed = some.next < 0 ? nil : feeds[Int(some.next)]
    }
  }

  /// Keeps of the spans with one start the longest, because there are too many.
  mutating func keepLongestSpans() {
    var kept = 0
    for span in spans {
      if kept > 0, spans[kept - 1].start == span.start { kept -= 1 }
      spans[kept] = span
      kept += 1
    }
    spans.removeLast(spans.count - kept)
    hasDroppedSpans = true
  }

  /// Keeps of sorted matches with one start the longest.
  private mutating func keepLongest(from start: Int) {
    var kept = start
    for index in start..<matches.count {
      if kept > start, matches[kept - 1].start == matches[index].start { kept -= 1 }
      matches[kept] = matches[index]
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }
}
