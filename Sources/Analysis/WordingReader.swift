import Documents
import PatternAutomaton
package import RuleLanguage
package import SourceText

/// What the wording of one paragraph is made of, in bytes of its normalised text.
package struct ParagraphWording: Sendable, Hashable {
  /// Words that are a name, without what does not belong to it.
  package struct Name: Sendable, Hashable {
    /// Position of the mask in `WordingReader.kinds`.
    package var kind: Int
    /// Bytes of the paragraph's text, 0-based, half-open; not empty.
    package var span: SourceSpan
  }

  /// In the order of the text, without closing punctuation.
  package var sentences: [SourceSpan]
  /// By start, disjoint.
  package var names: [Name]
  /// By start, disjoint: words that say next to nothing.
  package var formulas: [SourceSpan]
}

/// Finds sentences, names and formulas in text that was normalised before, such as that of a saved
/// analysis: no rule is evaluated.
///
/// Immutable: one reader serves any number of threads, each with its own `Analyzer.Scratch`.
package struct WordingReader: Sendable {
  /// The kinds of names: those of the pack, then the names that were given.
  package let kinds: [String]
  /// What the names that were given are called among the kinds.
  package static let given = "stated"

  private struct Mask: Sendable {
    let pattern: PatternID
    let trim: [PatternID]
  }

  private let patterns: PatternSet
  private let masks: [Mask?]
  private let formulas: [PatternID]
  private let names: LiteralSetID
  private let letterCase: LetterCase

  /// Compiles what the pack says of names and formulas; `names` are hidden besides.
  ///
  /// - Throws: `CompileError` when a pattern reaches a limit of the automaton.
  /// - Complexity: O(bytes of these patterns and of `names`).
  package init(_ pack: RulePack, names given: [String] = []) throws(CompileError) {
    var lowering = PatternLowering(pack)
    var masks: [Mask?] = []
    for mask in pack.comparison.masks {
      guard !mask.patterns.isEmpty else {
        masks.append(nil)
        continue
      }
      let pattern = try lowering.alternatives(mask.patterns, except: mask.exceptions)
      var trim: [PatternID] = []
      for words in mask.trim { trim.append(try lowering.lower(words, window: .block)) }
      masks.append(Mask(pattern: pattern, trim: trim))
    }
    var formulas: [PatternID] = []
    for words in pack.comparison.formulas {
      formulas.append(try lowering.lower(words, window: .clause))
    }
    names = lowering.literalSet(of: given)
    self.masks = masks
    self.formulas = formulas
    kinds = pack.comparison.masks.map(\.name) + [WordingReader.given]
    letterCase = pack.letterCase
    patterns = try lowering.build()
  }

  /// Reads one paragraph, or any text without line breaks.
  ///
  /// Of names that overlap the one that begins first counts, of those the longest.
  ///
  /// - Complexity: O(bytes), plus the patterns whose words occur.
  package func read(_ text: String, _ scratch: inout Analyzer.Scratch) -> ParagraphWording {
    let bytes = Array(text.utf8)
    let cut = Segmenter.cut(bytes)
    func window(_ span: SourceSpan) -> Window {
      Window(start: Int32(span.start), end: Int32(span.end))
    }
    let haystack = Haystack(
      bytes: letterCase.folded(bytes), clauses: cut.clauses.map { window($0.span) },
      sentences: cut.sentences.map { window($0.span) }, blocks: cut.blocks.map { window($0.span) })
    patterns.scan(haystack, &scratch.matches)
    func spans(_ pattern: PatternID) -> [SourceSpan] {
      patterns.matches(of: pattern, in: haystack, &scratch.matches)
        .map { SourceSpan(Int($0.start), Int($0.end)) }
    }
    var found: [ParagraphWording.Name] = patterns.matches(of: names, &scratch.matches).map {
      ParagraphWording.Name(kind: masks.count, span: SourceSpan(Int($0.start), Int($0.end)))
    }
    for (kind, mask) in masks.enumerated() {
      guard let mask else { continue }
      let matches = spans(mask.pattern)
      guard !matches.isEmpty else { continue }
      let edges = mask.trim.map(spans)
      found += matches.compactMap { match in
        // Of the text's edges only those inside the name, of which there are few.
        let inside = edges.flatMap { edges in
          edges[edges.firstSorted { $0.start >= match.start }...].prefix { $0.start < match.end }
        }
        return match.trimmed(by: inside).map { ParagraphWording.Name(kind: kind, span: $0) }
      }
    }
    return ParagraphWording(
      sentences: cut.sentences.map(\.span),
      names: WordingReader.disjoint(found, \.span),
      formulas: WordingReader.disjoint(formulas.flatMap(spans), \.self))
  }

  private static func disjoint<Item>(
    _ items: [Item], _ span: (Item) -> SourceSpan
  ) -> [Item] {
    var end = 0
    return items.sorted {
      (span($0).start, span($1).end) < (span($1).start, span($0).end)
    }.filter { item in
      guard span(item).start >= end, !span(item).isEmpty else { return false }
      end = span(item).end
      return true
    }
  }
}
