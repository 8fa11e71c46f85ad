/// A place as people name it: line and column counted from 1, the column in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// From 1; a combining mark and a wide character count as one each.
  package let column: Int

  /// Creates a place from numbers that both count from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
