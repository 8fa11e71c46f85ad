import Documents
import RuleLanguage
import SourceText

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
  /// By normalised name the place of its first entry in `chain`.
  private let firsts: [ByteKey: Int]
  /// At twice the index of an entry, and one more for its name without an ending, the next such
  /// place with the same normalised name, or -1: one array instead of one for each name.
  private let chain: [Int]
  /// The lengths that names have, in bytes, the longest first.
  private let lengths: [Int]

  /// - Complexity: O(bytes of the names).
  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var firsts: [ByteKey: Int] = [:]
    firsts.reserveCapacity(2 * gazetteer.entries.count)
    var chain = Array(repeating: -1, count: 2 * gazetteer.entries.count)
    var lengths: Set<Int> = []
    // From the last entry to the first, so that a chain leads through the table in its order.
    for (index, entry) in gazetteer.entries.enumerated().reversed() {
      for (place, name) in [
        (2 * index + 1, gazetteer.shortName(of: entry)), (2 * index, entry.name),
      ] {
        guard let name else { continue }
        let folded = Normalizer.folded(name)
        chain[place] = firsts.updateValue(place, forKey: ByteKey(folded)) ?? -1
        lengths.insert(folded.utf8.count)
      }
    }
    self.firsts = firsts
    self.chain = chain
    self.lengths = lengths.sorted(by: >)
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
        guard start + length <= text.count else { return nil }
        let entries = entries(called: text[start..<(start + length)])
        return entries.isEmpty
          ? nil : Mention(range: start..<(start + length), entries: entries)
      }.first
      if let found { result.append(found) }
      start = found?.range.upperBound ?? start + 1
    }
    return result
  }

  /// The entries with the normalised name, in the order of the table.
  private func entries(called name: ArraySlice<UInt8>) -> [Int] {
    var entries: [Int] = []
    var place = firsts[ByteKey(String(decoding: name, as: UTF8.self))] ?? -1
    while place >= 0 {
      entries.append(place / 2)
      place = chain[place]
    }
    return entries
  }
}
