package import SourceText

/// A node of the YAML subset with the span of its text in the file.
package struct SyntaxNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Any scalar; every scalar is text, quoted or not.
    case scalar(Scalar)
    case sequence([SyntaxNode])
    case mapping([Entry])
  }

  package struct Scalar: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
      case plain
      case singleQuoted
      case doubleQuoted
      case literal
      case folded
    }
    /// The value after unquoting and folding.
    package var text: String
    package var style: Style
    /// Byte offset in the file of each UTF-8 byte of `text`, with one more entry for its end.
    ///
    /// `offsets.count == text.utf8.count + 1`, so that a span inside the value has a place in the
    /// file even after escapes and folding.
    package var offsets: ByteOffsets

    package init(text: String, style: Style, offsets: ByteOffsets) {
      self.text = text
      self.style = style
      self.offsets = offsets
    }
  }

  package struct Entry: Hashable, Sendable {
    package var key: SyntaxNode
    package var value: SyntaxNode

    package init(key: SyntaxNode, value: SyntaxNode) {
      self.key = key
      self.value = value
    }
  }

  package var content: Content
  /// The bytes of the node in the file, without trailing comments.
  package var span: SourceSpan

  package init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The value of a scalar; nil for a collection.
  package var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
