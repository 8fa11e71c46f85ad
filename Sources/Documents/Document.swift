package import SourceText

/// One article as every later stage reads it: a normalised text cut into units, with a way back.
///
/// Blocks, sentences and clauses are three flat arrays in text order. A block names its sentences
/// and clauses, a sentence its clauses, by index ranges into them:
///
///     blocks     |———— 0 ————|— 1 —|
///     sentences  |— 0 —|— 1 —|— 2 —|
///     clauses    | 0|1 | 2 |3|  4  |
///
/// Every span is one of `text`; `offsets` takes it to the bytes of `source`.
package struct Document: Sendable {
  /// The file as it came; results point into its bytes.
  package let source: SourceFile
  /// In which encoding it was read, and why it has no units where it has none.
  package let reading: Reading
  /// What the markup says of the blocks; nil for text without markup.
  package let page: PageBlocks?
  /// The normalised text: valid UTF-8 with LF as line end.
  package let text: [UInt8]
  /// From `text` to the bytes of `source`, through every step: decoding, markup, repair, folding,
  /// layout.
  package let offsets: OffsetMap
  /// The lines that are not blank, after pages were rejoined and lost line breaks restored.
  package let blocks: [TextBlock]
  /// Of all blocks, in text order.
  package let sentences: [Sentence]
  /// Of all sentences, in text order; at most `DocumentReader.mostClauses`.
  package let clauses: [Clause]
  /// What was repaired or is doubtful; only kinds that occurred, in the order of `NoiseKind`.
  package let noise: [NoiseTally]
}

/// A line of the normalised text that is not blank.
package struct TextBlock: Sendable, Hashable {
  /// The line without blanks at its ends, in the normalised text.
  package let span: SourceSpan
  /// The line of the original file, counted from 1, on which the block begins.
  package let line: Int
  /// Indices into `Document.sentences`; empty for a block of mere punctuation.
  package let sentences: Range<Int>
  /// Indices into `Document.clauses`: those of its sentences together.
  package let clauses: Range<Int>
}

/// A stretch that ends at a full stop, a question or exclamation mark, or with its block.
///
/// A stop inside a short closed pair of quotation marks or brackets does not end a sentence. A
/// sentence has at least one clause; a block of mere punctuation has no sentence.
package struct Sentence: Sendable, Hashable {
  /// From the first clause to the last, without closing punctuation, in the normalised text.
  package let span: SourceSpan
  /// Indices into `Document.clauses`; never empty.
  package let clauses: Range<Int>
  /// Index of the block that holds the sentence.
  package let block: Int
  /// Whether punctuation ended the sentence, rather than damage or the end of the block.
  package let isClosed: Bool
  /// Whether the sentence ends at damaged text: at bytes that no decoder could read, or at two
  /// question marks in the place of a lost stop.
  package let isDoubtful: Bool
}

/// A stretch of a sentence between two delimiters; never empty.
package struct Clause: Sendable, Hashable {
  /// The content without delimiter and blanks, in the normalised text.
  package let span: SourceSpan
  /// Index of the sentence that holds the clause.
  package let sentence: Int
  /// What follows the clause; the last of a sentence has `stop` or `none`.
  package let delimiter: Delimiter
}

/// What ends a clause.
package enum Delimiter: Sendable, Hashable {
  /// A comma, or the tab between two cells of a row; the enumeration comma 、 ends no clause.
  case comma
  /// Taken for the border between two items when directives are looked for.
  case semicolon
  /// None inside a time or an address, such as 12:30.
  case colon
  /// A sentence end by punctuation or at damaged text.
  case stop
  /// The end of the block.
  case none
}
