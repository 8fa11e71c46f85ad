import Documents

/// A text without all that two readers may write differently: script, width, blanks, punctuation.
struct ComparableText: Sendable, Hashable {
  /// Letters and digits of the folded text.
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = String(decoding: Normalizer.fold(text), as: UTF8.self).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "%"
    }
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
