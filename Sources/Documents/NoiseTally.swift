/// The kinds of noise that reading an article repairs or marks.
package enum NoiseKind: String, Sendable, Hashable, CaseIterable {
  /// Pieces of the file that are no character in its encoding, without those that count as shifts.
  case undecodableBytes = "undecodable-bytes"
  /// Stretches that a lost byte had put out of step.
  case repairedShifts = "shifted-bytes-repaired"
  /// Stretches and characters of such that could not be read with certainty.
  case doubtfulShifts = "shifted-bytes"
  /// Bytes 0, which are removed.
  case nulBytes = "nul-bytes"
  /// Character references that are left in the text, such as `&amp;`, put into characters.
  case entities
  /// Characters without width, such as a soft hyphen or a variation selector, which are removed.
  case invisibleCharacters = "invisible-characters"
  /// Characters written in simplified script.
  case traditionalCharacters = "traditional-characters"
  /// Bracketed readings behind a Han character, such as `(zhuāng)`, which are removed.
  case pinyin
  /// Commas, colons, semicolons and stops that repeat the one before them, which are removed.
  case doubledPunctuation = "doubled-punctuation"
  /// Blanks between Han characters of prose and around its figures and question marks for blanks, which are
  /// removed, and blanks that stand for line ends, which become such.
  case innerBlanks = "inner-blanks"
  /// Numbers of pages inside the text, which are removed; halves of a sentence are joined.
  case pageMarkers = "page-markers"
  /// Rows of a table whose cells had a line each, which are put together.
  case cellLines = "cell-lines"
  /// Line ends where a text was cut at a width, which are removed.
  case wrappedLines = "wrapped-lines"
  /// Pieces of tags and of forum markup, which are removed or become a line end.
  case tagRemnants = "tag-remnants"
  /// Strings that forums strew into a text against copying, which are removed.
  case forumJunk = "forum-junk"
  /// Repeated names of the site inside the text, which are removed.
  case siteNames = "site-names"
  /// A sentence end that only damage suggests.
  case doubtfulBoundary = "doubtful-boundary"
}

/// How often one kind of noise was repaired or seen.
package struct NoiseTally: Sendable, Hashable {
  /// The name of a `NoiseKind`, as it stands in reports.
  package let kind: String
  /// How many places, or characters where the kind is one of characters; at least 1 in a document.
  package let count: Int

  /// Creates a tally; `count` is positive.
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
