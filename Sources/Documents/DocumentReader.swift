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
  /// No text of an article is longer, in bytes of UTF-8 without markup.
  package static let longestText = 16 << 20
  /// No article has more clauses; so many take a quarter of a gigabyte, and two where each is a directive.
  package static let mostClauses = 250_000

  /// The article in the UTF-8 text of `file`, normalised, repaired and cut into units.
  ///
  /// Reading never fails; what could not be decoded or was repaired stands in `noise`, and a text
  /// beyond the limits has no units and says so in `reading`.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile) -> Document {
    read(file, options: ReadingOptions(encoding: FoundEncoding(.utf8, .given)))
  }

  /// The article in `file`, decoded as `options` say or as its bytes suggest.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile, options: ReadingOptions) -> Document {
    let found = EncodingDetector.encoding(of: file.bytes, given: options.encoding)
    var reading = Reading(encoding: found)
    var decoded: DecodedText?
    if reading.encoding.encoding != .utf8 {
      decoded = TextDecoder.decode(file.bytes, as: reading.encoding.encoding)
      reading.lacksConverter = decoded == nil
    }
    return read(file, decoded, reading, options.sample)
  }

  private static func read(
    _ file: SourceFile, _ decoded: DecodedText?, _ found: Reading, _ sample: ReadingSample?
  ) -> Document {
    var reading = found
    let content = decoded?.text ?? file.bytes
    let marked = markedText(file.name, content)
    let length = marked?.text.count ?? content.count
    if length > longestText { return empty(file, reading, .text(bytes: length)) }
    let plain = marked?.text ?? content
    var repair = sample.map {
      ShiftRepair(plain, damageBytes(file, decoded, marked, reading), $0)
    }
    let aligned = repair?.run() ?? (text: plain, offsets: OffsetMap(edits: []))
    reading.leavesDamage = repair?.isGivenUp ?? false
    var pass = NormalizingPass(aligned.text, isContextual: true)
    let folded = pass.run()
    var noise = pass.noise
    noise.add(.repairedShifts, repair?.repaired ?? 0)
    noise.add(.doubtfulShifts, repair?.doubtful ?? 0)
    noise.add(.undecodableBytes, (decoded?.damageCount ?? 0) - (repair?.settledCount ?? 0))
    let unsigned =
      marked == nil && MarkdownSigns.mayStand(in: file.name)
      ? MarkdownSigns.removed(from: folded.text)
      : (text: folded.text, offsets: OffsetMap(edits: []))
    let layout = repairedLayout(unsigned.text, &noise)
    let plainOffsets = layout.offsets.composed(over: unsigned.offsets).composed(
      over: folded.offsets
    )
    .composed(over: aligned.offsets)
    let decodedOffsets = marked.map { plainOffsets.composed(over: $0.offsets) } ?? plainOffsets
    let offsets = decoded.map { decodedOffsets.composed(over: $0.offsets) } ?? decodedOffsets
    // The bytes of a line end stand inside characters too in some encodings.
    let lines = decoded.map { SourceFile(name: file.name, bytes: $0.text).lines } ?? file.lines
    var segmenter = Segmenter(layout.text, mostClauses: mostClauses)
    segmenter.run { lines.line(containing: decodedOffsets.original($0)) + 1 }
    if segmenter.clauses.count > mostClauses { return empty(file, reading, .clauses) }
    noise.add(.doubtfulBoundary, segmenter.doubtfulCount)
    let page = marked.map { PageBlocks($0, segmenter.blocks, of: layout.text, plainOffsets) }
    return Document(
      source: file, reading: reading, page: page, text: layout.text, offsets: offsets,
      blocks: segmenter.blocks, sentences: segmenter.sentences, clauses: segmenter.clauses,
      noise: noise.tallies)
  }

  /// The normalised `text` with its lines put right, and the map to it.
  private static func repairedLayout(
    _ text: [UInt8], _ noise: inout NoiseCounter
  ) -> (text: [UInt8], offsets: OffsetMap) {
    let stopped = PointStops(text).replaced()
    let unmarked = LostBlanks(stopped.text).removed(noise: &noise)
    let broken = BlankBreaks(unmarked.text).broken(noise: &noise)
    let marks = MarkBreaks(broken.text).joined(noise: &noise)
    let rows = CellLines(marks.text).joined(noise: &noise)
    let unwrapped = WrappedLines(rows.text).joined(noise: &noise)
    let layout = LayoutRepair(unwrapped.text, noise: &noise).repaired()
    let offsets = layout.offsets.composed(over: unwrapped.offsets).composed(over: rows.offsets)
      .composed(over: marks.offsets).composed(over: broken.offsets).composed(over: unmarked.offsets)
      .composed(over: stopped.offsets)
    return (layout.text, offsets)
  }

  /// The document of a text beyond the limits: nothing of it is kept.
  private static func empty(
    _ file: SourceFile, _ reading: Reading, _ excess: Reading.Excess
  ) -> Document {
    var reading = reading
    reading.excess = excess
    return Document(
      source: file, reading: reading, page: nil, text: [], offsets: OffsetMap(edits: []),
      blocks: [], sentences: [], clauses: [], noise: [])
  }

  /// The bytes behind U+FFFD in a text that was decoded from GB18030.
  private static func damageBytes(
    _ file: SourceFile, _ decoded: DecodedText?, _ marked: MarkedText?, _ reading: Reading
  ) -> DamageBytes? {
    guard let decoded, decoded.damageCount > 0, reading.encoding.encoding == .gb18030 else {
      return nil
    }
    let offsets = marked?.offsets.composed(over: decoded.offsets) ?? decoded.offsets
    return DamageBytes(file.bytes, offsets)
  }

  /// The lines of a text with markup; nil for plain text.
  private static func markedText(_ name: String, _ text: [UInt8]) -> MarkedText? {
    if WordText.isLikely(text) { return WordText.read(text) }
    return HTMLPage.isNamed(name) || HTMLPage.isLikely(text) ? HTMLPage.read(text) : nil
  }
}
