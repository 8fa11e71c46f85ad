/// The kinds of noise that reading an article repairs or marks.
///
/// The raw value is the place in reports.
package enum NoiseKind: Int, Sendable, Hashable, CaseIterable {
  case undecodableBytes
  case nulBytes
  case entities
  case invisibleCharacters
  case traditionalCharacters
  case pinyin
  case doubledPunctuation
  case innerBlanks
  case pageMarkers
  /// A sentence end that only damage suggests.
  case doubtfulBoundary

  /// The name in reports.
  package var name: String {
    switch self {
    case .undecodableBytes: "undecodable-bytes"
    case .nulBytes: "nul-bytes"
    case .entities: "entities"
    case .invisibleCharacters: "invisible-characters"
    case .traditionalCharacters: "traditional-characters"
    case .pinyin: "pinyin"
    case .doubledPunctuation: "doubled-punctuation"
    case .innerBlanks: "inner-blanks"
    case .pageMarkers: "page-markers"
    case .doubtfulBoundary: "doubtful-boundary"
    }
  }
}

/// How often one kind of noise was repaired or seen.
package struct NoiseTally: Sendable, Hashable {
  /// The name of a `NoiseKind`.
  package let kind: String
  package let count: Int

  package init(kind: NoiseKind, count: Int) {
    self.kind = kind.name
    self.count = count
  }
}

/// Counts by kind while an article is read.
struct NoiseCounter {
  private var counts = [Int](repeating: 0, count: NoiseKind.allCases.count)

  mutating func add(_ kind: NoiseKind, _ count: Int = 1) {
    counts[kind.rawValue] += count
  }

  /// The kinds that occurred, in the order of `NoiseKind`.
  var tallies: [NoiseTally] {
    NoiseKind.allCases.filter { counts[$0.rawValue] > 0 }
      .map { NoiseTally(kind: $0, count: counts[$0.rawValue]) }
  }
}
