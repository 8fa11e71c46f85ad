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

  /// Its runs of four scalars; a shorter text is one run.
  var runs: Set<ArraySlice<Unicode.Scalar>> {
    guard scalars.count >= 4 else { return [scalars[...]] }
    return Set((0...(scalars.count - 4)).map { scalars[$0..<$0 + 4] })
  }
}
