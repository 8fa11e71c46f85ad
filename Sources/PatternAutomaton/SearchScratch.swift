/// The matches of one search, and working memory that is reused by the next.
///
/// A value: copies taken after a search keep its matches.
package struct SearchScratch: Sendable {
  var events = [ScanEvent](repeating: 0, count: LiteralAutomaton.stretch)
  /// Matches by list, sorted; only lists in `touched` are not empty.
  var lists: [[Match]] = []
  var touched: [Int] = []
  /// Matches by pattern: for each start the longest.
  var longest: [[Match]] = []
  /// Whether the matches of a pattern are known for the text that was scanned last.
  var isJoined: [Bool] = []
  var joined: [Int] = []
  var places = JoinPlaces()
  var starts: [Int32] = []
  var spans: [Match] = []

  package init() {}

  /// The matches of a pattern, sorted by start; for each start the longest only.
  ///
  /// Later matches may begin before earlier ones end.
  package func matches(of pattern: PatternID) -> ArraySlice<Match> {
    pattern.index < longest.count ? longest[pattern.index][...] : []
  }

  /// All occurrences of the literals of a set in the text that was scanned last, sorted.
  package func matches(of set: LiteralSetID) -> ArraySlice<Match> {
    let list = MatchLists.set(set.index)
    return list < lists.count ? lists[list][...] : []
  }

  /// Empties what the last search filled and makes room for `patterns`.
  mutating func prepare(lists listCount: Int, patterns: Int) {
    for list in touched where list < lists.count { lists[list].removeAll(keepingCapacity: true) }
    touched.removeAll(keepingCapacity: true)
    for pattern in joined where pattern < longest.count {
      longest[pattern].removeAll(keepingCapacity: true)
      isJoined[pattern] = false
    }
    joined.removeAll(keepingCapacity: true)
    if lists.count != listCount { lists = Array(repeating: [], count: listCount) }
    if longest.count != patterns {
      longest = Array(repeating: [], count: patterns)
      isJoined = Array(repeating: false, count: patterns)
    }
  }

  mutating func append(_ match: Match, to list: Int) {
    if lists[list].isEmpty { touched.append(list) }
    lists[list].append(match)
  }
}
