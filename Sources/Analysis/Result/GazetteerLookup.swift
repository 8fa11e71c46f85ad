import RuleLanguage

/// Finds out which entry of a table a name means, by the names around it.
struct GazetteerLookup {
  struct Reading: Hashable {
    /// Bytes of the innermost name in the words that were looked up.
    var name: Range<Int>
    /// Indices into the entries of the table; one where the name is resolved.
    var entries: [Int]
  }

  private let index: GazetteerIndex
  private var entries: [Gazetteer.Entry] { index.gazetteer.entries }

  init(_ index: GazetteerIndex) { self.index = index }

  /// What `words` mean; nil where they are not names of the table from end to end.
  ///
  /// Words such as "north county of the south city" name the innermost thing last, and those before
  /// it must be around it. Of entries with one name those stay that a text of `context` supports,
  /// text by text; of those that are left the ones known for `year`, or today where the year is
  /// unknown, go before others: the years of a table have gaps, so they settle only what names do not.
  func reading(of words: [UInt8], context: [[UInt8]], year: Int?) -> Reading? {
    let mentions = index.mentions(in: words)
    var end = 0
    for mention in mentions {
      guard mention.range.lowerBound == end else { return nil }
      end = mention.range.upperBound
    }
    guard let last = mentions.last, end == words.count else { return nil }
    var candidates = last.entries
    let outer = mentions.dropLast().flatMap(\.entries)
    if !outer.isEmpty {
      let supported = supported(last.entries, by: outer)
      if supported.isEmpty { return Reading(name: last.range, entries: last.entries) }
      candidates = supported
    }
    for text in context where candidates.count > 1 {
      let supported = supported(candidates, by: index.mentions(in: text).flatMap(\.entries))
      if !supported.isEmpty { candidates = supported }
    }
    return Reading(name: last.range, entries: current(candidates, year))
  }

  /// Those of `candidates` that are known for the year, or all where none is.
  private func current(_ candidates: [Int], _ year: Int?) -> [Int] {
    let known = candidates.filter { entries[$0].years.contains(year ?? index.lastYear) }
    return known.isEmpty ? candidates : known
  }

  /// Those of `candidates` whose nearest surroundings are named; else those with any named.
  private func supported(_ candidates: [Int], by others: [Int]) -> [Int] {
    let strengths = candidates.map { candidate in
      others.map { strength(candidate, $0) }.max() ?? 0
    }
    guard let best = strengths.max(), best > 0 else { return [] }
    return zip(candidates, strengths).filter { $0.1 == best }.map(\.0)
  }

  /// 2 where the other entry lies directly around the candidate, 1 where it lies farther out.
  private func strength(_ candidate: Int, _ other: Int) -> Int {
    let (inner, outer) = (entries[candidate], entries[other])
    let around = surroundings(inner)
    guard let place = around.firstIndex(of: outer.name),
      surroundings(outer).allSatisfy(around.contains)
    else { return 0 }
    return place == around.count - 1 ? 2 : 1
  }

  /// The names around an entry, the outermost first, without its own.
  private func surroundings(_ entry: Gazetteer.Entry) -> [String] {
    entry.ancestors.filter { !$0.isEmpty && $0 != entry.name }
  }
}
