package import Markup
import SourceText

/// What the markup of a page says of each block of the document.
package struct PageBlocks: Sendable {
  package struct Mark: Sendable, Hashable {
    /// The number of the innermost element around the block in the outline.
    package let element: Int
    /// Share of characters in links, from 0 to 1.
    package let links: Double
    /// 1 to 6, or 0.
    package let heading: Int
    /// Whether the block is a row of a table.
    package let isRow: Bool
    /// Whether the block lies outside of the element that holds most of the text.
    package let isOutside: Bool
  }

  /// By block.
  package let marks: [Mark]
  package let outline: PageOutline

  /// The marks of `blocks`, whose text leads back to the lines by `offsets`.
  init(_ marked: MarkedText, _ blocks: [TextBlock], _ offsets: OffsetMap) {
    let isOutside = marked.outline.isOutsideOfMain()
    outline = marked.outline
    marks = blocks.map { block in
      let line = marked.line(at: offsets.original(block.span.start))
      return Mark(
        element: line?.element ?? 0, links: line?.links ?? 0, heading: line?.heading ?? 0,
        isRow: line?.isRow ?? false, isOutside: line.map { isOutside[$0.element] } ?? false)
    }
  }
}
