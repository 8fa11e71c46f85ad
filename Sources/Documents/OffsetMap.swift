package import SourceText

/// The way from offsets in a normalised text back to the bytes that it was made from.
///
/// Between two edits both texts run in step, byte by byte; only edits that change a length are
/// stored. With "中(zhōng)文，" read as "中文,":
///
///     normalised  中 文 ,          edits: at 3, nothing in the place of "(zhōng)";
///     original    中(zhōng)文，           at 6, one byte in the place of three
///
/// The map is monotone. It is the identity where nothing was edited.
package struct OffsetMap: Sendable, Hashable {
  /// A replaced stretch: `length` bytes from `start` stand for `originalLength` bytes from
  /// `originalStart`.
  struct Edit: Sendable, Hashable {
    var start: Int
    var originalStart: Int
    // Half the width halves the maps of badly damaged texts; one edit never covers 4 GiB.
    var length: UInt32
    var originalLength: UInt32

    var end: Int { start + Int(length) }
    var originalEnd: Int { originalStart + Int(originalLength) }

    init(_ start: Int, _ length: Int, original: Range<Int>) {
      self.start = start
      self.originalStart = original.lowerBound
      self.length = UInt32(clamping: length)
      self.originalLength = UInt32(clamping: original.count)
    }
  }

  /// In text order; edits do not overlap, and at one `start` those of length 0 come first.
  let edits: [Edit]

  init(edits: [Edit] = []) {
    self.edits = edits
  }

  /// The original offset of the character that begins at `offset`.
  ///
  /// What was removed before that character lies before the result. The end of the normalised text
  /// maps to the end of the original.
  ///
  /// - Complexity: O(log edits).
  package func original(_ offset: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: offset) else { return offset }
    return offset < edit.end ? edit.originalStart : edit.originalEnd + offset - edit.end
  }

  /// The smallest original span that produced the normalised `span`.
  ///
  /// Removed text between its characters is inside, removed text at its ends is not. An empty span
  /// stays empty.
  ///
  /// - Complexity: O(log edits).
  package func original(_ span: SourceSpan) -> SourceSpan {
    let start = original(span.start)
    guard !span.isEmpty else { return SourceSpan(start, start) }
    return SourceSpan(start, max(start, originalEnd(ofByte: span.end - 1)))
  }

  private func originalEnd(ofByte offset: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: offset) else { return offset + 1 }
    return offset < edit.end ? edit.originalEnd : edit.originalEnd + offset - edit.end + 1
  }

  private func lastEdit(atOrBefore offset: Int) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }
}

extension OffsetMap {
  /// The map of a text that was made by the edits of `self` from a text with the map `inner`.
  ///
  /// - Complexity: O(edits of both).
  func composed(over inner: OffsetMap) -> OffsetMap {
    if edits.isEmpty { return inner }
    if inner.edits.isEmpty { return self }
    var merged: [Edit] = []
    merged.reserveCapacity(edits.count + inner.edits.count)
    var next = 0
    var shift = 0
    for edit in edits {
      while next < inner.edits.count, Self.precedes(inner.edits[next], edit) {
        merged.append(Self.shifted(inner.edits[next], by: shift))
        next += 1
      }
      let replaced = inner.original(SourceSpan(edit.originalStart, edit.originalEnd))
      while next < inner.edits.count, inner.edits[next].start < edit.originalEnd { next += 1 }
      merged.append(
        Edit(edit.start, Int(edit.length), original: replaced.start..<replaced.end))
      shift = edit.end - edit.originalEnd
    }
    merged += inner.edits[next...].map { Self.shifted($0, by: shift) }
    return OffsetMap(edits: merged)
  }

  /// Whether `inner` produced text, or removed some, before the stretch that `outer` replaced.
  private static func precedes(_ inner: Edit, _ outer: Edit) -> Bool {
    inner.start < outer.originalStart || (inner.start == outer.originalStart && inner.length == 0)
  }

  private static func shifted(_ edit: Edit, by shift: Int) -> Edit {
    Edit(
      edit.start + shift, Int(edit.length), original: edit.originalStart..<edit.originalEnd)
  }
}
