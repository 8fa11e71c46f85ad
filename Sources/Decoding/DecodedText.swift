package import SourceText

/// What a decoder made of the bytes of a file.
package struct DecodedText: Sendable {
  /// Valid UTF-8.
  package let text: [UInt8]
  /// From `text` to the bytes of the file.
  package let offsets: OffsetMap
  /// How many pieces of the file could not be decoded; each is one U+FFFD in the text.
  package let damageCount: Int
}
