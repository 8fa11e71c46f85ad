import SourceText

/// Repairs what concerns lines: blanks between characters, pages, lost line breaks, straight
/// quotation marks, signs for 〇.
///
/// Previews of document-sharing sites cut a text into pages that begin with their number, `2、`,
/// in the middle of a sentence. A marker counts if the numbers run 1, 2, 3 over the text and the
/// block before it is long and without closing punctuation; a real enumeration follows closing
/// punctuation or a short heading.
struct LayoutRepair {
  /// A line of fewer bytes is a paragraph, whatever is counted in it.
  private static let longLine = 360

  private let text: [UInt8]
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ text: [UInt8], noise: inout NoiseCounter) {
    self.text = text
    let census = ByteCensus(text)
    var blanks: [Int] = []
    var markers = PageMarkers()
    var signature = SiteSignature()
    var remnants: [(range: Range<Int>, bytes: [UInt8])] = []
    var junk: [Range<Int>] = []
    var figures: [Int] = []
    var signs: [(range: Range<Int>, bytes: [UInt8])] = []
    var title = GluedTitle()
    var breaks: [Int] = []
    var previous = 0..<0
    var long: [Range<Int>] = []
    var length = 0
    for line in TextLines(text).trimmed where !line.isEmpty {
      if line.count >= Self.longLine { long.append(line) }
      length += line.count
      markers.read(line, after: previous, of: text)
      let body = Enumeration.number(in: line, of: text)?.end ?? line.lowerBound
      if let end = title.read(line, from: body, of: text) { breaks.append(end) }
      if let item = Enumeration.itemBehindField(in: line, of: text) { breaks.append(item) }
      signature.read(line, of: text)
      Self.findRemnants(in: line, of: text, census, into: &remnants)
      if census.has(UInt8(ascii: "\"")) { StraightQuotes.find(in: line, of: text, into: &signs) }
      ZeroForms.find(in: line, of: text, into: &signs)
      if census.has(UInt8(ascii: " ")) {
        Self.findStrewn(in: line, of: text, blanks: &blanks, junk: &junk)
        let years = FigureBlanks.inYears(of: line, in: text)
        figures += years
        let others = FigureBlanks(in: line, of: text).blanks
        figures += years.isEmpty ? others : Set(others).subtracting(years).sorted()
      }
      previous = line
    }
    breaks += Enumeration.sections(in: long, ofLength: length, of: text)
    let removals = markers.accepted
    let names = signature.places
    if blanks.isEmpty, removals.isEmpty, remnants.isEmpty, junk.isEmpty, breaks.isEmpty,
      names.isEmpty, signs.isEmpty, figures.isEmpty
    {
      return
    }
    blanks = Self.kept((blanks + figures).sorted(), besides: removals)
    noise.add(.innerBlanks, blanks.count)
    noise.add(.pageMarkers, removals.count)
    edits = blanks.map { ($0..<$0 + 1, []) }
    edits += removals.map { ($0.removed, []) }
    let rejoined = PageMarkers.rejoinedLines(removals, of: text)
    edits += Enumeration.headings(in: rejoined, of: text).map { ($0..<$0, [UInt8(ascii: "\n")]) }
    edits += breaks.map { ($0..<$0, [UInt8(ascii: "\n")]) }
    noise.add(.tagRemnants, remnants.count)
    noise.add(.forumJunk, junk.count)
    noise.add(.siteNames, names.count)
    edits += remnants + signs
    edits += (junk + names).map { ($0, []) }
    // What is put in comes before what goes at the same place, and the longer before the shorter.
    func order(_ range: Range<Int>) -> (Int, Int, Int) {
      (range.lowerBound, range.isEmpty ? 0 : 1, -range.count)
    }
    edits.sort { order($0.range) < order($1.range) }
  }

  /// The repaired text and its map to the text as it was; the text itself if nothing is to do.
  func repaired() -> (text: [UInt8], offsets: OffsetMap) {
    var rewriter = TextRewriter(text)
    for edit in edits where edit.range.lowerBound >= rewriter.taken {
      rewriter.replace(edit.range, with: edit.bytes)
    }
    return rewriter.finish()
  }

  /// Those of `blanks` that do not go with a marker; both are in text order, and markers may overlap.
  ///
  /// - Complexity: O(blanks + markers).
  private static func kept(_ blanks: [Int], besides markers: [PageMarkers.Marker]) -> [Int] {
    var rest = markers[...]
    var end = 0
    return blanks.filter { blank in
      while let marker = rest.first, marker.removed.lowerBound <= blank {
        end = max(end, marker.removed.upperBound)
        rest.removeFirst()
      }
      return blank >= end
    }
  }

  /// Adds the single blanks between Han characters of a line of prose to `blanks`, and the strings
  /// against copying to `junk`: both are stretches of ASCII.
  ///
  /// Blanks in titles and lists separate, so a line needs twenty Han characters and a stop.
  private static func findStrewn(
    in line: Range<Int>, of text: [UInt8], blanks: inout [Int], junk: inout [Range<Int>]
  ) {
    let known = blanks.count
    let bytes = text.span
    var index = line.lowerBound
    while index < line.upperBound {
      guard bytes[index] < 0x80 else {
        index += TextLine.length(bytes[index])
        continue
      }
      let start = index
      while index < line.upperBound, bytes[index] < 0x80 { index += 1 }
      if index - start == 1 {
        if bytes[start] == UInt8(ascii: " "), joins(text, at: start) { blanks.append(start) }
        continue
      }
      if index - start == 2, isMarkAndBlank(text, at: start) { blanks.append(start + 1) }
      // After a piece of junk, what is left of the stretch is none.
      guard index - start >= ForumJunk.shortest else { continue }
      if let range = ForumJunk.range(at: start, isInside: start > line.lowerBound, of: text) {
        junk.append(range)
      }
    }
    if blanks.count > known, !TextLine.isProse(line, of: text),
      !isSpread(blanks[known...], in: line, of: text)
    {
      blanks.removeLast(blanks.count - known)
    }
  }

  /// Whether all characters of the line, a title, are set apart by `blanks`.
  private static func isSpread(
    _ blanks: ArraySlice<Int>, in line: Range<Int>, of text: [UInt8]
  ) -> Bool {
    let characters = text[line].count { $0 >= 0xE4 && $0 <= 0xE9 }
    return blanks.count >= fewestSpread && blanks.count + 2 >= characters
      && blanks.count * 4 + 12 >= line.count
  }

  /// Fewer blanks stand between names and cells.
  private static let fewestSpread = 7

  /// Whether a mark, which full-width ones were put into, and a blank stand between Han characters.
  private static func isMarkAndBlank(_ text: [UInt8], at index: Int) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(text[index])
      && text[index + 1] == UInt8(ascii: " ") && HanCharacter.ends(text, at: index)
      && HanCharacter.begins(text, at: index + 2)
  }

  /// Adds what is left of tags to `remnants`; line breaks take the place of those that made one.
  private static func findRemnants(
    in line: Range<Int>, of text: [UInt8], _ census: ByteCensus,
    into remnants: inout [(range: Range<Int>, bytes: [UInt8])]
  ) {
    ForumMarkup.find(in: line, of: text, census, into: &remnants)
    guard census.has(UInt8(ascii: ">")) else { return }
    var rest = text[line]
    var taken = line.lowerBound
    if let range = TagRemnant.attributes(openingLine: line, of: text) {
      remnants.append((range, []))
      taken = range.upperBound
      rest = text[taken..<line.upperBound]
    }
    while let end = rest.firstIndex(of: UInt8(ascii: ">")) {
      rest = rest[(end + 1)...]
      guard let (range, isBreak) = TagRemnant.find(endingAt: end, of: text),
        range.lowerBound >= taken
      else { continue }
      taken = range.upperBound
      remnants.append((range, isBreak ? [UInt8(ascii: "\n")] : []))
    }
  }

  /// Whether the characters around the blank at `index` are written without one.
  private static func joins(_ text: [UInt8], at index: Int) -> Bool {
    let before = HanCharacter.ends(text, at: index)
    let after = HanCharacter.begins(text, at: index + 1)
    if before && after { return true }
    let last = TextLine.scalar(text, index - 3)
    let next = TextLine.scalar(text, index + 1)
    return (before || Self.closing.contains(last)) && (after || Self.opening.contains(next))
      && (before || after)
  }

  /// The marks 、 。 ” ’ 》.
  private static let closing: Set<UInt32> = [0x3001, 0x3002, 0x201D, 0x2019, 0x300B]
  /// The marks “ ‘ 《.
  private static let opening: Set<UInt32> = [0x201C, 0x2018, 0x300A]
}
