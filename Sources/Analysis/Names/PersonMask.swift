package import RuleLanguage
import SourceText

/// Puts names of persons out of sight: every character of one becomes a cross.
///
/// Names are known by the words around them, as the pack says; one that was known once in an article
/// is hidden wherever it stands in it. Some names may be missed: no output can promise more.
package struct PersonMask: Sendable {
  private let reader: WordingReader
  private let person: Int?
  private var scratch = Analyzer.Scratch()
  private var known = KnownNames()

  /// A mask that knows no name of an article yet; it hides none where the pack has no kind
  /// `person`.
  ///
  /// - Throws: `CompileError` when names of the pack reach a limit of the automaton.
  /// - Complexity: O(bytes of the patterns that hold names), see `WordingReader`.
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
    // What stands alone in a piece may be known for a name there and not in the whole.
    let directives = article.paragraphs.flatMap(\.directives)
    let pieces = directives.flatMap { directive in
      [directive.text] + directive.slots.flatMap { [$0.text] + $0.others.map(\.text) }
        + [directive.tail, directive.speaker].compactMap { $0?.text }
    }
    for text in article.paragraphs.map(\.text) + article.otherBlocks.map(\.text) + pieces {
      known.learn(Array(text.utf8), reader.read(text, &scratch).names, person)
    }
  }

  /// `text` with crosses for names; it has as many UTF-16 units as before.
  ///
  /// - Complexity: O(bytes × names of the article).
  package mutating func masked(_ text: String) -> String { cover(text).text }

  mutating func cover(_ text: String) -> MaskedText { MaskedText(text, hidden(in: text)) }

  /// By byte of `text`: whether it belongs to a name.
  mutating func hidden(in text: String) -> [Bool] {
    let bytes = Array(text.utf8)
    var isHidden = [Bool](repeating: false, count: bytes.count)
    for span in spans(text) + known.spans(in: bytes) {
      for place in span.start..<span.end { isHidden[place] = true }
    }
    return isHidden
  }

  private mutating func spans(_ text: String) -> [SourceSpan] {
    guard let person else { return [] }
    return reader.read(text, &scratch).names.filter { $0.kind == person }.map(\.span)
  }
}

/// A text with crosses for some of its characters, and where its places have gone.
struct MaskedText {
  private static let cross: Unicode.Scalar = "\u{D7}"

  let text: String
  /// By byte of the text before: the bytes of the new one before it; empty where nothing moved.
  private let places: [Int]

  /// - Precondition: `isHidden` has an entry for each byte of `text`.
  /// - Complexity: O(bytes).
  init(_ text: String, _ isHidden: [Bool]) {
    guard isHidden.contains(true) else {
      self.text = text
      places = []
      return
    }
    var result = String.UnicodeScalarView()
    var places: [Int] = []
    places.reserveCapacity(isHidden.count + 1)
    var count = 0
    for scalar in text.unicodeScalars {
      let hides = isHidden[places.count]
      for _ in 0..<UTF8.width(scalar) { places.append(count) }
      for _ in 0..<(hides ? UTF16.width(scalar) : 1) {
        let shown = hides ? Self.cross : scalar
        result.append(shown)
        count += UTF8.width(shown)
      }
    }
    places.append(count)
    self.text = String(result)
    self.places = places
  }

  /// Where the bytes of `span` stand now.
  func span(_ span: SourceSpan) -> SourceSpan {
    guard !places.isEmpty, span.start >= 0, span.end < places.count else { return span }
    return SourceSpan(places[span.start], places[span.end])
  }
}
