package import SourceText

/// A page or a file with markup, read as lines of text.
package struct MarkedText: Sendable {
  /// The lines, separated by LF; valid UTF-8 where the source is.
  package let text: [UInt8]
  /// The way back from `text` to the bytes of the source.
  package let offsets: OffsetMap
  /// In the order of the text; every line has at least one character.
  package let lines: [MarkedLine]
  /// The elements that `MarkedLine.element` numbers.
  package let outline: PageOutline

  /// The line that holds `offset` of `text`; the last that begins before it.
  ///
  /// - Complexity: O(log lines).
  package func line(at offset: Int) -> MarkedLine? {
    let next = lines.firstSorted { $0.start > offset }
    return next == 0 ? nil : lines[next - 1]
  }
}

/// What the markup says of one line.
package struct MarkedLine: Sendable, Hashable {
  /// Offset of the line's first byte in the text.
  package let start: Int
  /// The number of the innermost element around the line's first character.
  package let element: Int
  /// Share of the line's characters that stand in links, from 0 to 1; blanks do not count.
  package let links: Double
  /// 1 to 6 in a heading, else 0.
  package let heading: Int
  /// Whether the line joins cells of a row of a table.
  package let isRow: Bool
}
