package import Analysis
package import RuleLanguage
import SourceText

/// Puts names of persons out of sight: every character of one becomes a cross.
///
/// Names are known by the words around them, as the pack says; one that was known once in an article
/// is hidden wherever it stands in it. Some names may be missed: a page cannot promise more.
package struct PersonMask {
  private static let cross: Unicode.Scalar = "\u{D7}"

  private let reader: WordingReader
  private let person: Int?
  private var scratch = Analyzer.Scratch()
  private var known = KnownNames()

  /// - Throws: `CompileError` when names of the pack reach a limit of the automaton.
  package init(_ pack: RulePack) throws(CompileError) {
    reader = try WordingReader(pack)
    person = reader.kinds.firstIndex(of: KnownNames.kind)
  }

  /// Takes the names of `article` in the place of those of the one before.
  ///
  /// - Complexity: O(bytes), see `WordingReader.read`.
  mutating func learn(_ article: AnalysisResult) {
    known = KnownNames()
    guard let person else { return }
    for text in article.paragraphs.map(\.text) + article.otherBlocks.map(\.text) {
      known.learn(Array(text.utf8), reader.read(text, &scratch).names, person)
    }
  }

  /// `text` with crosses for names; it has as many UTF-16 units as before.
  ///
  /// - Complexity: O(bytes × names of the article).
  mutating func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var isHidden = [Bool](repeating: false, count: bytes.count)
    for span in spans(text) + known.spans(in: bytes) {
      for place in span.start..<span.end { isHidden[place] = true }
    }
    guard isHidden.contains(true) else { return text }
    var result = String.UnicodeScalarView()
    var place = 0
    for scalar in text.unicodeScalars {
      if isHidden[place] {
        for _ in 0..<UTF16.width(scalar) { result.append(PersonMask.cross) }
      } else {
        result.append(scalar)
      }
      place += UTF8.width(scalar)
    }
    return String(result)
  }

  private mutating func spans(_ text: String) -> [SourceSpan] {
    guard let person else { return [] }
    return reader.read(text, &scratch).names.filter { $0.kind == person }.map(\.span)
  }
}
