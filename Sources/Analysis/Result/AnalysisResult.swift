/// What the analysis of one document found: plain values, ready for any report.
package struct AnalysisResult: Sendable, Hashable {
  /// The path of the article or the name of the record, as the user gave it.
  package var source: String
  /// The encoding of the file, by its usual name.
  package var encoding: String
  /// What is known of the document beside its text.
  package var metadata: Metadata
  /// Body paragraphs in order.
  package var paragraphs: [ParagraphResult]
  /// Blocks outside the body, with their zone.
  package var otherBlocks: [BlockResult]
  /// The figures of the whole document.
  package var scores: DocumentScores
  /// What was repaired or seen of noise, each kind once.
  package var noise: [NoiseCount]
  /// Statements about the document as a whole, such as undecodable bytes.
  package var notices: [String]

  /// A result of these parts; the encoding is UTF-8 unless it is said.
  package init(
    source: String, encoding: String = "UTF-8", metadata: Metadata, paragraphs: [ParagraphResult],
    otherBlocks: [BlockResult], scores: DocumentScores, noise: [NoiseCount], notices: [String]
  ) {
    self.source = source
    self.encoding = encoding
    self.metadata = metadata
    self.paragraphs = paragraphs
    self.otherBlocks = otherBlocks
    self.scores = scores
    self.noise = noise
    self.notices = notices
  }
}
