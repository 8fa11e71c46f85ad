package import Decoding

/// What is said about a file before it is read.
package struct ReadingOptions: Sendable, Hashable {
  /// The encoding of the file; nil to find it out.
  package var encoding: FoundEncoding?
  /// What tells plausible text from damage; nil where bytes that were lost are left alone.
  package var sample: ReadingSample?

  /// Creates options; without arguments the encoding is found out and no lost byte is put back.
  package init(encoding: FoundEncoding? = nil, sample: ReadingSample? = nil) {
    self.encoding = encoding
    self.sample = sample
  }
}

/// What was found out about a file while it was read.
package struct Reading: Sendable, Hashable {
  /// The encoding of the file's bytes, and how it is known.
  package var encoding: FoundEncoding
  /// Whether the C library had no converter for the encoding, so that the file was read as UTF-8.
  package var lacksConverter = false
  /// Whether places that may have lost bytes were left as they are without a search, for there were too many.
  package var leavesDamage = false
  /// Why the text was not cut into units; nil where it was.
  package var excess: Excess?

  /// More text than is read as one article.
  package enum Excess: Sendable, Hashable {
    /// So many bytes of text in UTF-8, without markup.
    case text(bytes: Int)
    /// More clauses than the limit.
    case clauses
  }

  /// A reading in which nothing went wrong yet.
  package init(encoding: FoundEncoding) {
    self.encoding = encoding
  }
}
