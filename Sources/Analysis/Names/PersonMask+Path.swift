import Documents

extension PersonMask {
  /// Marks between the words of a file name, which a text does not have there.
  private static let joints: Set<Unicode.Scalar> = ["_", "-", "+", "."]

  /// What `article` is called, with the names in it hidden; see `MaskedSources`.
  ///
  /// - Complexity: O(bytes × names of the article).
  package mutating func maskedSource(of article: AnalysisResult) -> String {
    learn(article)
    return maskedPath(article.source)
  }

  /// `path` with crosses for the names in it, each part read for itself; slashes and the ending stay.
  ///
  /// - Complexity: O(bytes × names of the article).
  mutating func maskedPath(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(PathPart.init)
    var shown: [String] = []
    for part in parts { shown.append(maskedName(String(part.stem)) + part.ending) }
    return shown.joined(separator: "/")
  }

  /// Names are known as the text of an article is written, folded; a file name is not, and stays as it
  /// is but for the crosses.
  private mutating func maskedName(_ name: String) -> String {
    var folded = ""
    // By byte of the folded name: the character that it comes from.
    var origins: [Int] = []
    for (index, scalar) in name.unicodeScalars.enumerated() {
      let plain = Self.joints.contains(scalar) ? " " : Normalizer.folded(String(scalar))
      folded += plain
      origins += plain.utf8.map { _ in index }
    }
    var characters: Set<Int> = []
    for (byte, isHidden) in hidden(in: folded).enumerated() where isHidden {
      characters.insert(origins[byte])
    }
    let isHidden = name.unicodeScalars.enumerated().flatMap { index, scalar in
      [Bool](repeating: characters.contains(index), count: UTF8.width(scalar))
    }
    return MaskedText(name, isHidden).text
  }
}
