import Documents
import RuleLanguage

/// A gazetteer by the normalised bytes of its names.
struct GazetteerIndex: Sendable {
  /// A name of the table in a text.
  struct Mention: Hashable, Sendable {
    /// Bytes of the text.
    let range: Range<Int>
    /// Indices into the entries of the table.
    let entries: [Int]
  }

  let gazetteer: Gazetteer
  /// The last year that any entry knows.
  let lastYear: Int
  private let names: [ArraySlice<UInt8>: [Int]]
  /// The lengths that names have, in bytes, the longest first.
  private let lengths: [Int]

  /// - Complexity: O(bytes of the names).
  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var names: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, entry) in gazetteer.entries.enumerated() {
      for name in [entry.name, gazetteer.shortName(of: entry)] {
        if let name { names[Normalizer.fold(name)[...], default: []].append(index) }
      }
    }
    self.names = names
    lengths = Set(names.keys.map(\.count)).sorted(by: >)
    lastYear = gazetteer.entries.map(\.years.upperBound).max() ?? 0
  }

  /// The names in a normalised text from left to right, of those with one start the longest; none
  /// overlaps another.
  ///
  /// - Complexity: O(bytes of the text times lengths of names).
  func mentions(in text: [UInt8]) -> [Mention] {
    var result: [Mention] = []
    var start = 0
    while start < text.count {
      let found = lengths.lazy.compactMap { length -> Mention? in
        guard start + length <= text.count, let entries = names[text[start..<(start + length)]]
        else { return nil }
        return Mention(range: start..<(start + length), entries: entries)
      }.first
      if let found { result.append(found) }
      start = found?.range.upperBound ?? start + 1
    }
    return result
  }
}
