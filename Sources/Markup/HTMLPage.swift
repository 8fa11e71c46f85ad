import SourceText

/// Reads HTML pages.
package enum HTMLPage {
  /// The page as lines: paragraphs, items of lists and rows of tables, without what is not shown.
  ///
  /// Reading never fails. The title and the fields of the head come as lines of their own.
  ///
  /// - Complexity: O(bytes).
  package static func read(_ source: [UInt8]) -> MarkedText {
    var reader = PageReader(source)
    reader.read()
    var outline = reader.outline
    var writer = LineWriter(
      source, elements: outline.elements.count, isLayoutTable: reader.isLayoutTable)
    var runs = reader.runs
    FieldLines.separate(&runs, outline, of: source)
    for run in runs { writer.add(run) }
    let (text, offsets, lines) = writer.finish()
    outline.findMain(writer.weights)
    return MarkedText(text: text, offsets: offsets, lines: lines, outline: outline)
  }

  /// The endings of the names of pages.
  package static let endings = [".html", ".htm", ".shtml", ".xhtml"]

  /// Whether a file with this name is a page.
  ///
  /// - Complexity: O(length of `name`).
  package static func isNamed(_ name: String) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  /// Whether the bytes look like a page: they begin like one, or tags of one stand all over them.
  ///
  /// - Complexity: O(1), for only the first bytes are looked at.
  package static func isLikely(_ source: [UInt8]) -> Bool {
    let start = source.prefix(sampled)
    guard start.prefix(sampled / 16).contains(UInt8(ascii: "<")) else { return false }
    let first =
      start.firstIndex {
        !TagLexer.isBlank($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF
      } ?? 0
    let opening = start[first...].prefix(15).map(\.lowercased)
    if openings.contains(where: { opening.starts(with: $0.utf8) }) { return true }
    var lexer = TagLexer(Array(start))
    var count = 0
    while let token = lexer.next() {
      if case .close(let name) = token, let tag = Tag(lexer.source, name),
        tag.isBlock || tag == .a || tag == .script
      {
        count += 1
        if count >= enough { return true }
      }
    }
    return false
  }

  /// Bytes that are looked at.
  private static let sampled = 1 << 16
  /// So many end tags make a page.
  private static let enough = 12
  private static let openings = ["<!doctype html", "<html", "<head>", "<body"]
}
