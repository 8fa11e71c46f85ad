import Diagnostics
import SourceText

/// Edits of lists in rule files that leave everything else as it stands.
enum ListEdit {
  /// Takes the item at `place` out of its list: its line in a block sequence, the item and its
  /// comma in a flow sequence; nil where it shares its line with more than that.
  ///
  /// - Complexity: O(length of the line).
  static func removal(of place: LocatedSpan, _ files: [SourceFile]) -> FixIt? {
    guard files.indices.contains(place.file) else { return nil }
    let bytes = files[place.file].bytes
    let span = place.span
    guard let edit = flowRemoval(span, bytes) ?? blockRemoval(span, bytes) else { return nil }
    return FixIt(
      "remove it", edits: [TextEdit(file: place.file, span: edit, replacement: "")])
  }

  private static func flowRemoval(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan? {
    var start = span.start
    while start > 0, bytes[start - 1] == .space { start -= 1 }
    if start > 0, bytes[start - 1] == .comma { return SourceSpan(start - 1, span.end) }
    guard start > 0, bytes[start - 1] == UInt8(ascii: "[") else { return nil }
    var end = span.end
    while end < bytes.count, bytes[end] == .space { end += 1 }
    guard end < bytes.count, bytes[end] == .comma else { return nil }
    end += 1
    while end < bytes.count, bytes[end] == .space { end += 1 }
    return SourceSpan(span.start, end)
  }

  private static func blockRemoval(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan? {
    var start = span.start
    while start > 0, bytes[start - 1] == .space { start -= 1 }
    guard start > 0, bytes[start - 1] == .dash else { return nil }
    start -= 1
    while start > 0, bytes[start - 1] == .space { start -= 1 }
    guard start > 0, bytes[start - 1].isBreak else { return nil }
    var end = span.end
    while end < bytes.count, bytes[end] == .space { end += 1 }
    if end < bytes.count, bytes[end] == .carriageReturn { end += 1 }
    guard end < bytes.count, bytes[end] == .lineFeed else { return nil }
    return SourceSpan(start, end + 1)
  }
}
