/// The kinds of noise that reading an article repairs or marks.
package enum NoiseKind: String, Sendable, Hashable, CaseIterable {
  case undecodableBytes = "undecodable-bytes"
  /// Stretches that a lost byte had put out of step.
  case repairedShifts = "shifted-bytes-repaired"
  /// Stretches and characters of such that could not be read with certainty.
  case doubtfulShifts = "shifted-bytes"
  case nulBytes = "nul-bytes"
  case entities
  case invisibleCharacters = "invisible-characters"
  case traditionalCharacters = "traditional-characters"
  case pinyin
  case doubledPunctuation = "doubled-punctuation"
  case innerBlanks = "inner-blanks"
  case pageMarkers = "page-markers"
  case tagRemnants = "tag-remnants"
  case forumJunk = "forum-junk"
  case siteNames = "site-names"
  /// A sentence end that only damage suggests.
  case doubtfulBoundary = "doubtful-boundary"
}

/// How often one kind of noise was repaired or seen.
package struct NoiseTally: Sendable, Hashable {
  /// The name of a `NoiseKind`, as it stands in reports.
  package let kind: String
  package let count: Int

  package init(kind: NoiseKind, count: Int) {
    self.kind = kind.rawValue
    self.count = count
  }
}

/// Counts by kind while an article is read.
struct NoiseCounter {
  private var counts: [NoiseKind: Int] = [:]

  mutating func add(_ kind: NoiseKind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  /// The kinds that occurred, in the order of `NoiseKind`.
  var tallies: [NoiseTally] {
    NoiseKind.allCases.compactMap { kind in
      counts[kind].flatMap { $0 > 0 ? NoiseTally(kind: kind, count: $0) : nil }
    }
  }
}
