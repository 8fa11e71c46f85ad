package import SourceText

/// A node of the YAML subset with the span of its text in the file.
package struct SyntaxNode: Hashable, Sendable {
  /// A scalar or one of the two collections.
  package enum Content: Hashable, Sendable {
    /// Any scalar; every scalar is text, quoted or not.
    case scalar(Scalar)
    /// The members as written; empty for `[]` only.
    case sequence([SyntaxNode])
    /// The entries as written, of a key that stands twice the first; empty for `{}` only.
    case mapping([Entry])
  }

  /// A text with the way it was written.
  package struct Scalar: Hashable, Sendable {
    /// How the scalar is written; what it means depends on `text` alone.
    package enum Style: Hashable, Sendable {
      /// Without quotes; also the empty scalar behind a key without a value.
      case plain
      /// Between `'`, in which a doubled one stands for itself.
      case singleQuoted
      /// Between `"`, with escapes.
      case doubleQuoted
      /// A block after `|`, with its line ends.
      case literal
      /// A block after `>`, whose line ends become blanks.
      case folded
    }
    /// The value after unquoting and folding.
    package var text: String
    /// As it stands in the file; the formatter keeps what it must.
    package var style: Style
    /// Byte offset in the file of each UTF-8 byte of `text`, with one more entry for its end.
    ///
    /// `offsets.count == text.utf8.count + 1`, so that a span inside the value has a place in the
    /// file even after escapes and folding.
    package var offsets: ByteOffsets

    /// Creates a scalar; `offsets` has one more member than `text` has bytes of UTF-8.
    package init(text: String, style: Style, offsets: ByteOffsets) {
      self.text = text
      self.style = style
      self.offsets = offsets
    }
  }

  /// A key with its value.
  package struct Entry: Hashable, Sendable {
    /// A scalar on one line.
    package var key: SyntaxNode
    /// The empty scalar where the file gives none.
    package var value: SyntaxNode

    /// Creates an entry from nodes of one file.
    package init(key: SyntaxNode, value: SyntaxNode) {
      self.key = key
      self.value = value
    }
  }

  /// What the node holds.
  package var content: Content
  /// The bytes of the node in the file, without trailing comments.
  package var span: SourceSpan

  /// Creates a node for the bytes `span` of the file that is parsed.
  package init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The value of a scalar; nil for a collection.
  package var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
