package import SourceText

/// Reads the bytes of an article.
package enum DocumentReader {
  /// The article in `file`, decoded, normalised, repaired and cut into units.
  ///
  /// Reading never fails; what could not be decoded or was repaired stands in `noise`.
  ///
  /// - Complexity: O(bytes), apart from a logarithm for the line of each block.
  package static func read(_ file: SourceFile) -> Document {
    var pass = NormalizingPass(file.bytes, isContextual: true)
    let folded = pass.run()
    var noise = pass.noise
    let layout = LayoutRepair(folded.text, noise: &noise).repaired()
    let offsets = layout.offsets.composed(over: folded.offsets)
    var segmenter = Segmenter(layout.text)
    segmenter.run { file.lines.line(containing: offsets.original($0)) + 1 }
    noise.add(.doubtfulBoundary, segmenter.doubtfulCount)
    return Document(
      source: file, text: layout.text, offsets: offsets, blocks: segmenter.blocks,
      sentences: segmenter.sentences, clauses: segmenter.clauses, noise: noise.tallies)
  }
}
