import Documents
import SourceText

/// A text without all that two readers may write differently: script, width, blanks, punctuation.
struct ComparableText: Sendable, Hashable {
  /// Letters and digits of the folded text.
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = String(decoding: Normalizer.fold(text), as: UTF8.self).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "%"
    }
  }

  /// Where `part` stands first at or after `start`, in scalars.
  ///
  /// - Complexity: O(length · length of `part`).
  func span(of part: ComparableText, from start: Int = 0) -> SourceSpan? {
    let size = part.scalars.count
    guard size > 0, start + size <= scalars.count else { return nil }
    for index in start...(scalars.count - size)
    where scalars[index..<index + size].elementsEqual(part.scalars) {
      return SourceSpan(index, index + size)
    }
    return nil
  }

  /// The share of common runs of four scalars among those of either text, from 0 to 1.
  func similarity(to other: ComparableText) -> Double {
    if self == other { return 1 }
    let own = runs
    let others = other.runs
    let all = own.union(others).count
    return all > 0 ? Double(own.intersection(others).count) / Double(all) : 0
  }

  private var runs: Set<ArraySlice<Unicode.Scalar>> {
    guard scalars.count >= 4 else { return [scalars[...]] }
    return Set((0...(scalars.count - 4)).map { scalars[$0..<$0 + 4] })
  }
}
