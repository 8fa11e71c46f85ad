package import Markup
import SourceText

/// What the markup of a page says of each block of the document.
package struct PageBlocks: Sendable {
  /// What the markup says of one block: that of the line on which the block begins.
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
    /// Whether the block is a line of the page's head.
    package let isHead: Bool
    /// Whether the block stands on the page, and its words in the title of the page's head as well.
    package let isInPageTitle: Bool
  }

  /// By block.
  package let marks: [Mark]
  /// The elements that `Mark.element` numbers.
  package let outline: PageOutline

  /// The marks of `blocks` of `text`, which leads back to the lines by `offsets`.
  init(_ marked: MarkedText, _ blocks: [TextBlock], of text: [UInt8], _ offsets: OffsetMap) {
    let isOutside = marked.outline.isOutsideOfMain()
    let lines = blocks.map { marked.line(at: offsets.original($0.span.start)) }
    let titles = PageTitles(
      zip(blocks, lines).filter { $1.map { marked.outline.isTitleOfHead($0.element) } ?? false }
        .map { text[$0.0.span.start..<$0.0.span.end] })
    outline = marked.outline
    marks = zip(blocks, lines).map { block, line in
      let element = line?.element ?? 0
      return Mark(
        element: element, links: line?.links ?? 0, heading: line?.heading ?? 0,
        isRow: line?.isRow ?? false, isOutside: isOutside[element],
        isHead: marked.outline.isOfHead(element),
        isInPageTitle: !marked.outline.isOfHead(element)
          && titles.hold(text[block.span.start..<block.span.end]))
    }
  }
}

/// The titles that the head of a page gives it, with all that sites add to them.
struct PageTitles {
  /// More and longer ones are not looked at, so that asking is cheap.
  private static let most = 4
  private static let longest = 600
  /// Words shorter than this many bytes stand in a title by chance.
  private static let shortest = 12

  private let titles: [[UInt8]]

  init(_ titles: some Sequence<ArraySlice<UInt8>>) {
    self.titles = titles.lazy.map(Self.words).filter { $0.count <= Self.longest }
      .prefix(Self.most).map { $0 }
  }

  /// Whether one of the titles holds all of `line`; blanks do not count.
  func hold(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= Self.shortest, line.count <= 2 * Self.longest, !titles.isEmpty else {
      return false
    }
    let words = Self.words(line)
    return titles.contains { title in
      guard words.count >= Self.shortest, words.count <= title.count else { return false }
      return (0...title.count - words.count).contains {
        title[$0] == words[0] && title[$0..<$0 + words.count].elementsEqual(words)
      }
    }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.filter { $0 != UInt8(ascii: " ") }
  }
}
