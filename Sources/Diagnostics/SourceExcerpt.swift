package import SourceText

/// Lines of a file with carets under some of their words, as diagnostics draw them.
///
/// Carets stand under what they mean by terminal columns; a long line is drawn around them.
package struct SourceExcerpt: Hashable, Sendable {
  /// One drawing of a line, or of the part of it around a place.
  package struct Line: Hashable, Sendable {
    /// Counted from 1.
    package var number: Int
    /// What is drawn of the line: tabs expanded, control characters shown, `…` at an end where the
    /// line goes on; without a line feed.
    package var text: String
    /// Blanks and carets, to stand under `text`.
    package var carets: String
  }

  /// In the order of the text; a line of the file appears again where words are too far apart.
  package private(set) var lines: [Line] = []

  /// Draws the lines of `file` on which `spans` begin, in the order of the text; words that are too
  /// far apart for one drawing have one each.
  ///
  /// - Complexity: O(spans · widest drawing).
  package init(_ spans: some Sequence<SourceSpan>, in file: SourceFile) {
    var window: LineWindow?
    var drawnLine = -1
    var marks: [ClosedRange<Int>] = []
    func finish() -> Line? {
      guard let window else { return nil }
      var carets = ""
      for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        let start = max(mark.lowerBound, carets.utf8.count)
        carets += String(repeating: " ", count: max(0, start - carets.utf8.count))
        carets += String(repeating: "^", count: max(0, mark.upperBound + 1 - start))
      }
      return Line(number: drawnLine + 1, text: window.text, carets: carets)
    }
    for span in Set(spans).sorted() {
      let line = file.lines.line(containing: min(max(span.start, 0), file.bytes.count))
      if line != drawnLine || window?.contains(span) != true {
        if let done = finish() { lines.append(done) }
        window = LineWindow(of: line, in: file, around: span)
        drawnLine = line
        marks = []
      }
      guard let place = window?.columns(of: span) else { continue }
      marks.append(place.column...(place.column + max(place.width, 1) - 1))
    }
    if let done = finish() { lines.append(done) }
  }
}
