extension SourceSpan {
  /// Where `part` stands first in `text` at or after the offset `start`; nil where it does not, or
  /// is empty.
  ///
  /// - Complexity: O(length of `text` · length of `part`).
  package init?<Element: Equatable>(
    of part: [Element], in text: [Element], from start: Int = 0
  ) {
    guard !part.isEmpty, part.count <= text.count - start else { return nil }
    let found = (start...(text.count - part.count)).first { index in
      text[index..<index + part.count].elementsEqual(part)
    }
    guard let found else { return nil }
    self.init(found, found + part.count)
  }
}
