/// The lines of a normalised text, one after the other: half-open ranges of its bytes, 0-based, without the
/// LF that ends them.
///
/// Behind the last LF a line begins only where something stands there.
struct TextLines: Sequence, IteratorProtocol, Sendable {
  private let text: [UInt8]
  /// Where the next line begins.
  private var start = 0

  /// The lines of `text`, which is valid UTF-8.
  init(_ text: [UInt8]) { self.text = text }

  /// The same lines without blanks and tabs at their ends; blank ones are empty.
  var trimmed: some Sequence<Range<Int>> {
    lazy.map { [text] in TextLine.trimmed($0, of: text) }
  }

  /// The next line, nil behind the last.
  ///
  /// - Complexity: O(length of the line).
  mutating func next() -> Range<Int>? {
    guard start < text.count else { return nil }
    let line = start..<end
    start = line.upperBound + 1
    return line
  }

  /// Where the line ends that begins at `start`.
  private var end: Int {
    let bytes = text.span
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { return index }
      index += TextLine.length(bytes[index])
    }
    return bytes.count
  }
}
