package import Diagnostics
package import SourceText

/// Gives a rule file its canonical layout.
///
/// Two columns a level, lists indented under their key, one blank behind `:` and `-`, no blanks at
/// line ends, at most one blank line in a row, lines that end in LF, no byte order mark. Outside
/// brackets quotes stand only where they are needed; inside them text, order and line breaks stay
/// as they were written. Comments keep their text and order; one on a line of its own is indented
/// like what it stands before, or like the deeper lines before it where it was written under them.
package enum PackFormatter {
  /// What came of a file.
  package enum Outcome: Hashable, Sendable {
    /// All bytes of the file in the new layout; the same bytes where it had it already.
    case formatted([UInt8])
    /// The file has mistakes and no layout.
    case rejected([Diagnostic])
  }

  /// The new layout would not mean the same: a defect of this program, not of the file.
  package struct DataWouldChange: Error, Hashable, Sendable {}

  /// The widest line, in columns, onto which a value is moved from the line below its key.
  static let widestJoinedLine = 100

  /// Lays out `file`, which stands at `index` in the list that the renderer will get, and reads the
  /// result again to see that its data is the same.
  ///
  /// - Throws: `DataWouldChange` where the result does not read as the same data.
  /// - Complexity: O(`file.bytes.count`), but for values moved onto the line of their key.
  package static func format(_ file: SourceFile, index: Int) throws(DataWouldChange) -> Outcome {
    let (root, diagnostics) = SyntaxParser.parse(file, index: index)
    guard diagnostics.isEmpty else { return .rejected(diagnostics) }
    let bytes = LayoutPass.run(root, of: file)
    let (again, problems) = SyntaxParser.parse(
      SourceFile(name: file.name, bytes: bytes), index: index)
    guard problems.isEmpty, hasSameData(root, again) else { throw DataWouldChange() }
    return .formatted(bytes)
  }

  /// Whether two trees hold the same data, scalar by scalar of Unicode.
  ///
  /// - Complexity: O(bytes of both); recursion is as deep as the data, which the parser limits.
  package static func hasSameData(_ left: SyntaxNode?, _ right: SyntaxNode?) -> Bool {
    switch (left?.content, right?.content) {
    case (nil, nil): true
    case (.scalar(let first)?, .scalar(let second)?):
      first.text.utf8.elementsEqual(second.text.utf8)
    case (.sequence(let first)?, .sequence(let second)?):
      first.count == second.count && zip(first, second).allSatisfy { hasSameData($0, $1) }
    case (.mapping(let first)?, .mapping(let second)?):
      first.count == second.count
        && zip(first, second).allSatisfy {
          hasSameData($0.key, $1.key) && hasSameData($0.value, $1.value)
        }
    default: false
    }
  }
}
