/// Steps of `DocumentReader` by themselves, so that each can be measured.
package enum ReadingStages {
  /// A plain article in UTF-8, normalised but for its layout.
  package static func normalised(_ text: [UInt8]) -> [UInt8] {
    var pass = NormalizingPass(text, isContextual: true)
    return pass.run().text
  }

  /// The parts of a text that was normalised before, each line a block; lines count from 0.
  package static func segmented(
    normalised text: [UInt8]
  ) -> (blocks: [TextBlock], sentences: [Sentence], clauses: [Clause]) {
    var segmenter = Segmenter(text)
    segmenter.run { _ in 0 }
    return (segmenter.blocks, segmenter.sentences, segmenter.clauses)
  }

  /// How many sentences a normalised text is cut into.
  package static func sentenceCount(ofNormalised text: [UInt8]) -> Int {
    var segmenter = Segmenter(text)
    segmenter.run { _ in 1 }
    return segmenter.sentences.count
  }
}
