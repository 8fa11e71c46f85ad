import SourceText

/// Gathers lines of text without blanks at their ends.
struct LayoutWriter {
  private var bytes: [UInt8] = []
  private var lineStart = 0
  /// Blanks to write before the next text of this line.
  private var pending = 0
  private var isEmpty = true
  /// Columns of the line that were written by another writer.
  private var inherited = 0

  /// Whether the last line written is blank, or nothing is written.
  private(set) var isAfterBlankLine = true

  /// How many lines were begun.
  private(set) var lineCount = 0

  /// Columns that the line at the end takes on a screen.
  var width: Int {
    inherited + pending
      + DisplayWidth.columns(of: String(decoding: bytes[lineStart...], as: UTF8.self))
  }

  /// A writer that goes on in the same line and has nothing else of what was written.
  func continued() -> LayoutWriter {
    var writer = LayoutWriter()
    writer.isEmpty = false
    writer.lineCount = lineCount
    writer.inherited = width
    return writer
  }

  /// Begins a line that is indented by `indentation` columns.
  mutating func beginLine(_ indentation: Int) {
    breakLine()
    pending = indentation
    isAfterBlankLine = false
  }

  /// Adds a blank line.
  mutating func addBlankLine() {
    breakLine()
    pending = 0
    isAfterBlankLine = true
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: repeatElement(.space, count: pending))
    pending = 0
    bytes.append(contentsOf: text)
  }

  mutating func append(_ text: String) { append(text.utf8) }

  /// All that was written, with a line feed at its end; empty where nothing was.
  func finished() -> [UInt8] { isEmpty ? [] : bytes + [.lineFeed] }

  private mutating func breakLine() {
    if !isEmpty { bytes.append(.lineFeed) }
    isEmpty = false
    lineStart = bytes.count
    inherited = 0
    lineCount += 1
  }
}
