import SourceText

/// Joins lines that were cut at a width, as mail, terminals and text taken from printed pages have
/// them: the halves of a sentence become one line again.
///
/// That a text is cut at a width shows in the lines that end in the middle of a sentence: they are
/// about as long as one another, no prose runs on beyond them, stops stand inside of them, and
/// shorter lines close what they leave open. Lists, headings, rows of tables and verse lack one of
/// these, and so does a text with a paragraph on each line. Of a few lines more is asked (`ShortRuns`).
struct WrappedLines {
  /// Fewer lines than this that end in the middle of a sentence may do so by chance.
  private static let fewest = 4
  /// So many lines of one length are no list.
  private static let many = 5
  /// Columns that such lines may be shorter than the width: words and figures are not cut, and marks
  /// do not begin a line.
  private static let slack = 8
  /// Columns that they may be longer than the width: marks that hang over.
  private static let overhang = 6
  /// Columns of a Han character.
  private static let character = 2
  /// What begins a page in text taken from printed pages.
  private static let formFeed: UInt8 = 0x0C
  /// Widths in columns, of which a Han character has two.
  private static let widths = 30...160

  private let text: [UInt8]
  private let lines: [Line]
  /// Where a line begins with a form feed, which is no part of it.
  private let feeds: [Int]

  /// The lines of `text`, which is normalised.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    self.text = text
    var lines: [Line] = []
    var feeds: [Int] = []
    var isAfterBlank = true
    var isAfterPage = false
    for line in TextLines(text) {
      let beginsPage = text[line].first == Self.formFeed
      if beginsPage { feeds.append(line.lowerBound) }
      let content = TextLine.trimmed(beginsPage ? line.dropFirst() : line, of: text)
      // The number of a page inside of a sentence, and what stands around it, is no line of the text.
      if beginsPage || PageLabel.isNumber(content, of: text), lines.last?.goesOn ?? false {
        isAfterPage = true
        if content.isEmpty || PageLabel.isNumber(content, of: text) { continue }
      }
      if !content.isEmpty {
        let indent = content.lowerBound - line.lowerBound - (beginsPage ? 1 : 0)
        lines.append(
          Line(
            content, of: text, indent: indent, isAfterBlank: isAfterBlank && !isAfterPage,
            isAfterPage: isAfterPage))
        isAfterPage = false
      }
      isAfterBlank = content.isEmpty
    }
    self.lines = lines
    self.feeds = feeds
  }

  /// The text with its lines joined, and the map to the text as it was; the text itself if it was
  /// not cut at a width.
  ///
  /// - Complexity: O(lines · log(lines) + bytes).
  func joined(noise: inout NoiseCounter) -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    var rest = feeds[...]
    func removeFeeds(before offset: Int) {
      while let feed = rest.first, feed < offset {
        rest.removeFirst()
        if feed >= rewriter.taken { rewriter.replace(feed..<feed + 1, with: []) }
      }
    }
    for gap in gaps() {
      removeFeeds(before: gap.lowerBound)
      let isPage = !text[gap].allSatisfy { $0 == UInt8(ascii: "\n") || TextLine.isBlank($0) }
      noise.add(isPage ? .pageMarkers : .wrappedLines)
      let isBetweenWords =
        text[gap.lowerBound - 1].isLetter && text[gap.upperBound].isLetter
      rewriter.replace(gap, with: isBetweenWords ? [UInt8(ascii: " ")] : [])
    }
    removeFeeds(before: text.count)
    return rewriter.finish()
  }

  /// What stands between the halves of sentences, in text order; nothing if the text was not cut at a width.
  ///
  /// - Complexity: O(lines · log(lines)).
  func gaps() -> [Range<Int>] {
    guard let width = width() else {
      return Set(ShortRuns(lines).gaps() + pageGaps()).sorted { $0.lowerBound < $1.lowerBound }
    }
    let full = (width - Self.slack)...
    let marksParagraphs = marksParagraphs(width)
    var isContinued = false
    return lines.indices.dropLast().compactMap { index in
      let (line, next) = (lines[index], lines[index + 1])
      let isInside = isContinued
      isContinued = false
      guard full.contains(line.columns), line.mayGoOn(in: next),
        marksParagraphs
          || !line.isClosed
            && (isInside || line.hasMark || line.isCutInside
              || next.hasMark && abs(line.columns - width) <= Self.character)
      else { return nil }
      isContinued = true
      return line.content.upperBound..<next.content.lowerBound
    }
  }

  /// What stands between the halves of sentences that the number of a page cut, where lines are not.
  private func pageGaps() -> [Range<Int>] {
    zip(lines, lines.dropFirst()).compactMap { line, next in
      next.isAfterPage && line.goesOn && line.hasMark && line.mayGoOn(in: next)
        ? line.content.upperBound..<next.content.lowerBound : nil
    }
  }

  /// The width in columns that the text was cut at; nil if there is none.
  private func width() -> Int? {
    let open = lines.indices.dropLast().filter {
      lines[$0].hasMark && !lines[$0].isClosed && lines[$0].mayGoOn(in: lines[$0 + 1])
    }
    guard open.count >= Self.fewest else { return nil }
    let columns = open.map { lines[$0].columns }.sorted()
    let width = columns[columns.count / 2]
    let range = (width - Self.slack)...(width + Self.overhang)
    let fitting = open.filter { range.contains(lines[$0].columns) }
    let longer = proseLines(longerThan: range.upperBound)
    let hasEnd = lines.contains { $0.isClosed && $0.columns <= range.upperBound }
    guard Self.widths.contains(width), fitting.count >= Self.fewest,
      fitting.count * 5 >= open.count * 4, longer * 8 <= fitting.count, hasEnd,
      areCut(fitting, near: width)
    else { return nil }
    return width
  }

  /// The number of lines of prose with more columns; one that stands there again belongs to the site.
  private func proseLines(longerThan columns: Int) -> Int {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for line in lines where line.hasMark && line.columns > columns {
      counts[text[line.content], default: 0] += 1
    }
    return counts.values.count { $0 == 1 }
  }

  /// Whether lines, by their indices, that end in the middle of a sentence are prose rather than a list of
  /// items about as long as one another.
  ///
  /// Stops stand inside of prose. Where sentences are long, few lines have one; many lines that are equal but for a
  /// character are cut as well, if one of them ends with a comma, inside of a quotation, or holds a stop.
  private func areCut(_ indices: [Int], near width: Int) -> Bool {
    let stops = indices.reduce(0) { $0 + lines[$1].innerStops }
    if stops >= 2, stops * 5 >= indices.count { return true }
    let equal = indices.count { abs(lines[$0].columns - width) <= Self.character }
    return equal >= Self.many && equal * 4 >= indices.count * 3
      && indices.contains { lines[$0].innerStops > 0 || lines[$0].isCutInside }
  }

  /// Whether paragraphs are set off by a blank line or an indent, so that a full line which ends with
  /// a stop ends none.
  private func marksParagraphs(_ width: Int) -> Bool {
    var (marked, unmarked) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst())
    where line.isClosed && line.columns < width - Self.slack {
      if next.isAfterBlank || next.indent > line.indent {
        marked += 1
      } else if !next.opensItem {
        unmarked += 1
      }
    }
    return marked > 3 * unmarked
  }
}
