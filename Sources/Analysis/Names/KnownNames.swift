package import SourceText

/// The names of persons in one article, hidden wherever they stand in it once they are known.
///
/// A reader finds a name by the words around it: where it stands with a post, speaks or signs. The
/// same name stands alone later, so what was found once is looked for in all of the article. A
/// family name by itself is not: it may be any word.
package struct KnownNames: Sendable {
  /// The kind of names of a pack that persons are.
  package static let kind = "person"
  private static let leastCharacters = 2

  /// Names that begin with one character.
  private struct Family {
    var names: Set<ArraySlice<UInt8>> = []
    /// In bytes, longest first, so that no part of a name counts before the whole.
    var lengths: [Int] = []

    mutating func add(_ name: ArraySlice<UInt8>) {
      guard names.insert(name).inserted, !lengths.contains(name.count) else { return }
      lengths.append(name.count)
      lengths.sort(by: >)
    }
  }

  private var families: [Unicode.Scalar: Family] = [:]

  /// No names; they are learnt article by article.
  package init() {}

  /// Takes the names of kind `person` that were read in `text`.
  ///
  /// - Complexity: O(bytes of the names).
  package mutating func learn(_ text: [UInt8], _ found: [ParagraphWording.Name], _ person: Int) {
    for name in found where name.kind == person {
      let words = String(decoding: text[name.span.start..<name.span.end], as: UTF8.self)
      // Names in a row are found as one: each counts for itself.
      for part in words.unicodeScalars.split(whereSeparator: { !$0.isHan }) {
        guard let first = part.first, part.count >= KnownNames.leastCharacters else { continue }
        let bytes = Array(String(String.UnicodeScalarView(part)).utf8)
        families[first, default: Family()].add(bytes[...])
      }
    }
  }

  /// Where the names stand in `bytes`, by start, disjoint.
  ///
  /// - Complexity: O(bytes + places with the first character of a name × lengths of names with it).
  package func spans(in bytes: [UInt8]) -> [SourceSpan] {
    guard !families.isEmpty else { return [] }
    var spans: [SourceSpan] = []
    var start = 0
    var free = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { start += UTF8.width(scalar) }
      guard start >= free, let family = families[scalar] else { continue }
      let length = family.lengths.first { length in
        start + length <= bytes.count && family.names.contains(bytes[start..<start + length])
      }
      guard let length else { continue }
      free = start + length
      spans.append(SourceSpan(start, free))
    }
    return spans
  }
}
