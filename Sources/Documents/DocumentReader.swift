import Markup
package import SourceText

/// Reads the bytes of an article.
package enum DocumentReader {
  /// The article in `file`, decoded, normalised, repaired and cut into units.
  ///
  /// Reading never fails; what could not be decoded or was repaired stands in `noise`.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile) -> Document {
    let marked = markedText(file)
    var pass = NormalizingPass(marked?.text ?? file.bytes, isContextual: true)
    let folded = pass.run()
    var noise = pass.noise
    let layout = LayoutRepair(folded.text, noise: &noise).repaired()
    let plainOffsets = layout.offsets.composed(over: folded.offsets)
    let offsets = marked.map { plainOffsets.composed(over: $0.offsets) } ?? plainOffsets
    var segmenter = Segmenter(layout.text)
    segmenter.run { file.lines.line(containing: offsets.original($0)) + 1 }
    noise.add(.doubtfulBoundary, segmenter.doubtfulCount)
    let page = marked.map { PageBlocks($0, segmenter.blocks, plainOffsets) }
    return Document(
      source: file, page: page, text: layout.text, offsets: offsets, blocks: segmenter.blocks,
      sentences: segmenter.sentences, clauses: segmenter.clauses, noise: noise.tallies)
  }

  /// The lines of a file with markup; nil for plain text.
  private static func markedText(_ file: SourceFile) -> MarkedText? {
    if WordText.isLikely(file.bytes) { return WordText.read(file.bytes) }
    return HTMLPage.isNamed(file.name) || HTMLPage.isLikely(file.bytes)
      ? HTMLPage.read(file.bytes) : nil
  }
}
