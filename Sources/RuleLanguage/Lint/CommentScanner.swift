import Diagnostics
import SourceText

/// Finds the comments of a rule file, which the tree does not hold.
enum CommentScanner {
  struct Comment: Hashable {
    /// From `#` to the end of the line, without trailing blanks.
    let span: SourceSpan
    /// The 0-based line that a remark there speaks of: its own, or the next one with content.
    let lineConcerned: Int
  }

  /// The comments of `file` in which `word` stands.
  ///
  /// A `#` is one where it begins a line or follows a blank and stands in no scalar.
  ///
  /// - Complexity: O(bytes) where the word stands in the file at all, else a search for it.
  static func comments(of file: SourceFile, index: Int, holding word: String) -> [Comment] {
    let bytes = file.bytes
    let wanted = Array(word.utf8)
    let lines = linesHolding(wanted, file)
    guard !lines.isEmpty, let root = SyntaxParser.parse(file, index: index).root else { return [] }
    var scalars: [SourceSpan] = []
    collect(root, &scalars)
    scalars.sort()
    // What follows one comment follows those between the two as well.
    var content = -1
    return lines.compactMap { line in
      let start = file.lines.start(ofLine: line)
      let end = lineEnd(line, file)
      guard
        let hash = (start..<end).first(where: { offset in
          bytes[offset] == .hash && (offset == start || bytes[offset - 1].isBlank)
            && !scalars.hasSorted(offset)
        })
      else { return nil }
      let isAlone = bytes[start..<hash].allSatisfy(\.isBlank)
      if isAlone, content <= line { content = nextContent(after: line, file) }
      let concerned = isAlone && content < file.lines.count ? content : line
      return Comment(span: SourceSpan(hash, end), lineConcerned: concerned)
    }
  }

  /// The removal of a comment: with its line where nothing else stands there, else with the blanks
  /// before it.
  static func removal(of span: SourceSpan, in index: Int, _ files: [SourceFile]) -> FixIt? {
    guard files.indices.contains(index) else { return nil }
    let bytes = files[index].bytes
    var start = span.start
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    var end = span.end
    if start == 0 || bytes[start - 1].isBreak {
      while end < bytes.count, !bytes[end].isBreak { end += 1 }
      if end < bytes.count, bytes[end] == .carriageReturn { end += 1 }
      if end < bytes.count, bytes[end] == .lineFeed { end += 1 }
    }
    return FixIt(
      "remove the comment",
      edits: [TextEdit(file: index, span: SourceSpan(start, end), replacement: "")])
  }

  private static func linesHolding(_ wanted: [UInt8], _ file: SourceFile) -> [Int] {
    let bytes = file.bytes
    guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
    var lines: [Int] = []
    for offset in 0...bytes.count - wanted.count
    where bytes[offset] == first && bytes[offset...].starts(with: wanted) {
      let line = file.lines.line(containing: offset)
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  private static func collect(_ node: SyntaxNode, _ spans: inout [SourceSpan]) {
    switch node.content {
    case .scalar: spans.append(node.span)
    case .sequence(let items): for item in items { collect(item, &spans) }
    case .mapping(let entries):
      for entry in entries {
        collect(entry.key, &spans)
        collect(entry.value, &spans)
      }
    }
  }

  private static func lineEnd(_ line: Int, _ file: SourceFile) -> Int {
    var end = line + 1 < file.lines.count ? file.lines.start(ofLine: line + 1) : file.bytes.count
    let start = file.lines.start(ofLine: line)
    while end > start, file.bytes[end - 1].isBreak || file.bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The next line that is neither blank nor a comment; the number of lines where there is none.
  private static func nextContent(after line: Int, _ file: SourceFile) -> Int {
    for next in stride(from: line + 1, to: file.lines.count, by: 1) {
      let text = file.bytes[file.lines.start(ofLine: next)..<lineEnd(next, file)]
      guard let first = text.first(where: { !$0.isBlank }) else { continue }
      if first != .hash { return next }
    }
    return file.lines.count
  }
}
