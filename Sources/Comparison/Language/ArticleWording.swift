package import Analysis
package import RuleLanguage
package import SourceText

/// The sentences of one article with names hidden.
package struct ArticleWording: Hashable, Sendable {
  /// A sentence of the body.
  package struct Sentence: Hashable, Sendable {
    /// Position among the body paragraphs, from 0.
    package var paragraph: Int
    /// Bytes of the normalised text of the paragraph.
    package var span: SourceSpan
    /// The words with `mask` for each name.
    package var masked: String
    /// Han characters that no name holds.
    package var han: Int
    /// Of `han`, those in words that the pack calls formulas.
    package var formulaic: Int
  }

  /// Stands for a name.
  package static let mask = "\u{25A1}"

  /// By paragraph, then by place in it; empty where the texts are not at hand.
  package var sentences: [Sentence] = []
  /// By kind of the reader: how many stretches were hidden.
  package var names: [Int]
  /// By body paragraph: the hidden names, by start, in bytes of its normalised text.
  package var nameSpans: [[SourceSpan]] = []

  /// Reads the paragraphs of `analysis`; without their texts there are no sentences.
  ///
  /// - Complexity: O(bytes), see `WordingReader.read`.
  package init(
    _ analysis: AnalysisResult, _ reader: WordingReader, _ scratch: inout Analyzer.Scratch
  ) {
    names = [Int](repeating: 0, count: reader.kinds.count)
    let person = reader.kinds.firstIndex(of: KnownNames.kind)
    let texts = analysis.paragraphs.map { Array($0.text.utf8) }
    let wordings = analysis.paragraphs.map { reader.read($0.text, &scratch) }
    var known = KnownNames()
    if let person {
      for (bytes, wording) in zip(texts, wordings) { known.learn(bytes, wording.names, person) }
    }
    for (index, (bytes, wording)) in zip(texts, wordings).enumerated() {
      for name in wording.names { names[name.kind] += 1 }
      let again = known.spans(in: bytes).filter { span in
        !wording.names.contains { $0.span.overlaps(span) }
      }
      if let person { names[person] += again.count }
      let hidden = (wording.names.map(\.span) + again).sorted { $0.start < $1.start }
      nameSpans.append(hidden)
      for span in wording.sentences {
        let counted = ArticleWording.hanCount(bytes, span, hidden, wording.formulas)
        sentences.append(
          Sentence(
            paragraph: index, span: span, masked: ArticleWording.masked(bytes, span, hidden),
            han: counted.all, formulaic: counted.formulaic))
      }
    }
  }

  /// The positions of the sentences of a body paragraph, counted from 0.
  ///
  /// - Complexity: O(log sentences + sentences of the paragraph).
  package func sentences(ofParagraph paragraph: Int) -> Range<Int> {
    var (start, end) = (0, sentences.count)
    while start < end {
      let middle = start + (end - start) / 2
      if sentences[middle].paragraph < paragraph { start = middle + 1 } else { end = middle }
    }
    while end < sentences.count, sentences[end].paragraph == paragraph { end += 1 }
    return start..<end
  }

  /// The bytes of `span` as text with a mask for each of the `hidden` stretches that it covers.
  static func masked(_ bytes: [UInt8], _ span: SourceSpan, _ hidden: [SourceSpan]) -> String {
    var text = ""
    var position = span.start
    for name in hidden where span.covers(name) && name.start >= position {
      text += String(decoding: bytes[position..<name.start], as: UTF8.self) + mask
      position = name.end
    }
    return text + String(decoding: bytes[position..<span.end], as: UTF8.self)
  }

  /// The words of a slot as a term: names hidden, runs of digits as `#`; nil where only they are
  /// left.
  static func cue(_ text: String, in bytes: [UInt8], _ span: SourceSpan?, _ hidden: [SourceSpan])
    -> String?
  {
    let words = span.map { masked(bytes, $0, hidden) } ?? text
    var cue = ""
    var isNumber = false
    for scalar in words.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit, !isNumber { cue.unicodeScalars.append("#") }
      if !isDigit { cue.unicodeScalars.append(scalar) }
      isNumber = isDigit
    }
    let says = cue.unicodeScalars.contains { $0 != "#" && String($0) != mask && $0 != " " }
    return says ? cue : nil
  }

  private static func hanCount(
    _ bytes: [UInt8], _ span: SourceSpan, _ hidden: [SourceSpan], _ formulas: [SourceSpan]
  ) -> (all: Int, formulaic: Int) {
    var (all, formulaic) = (0, 0)
    var hidden = hidden[...]
    var formulas = formulas[...]
    var position = span.start
    for scalar in String(decoding: bytes[span.start..<span.end], as: UTF8.self).unicodeScalars {
      defer { position += UTF8.width(scalar) }
      guard scalar.isHan else { continue }
      while let first = hidden.first, first.end <= position { hidden.removeFirst() }
      if let first = hidden.first, first.start <= position { continue }
      while let first = formulas.first, first.end <= position { formulas.removeFirst() }
      all += 1
      if let first = formulas.first, first.start <= position { formulaic += 1 }
    }
    return (all, formulaic)
  }
}

/// The names that articles state of themselves, hidden wherever they stand.
package enum StatedNames {
  /// The values of the fields that the pack calls names, in full and without the endings that
  /// names of its gazetteers may lack, if two characters are left.
  ///
  /// - Complexity: O(articles × fields × endings).
  package static func collect(_ articles: [CorpusArticle], _ pack: RulePack) -> [String] {
    let endings = Set(pack.gazetteers.flatMap { $0.endings.values.flatMap(\.self) })
      .sorted { ($1.count, $0) < ($0.count, $1) }
    var names: Set<String> = []
    for article in articles {
      for field in pack.comparison.nameFields {
        for value in [article.facts[field], article.analysis.metadata[field]] {
          guard let value, value.unicodeScalars.count >= 2 else { continue }
          names.insert(value)
          let ending = endings.first { value.hasSuffix($0) }
          if let ending, value.count - ending.count >= 2 {
            names.insert(String(value.dropLast(ending.count)))
          }
        }
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
