/// Steps of `DocumentReader` by themselves, so that each can be measured.
package enum ReadingStages {
  /// A plain article in UTF-8, normalised but for its layout.
  ///
  /// - Complexity: O(bytes).
  package static func normalised(_ text: [UInt8]) -> [UInt8] {
    var pass = NormalizingPass(text, isContextual: true)
    return pass.run().text
  }
}
