import Decoding
import Markup
package import SourceText

/// Reads the bytes of an article.
///
///     bytes → decoded to UTF-8 → put in step → normalised → layout repaired → cut into units
///
/// Each step yields a text and its map to the step before; a step that has nothing to do costs
/// nothing.
package enum DocumentReader {
  /// The article in the UTF-8 text of `file`, normalised, repaired and cut into units.
  ///
  /// Reading never fails; what could not be decoded or was repaired stands in `noise`.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile) -> Document {
    read(file, options: ReadingOptions(encoding: FoundEncoding(.utf8, .given)))
  }

  /// The article in `file`, decoded as `options` say or as its bytes suggest.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile, options: ReadingOptions) -> Document {
    var reading = Reading(encoding: options.encoding ?? EncodingDetector.encoding(of: file.bytes))
    var decoded: DecodedText?
    if reading.encoding.encoding != .utf8 {
      decoded = TextDecoder.decode(file.bytes, as: reading.encoding.encoding)
      reading.lacksConverter = decoded == nil
    }
    return read(file, decoded, reading)
  }

  private static func read(
    _ file: SourceFile, _ decoded: DecodedText?, _ reading: Reading
  ) -> Document {
    let content = decoded?.text ?? file.bytes
    let marked = markedText(file.name, content)
    var repair = ShiftRepair(
      marked?.text ?? content,
      wasPairs: decoded != nil && reading.encoding.encoding == .gb18030)
    let aligned = repair.run()
    var pass = NormalizingPass(aligned.text, isContextual: true)
    let folded = pass.run()
    var noise = pass.noise
    noise.add(.repairedShifts, repair.repaired)
    noise.add(.doubtfulShifts, repair.doubtful)
    noise.add(.undecodableBytes, decoded?.damageCount ?? 0)
    let layout = LayoutRepair(folded.text, noise: &noise).repaired()
    let plainOffsets = layout.offsets.composed(over: folded.offsets)
      .composed(over: aligned.offsets)
    let decodedOffsets = marked.map { plainOffsets.composed(over: $0.offsets) } ?? plainOffsets
    let offsets = decoded.map { decodedOffsets.composed(over: $0.offsets) } ?? decodedOffsets
    // The bytes of a line end stand inside characters too in some encodings.
    let lines = decoded.map { SourceFile(name: file.name, bytes: $0.text).lines } ?? file.lines
    var segmenter = Segmenter(layout.text)
    segmenter.run { lines.line(containing: decodedOffsets.original($0)) + 1 }
    noise.add(.doubtfulBoundary, segmenter.doubtfulCount)
    let page = marked.map { PageBlocks($0, segmenter.blocks, of: layout.text, plainOffsets) }
    return Document(
      source: file, reading: reading, page: page, text: layout.text, offsets: offsets,
      blocks: segmenter.blocks, sentences: segmenter.sentences, clauses: segmenter.clauses,
      noise: noise.tallies)
  }

  /// The lines of a text with markup; nil for plain text.
  private static func markedText(_ name: String, _ text: [UInt8]) -> MarkedText? {
    if WordText.isLikely(text) { return WordText.read(text) }
    return HTMLPage.isNamed(name) || HTMLPage.isLikely(text) ? HTMLPage.read(text) : nil
  }
}
