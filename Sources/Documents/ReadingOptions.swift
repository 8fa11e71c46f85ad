package import Decoding

/// What is said about a file before it is read.
package struct ReadingOptions: Sendable, Hashable {
  /// The encoding of the file; nil to find it out.
  package var encoding: FoundEncoding?

  package init(encoding: FoundEncoding? = nil) {
    self.encoding = encoding
  }
}

/// What was found out about a file while it was read.
package struct Reading: Sendable, Hashable {
  package var encoding: FoundEncoding
  /// Whether the C library had no converter for the encoding, so that the file was read as UTF-8.
  package var lacksConverter = false

  package init(encoding: FoundEncoding) {
    self.encoding = encoding
  }
}
