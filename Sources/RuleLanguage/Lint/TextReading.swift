/// What the lints must know of the reading of articles, which is done elsewhere.
package struct TextReading: Sendable {
  /// A text as it stands in an article that was read.
  package struct Read: Sendable {
    /// The normalised text.
    package var text: [UInt8]
    /// Its clauses and sentences without the punctuation that ends them.
    package var clauses: [[UInt8]]
    /// From the first clause of each to its last, with what stands between them.
    package var sentences: [[UInt8]]

    /// Creates what reading gave; clauses and sentences lie in `text`, in its order.
    package init(text: [UInt8], clauses: [[UInt8]], sentences: [[UInt8]]) {
      self.text = text
      self.clauses = clauses
      self.sentences = sentences
    }
  }

  /// Folds the words of a pattern as compilation does.
  package let fold: @Sendable (String) -> String
  /// Reads an article.
  package let read: @Sendable (String) -> Read

  /// Creates a reading of functions that give the same for the same text.
  package init(
    fold: @escaping @Sendable (String) -> String, read: @escaping @Sendable (String) -> Read
  ) {
    self.fold = fold
    self.read = read
  }

  /// Where the folded words `text` can stand in an article: in its text at all, in one clause, in
  /// one sentence.
  ///
  /// Found out by reading the words alone, between Han characters, commas, digits and letters, but not
  /// between quotation marks, which may hold what ends a clause elsewhere.
  ///
  /// - Complexity: O(bytes of `text`).
  func reach(of text: String) -> (isThere: Bool, inClause: Bool, inSentence: Bool) {
    let wanted = Array(text.utf8)
    var result = (isThere: false, inClause: false, inSentence: false)
    for (left, right) in Self.surroundings {
      let read = read(left + text + right)
      result.isThere = result.isThere || Self.holds(read.text, wanted)
      result.inClause =
        result.inClause || read.clauses.contains { Self.holds($0, wanted) }
      result.inSentence =
        result.inSentence || read.sentences.contains { Self.holds($0, wanted) }
      if result.inClause { break }
    }
    return result
  }

  private static let surroundings = [
    ("", ""), ("\u{4E00}", "\u{4E01}"), ("x,", ",y"), ("1", "1"), ("x", "x"),
  ]

  private static func holds(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { text[$0...].starts(with: wanted) }
  }
}
