/// A text as a key of dictionaries: equal when its bytes are.
///
/// Strings are equal when they look the same, however their marks are composed, and pay for that by
/// normalising whatever is not ASCII each time they are hashed. Rule files mean their bytes.
package struct ByteKey: Hashable, Sendable {
  /// The key as it was written, neither folded nor composed.
  package let text: String

  /// A key for `text`; it shares the storage.
  package init(_ text: String) { self.text = text }

  /// Whether both texts have the same UTF-8 bytes.
  ///
  /// - Complexity: O(bytes) where the lengths are equal, else O(1).
  package static func == (left: ByteKey, right: ByteKey) -> Bool {
    let first = left.text.utf8.span
    let second = right.text.utf8.span
    guard first.count == second.count else { return false }
    for index in 0..<first.count where first[index] != second[index] { return false }
    return true
  }

  /// Feeds the UTF-8 bytes and their number to `hasher`.
  ///
  /// - Complexity: O(bytes of `text`).
  package func hash(into hasher: inout Hasher) {
    let bytes = text.utf8.span
    var index = 0
    // Eight bytes a step; a step of the hasher costs more than gathering them.
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word = word << 8 | UInt64(bytes[index + offset]) }
      hasher.combine(word)
      index += 8
    }
    var rest = UInt64(bytes.count)
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    hasher.combine(rest)
  }
}
