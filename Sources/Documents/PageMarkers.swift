/// The numbers that previews put at the beginning of each page, collected line by line.
struct PageMarkers {
  /// A place where a page begins.
  struct Marker {
    /// The bytes that go: the marker and, where the page is joined to the one before, all from the
    /// end of that one's text.
    var removed: Range<Int>
    /// The line that the marker stands on.
    var line: Range<Int>
    /// The line that the page goes on; empty if it is not joined.
    var joined: Range<Int>
  }

  /// A block shorter than this many bytes may be a heading without punctuation.
  private static let shortestPage = 90

  private var numbered: [Marker] = []
  private var inline = InlinePages()
  private var labels: [Marker] = []
  /// A label was the last line, and this is the text before it.
  private var interrupted: Range<Int>?

  /// Takes note of `line`, the next that is not blank, which follows `previous`.
  mutating func read(_ line: Range<Int>, after previous: Range<Int>, of text: [UInt8]) {
    let open = interrupted ?? (Self.isOpen(previous, of: text) ? previous : 0..<0)
    if PageLabel.matches(line, of: text) {
      labels.append(Marker(removed: line, line: line, joined: 0..<0))
      interrupted = open
      return
    }
    defer { interrupted = nil }
    let entry = Enumeration.number(in: line, of: text)
    if interrupted != nil, !open.isEmpty, entry == nil,
      Enumeration.numeral(at: line.lowerBound, of: text) == nil
    {
      labels[labels.count - 1] = Marker(
        removed: open.upperBound..<line.lowerBound, line: line, joined: open)
    }
    defer {
      inline.read(line, of: text, after: numbered.count, at: numbered.last?.removed.upperBound ?? 0)
    }
    guard let (number, end) = entry, number == numbered.count + 1 else { return }
    let start = TextLine.trimmed(end..<line.upperBound, of: text).lowerBound
    if number == 1 {
      numbered.append(Marker(removed: line.lowerBound..<start, line: line, joined: 0..<0))
    } else if !open.isEmpty {
      numbered.append(Marker(removed: open.upperBound..<start, line: line, joined: open))
    }
  }

  private static func isOpen(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    line.count >= shortestPage && !TextLine.isClosed(line, of: text)
  }

  /// The markers to remove, in text order.
  var accepted: [Marker] {
    let places = inline.places
    var pages = numbered.count + places.count > 1 ? numbered + labels : labels
    pages += places.map { Marker(removed: $0, line: $0, joined: 0..<0) }
    return pages.sorted { $0.removed.lowerBound < $1.removed.lowerBound }
  }

  /// The lines that became part of one joined block, without the markers before them.
  static func rejoinedLines(_ markers: [Marker], of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for marker in markers where !marker.joined.isEmpty {
      if lines.last?.upperBound != marker.joined.upperBound { lines.append(marker.joined) }
      lines.append(max(marker.line.lowerBound, marker.removed.upperBound)..<marker.line.upperBound)
    }
    return lines
  }
}
