/// The way from offsets in a text back to the bytes that it was made from.
///
/// Between two edits both texts run in step, byte by byte; only edits that change a length are
/// stored. With "a(x)b&amp;c" read as "ab&c":
///
///     text      a   b&    c      edits: at 1, nothing in the place of "(x)";
///     original  a(x)b&amp;c             at 2, one byte in the place of "&amp;"
///
/// A decoder changes the length of nearly every character. Characters in a row that change it in
/// the same way are one edit with units: a hundred Han characters of GB18030 are 100 times three
/// bytes in the place of 100 times two, and every one of them has its own place in the original.
///
/// The map is monotone. It is the identity where nothing was edited.
package struct OffsetMap: Sendable, Hashable {
  /// A replaced stretch: `length` bytes from `start` stand for `originalLength` bytes from
  /// `originalStart`.
  package struct Edit: Sendable, Hashable {
    /// 0-based offset of the first byte of the stretch, in the text that was made.
    package var start: Int
    /// 0-based offset of the first byte that it stands for, in the text it was made from.
    package var originalStart: Int
    /// In bytes; 0 where something was put in.
    package var originalLength: Int
    /// In bytes, less than 2 GiB; 0 where something was removed.
    package var length: Int32
    /// The length of each character where both stretches are made of characters of one length; 0
    /// where the stretch is replaced as a whole.
    package var unit: UInt8
    /// The length of each character in the original.
    package var originalUnit: UInt8

    /// A stretch of the text with what it stands for; replaced as a whole unless it has units.
    ///
    /// - Precondition: `length` and `originalLength` are the same multiple of `unit` and
    ///   `originalUnit`, unless those are 0.
    package init(
      start: Int, length: Int32, originalStart: Int, originalLength: Int, unit: UInt8 = 0,
      originalUnit: UInt8 = 0
    ) {
      self.start = start
      self.originalStart = originalStart
      self.originalLength = originalLength
      self.length = length
      self.unit = unit
      self.originalUnit = originalUnit
    }

    /// Behind the last byte of the stretch, in the text that was made.
    package var end: Int { start + Int(length) }
    /// Behind the last byte that it stands for, in the text it was made from.
    package var originalEnd: Int { originalStart + originalLength }

    /// Where the character that covers `offset` begins in the original; `offset` is inside.
    fileprivate func original(_ offset: Int) -> Int {
      guard unit > 0 else { return originalStart }
      return originalStart + (offset - start) / Int(unit) * Int(originalUnit)
    }

    /// Where the character that covers `offset` ends in the original; `offset` is inside.
    fileprivate func originalEnd(of offset: Int) -> Int {
      guard unit > 0 else { return originalEnd }
      return original(offset) + Int(originalUnit)
    }
  }

  /// In text order.
  ///
  /// Edits do not overlap in the text, and at one `start` those of length 0 come first. Edits in a
  /// row may have the same original: a stretch that was changed again in parts.
  package let edits: [Edit]

  /// The map with `edits`, the identity without any.
  ///
  /// - Precondition: The edits are in the order that `edits` promises.
  package init(edits: [Edit] = []) {
    self.edits = edits
  }

  /// The original offset of the character that begins at `offset`.
  ///
  /// What was removed before that character lies before the result. The end of the text maps to the
  /// end of the original.
  ///
  /// - Complexity: O(log edits).
  package func original(_ offset: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: offset) else { return offset }
    return offset < edit.end ? edit.original(offset) : edit.originalEnd + offset - edit.end
  }

  /// The smallest original span that produced `span`.
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

  /// Where in `text`, which this is the map of, the first character begins that was made from the original
  /// byte at `offset` or from one behind it.
  ///
  /// - Complexity: O(log text · log edits).
  package func place(ofOriginal offset: Int, in text: [UInt8]) -> Int {
    var place = text.indices.firstSorted { original($0) >= offset }
    while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  private func originalEnd(ofByte offset: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: offset) else { return offset + 1 }
    return offset < edit.end
      ? edit.originalEnd(of: offset) : edit.originalEnd + offset - edit.end + 1
  }

  private func lastEdit(atOrBefore offset: Int) -> Edit? {
    let next = edits.firstSorted { $0.start > offset }
    return next == 0 ? nil : edits[next - 1]
  }
}

extension OffsetMap {
  /// The map of a text that was made by the edits of `self` from a text with the map `inner`.
  ///
  /// The edits of `self` begin and end at characters. One with units keeps them where `inner`
  /// changed nothing under it, and is replaced as a whole elsewhere.
  ///
  /// - Complexity: O(edits of both · log edits of `inner`).
  package func composed(over inner: OffsetMap) -> OffsetMap {
    if edits.isEmpty { return inner }
    if inner.edits.isEmpty { return self }
    var merged: [Edit] = []
    merged.reserveCapacity(edits.count + inner.edits.count)
    var rest = EditCursor(inner.edits)
    var shift = 0
    for edit in edits {
      while let piece = rest.next(before: edit.originalStart) {
        merged.append(piece.shifted(by: shift))
      }
      let replaced = inner.original(SourceSpan(edit.originalStart, edit.originalEnd))
      let isPlain = !rest.skip(to: edit.originalEnd)
      merged.append(
        Edit(
          start: edit.start, length: edit.length, originalStart: replaced.start,
          originalLength: replaced.length, unit: isPlain ? edit.unit : 0,
          originalUnit: isPlain ? edit.originalUnit : 0))
      shift = edit.end - edit.originalEnd
    }
    while let piece = rest.next(before: Int.max) { merged.append(piece.shifted(by: shift)) }
    return OffsetMap(edits: merged)
  }
}

extension OffsetMap.Edit {
  fileprivate func shifted(by shift: Int) -> Self {
    var edit = self
    edit.start += shift
    return edit
  }

  /// The parts before and from the character that covers `offset`; nil where that is no part.
  ///
  /// Both parts of a stretch without units have its whole original.
  fileprivate func split(at offset: Int) -> (head: Self, tail: Self)? {
    guard start < offset, offset < end else { return nil }
    if unit == 0 {
      var (head, tail) = (self, self)
      head.length = Int32(offset - start)
      tail.start = offset
      tail.length = length - head.length
      return (head, tail)
    }
    let count = (offset - start) / Int(unit)
    var (head, tail) = (self, self)
    head.length = Int32(count * Int(unit))
    head.originalLength = count * Int(originalUnit)
    tail.start = head.end
    tail.originalStart = head.originalEnd
    tail.length = length - head.length
    tail.originalLength = originalLength - head.originalLength
    return head.length > 0 ? (head, tail) : nil
  }
}

/// Hands out edits in order, cut at the places where another text cuts them.
private struct EditCursor {
  private let edits: [OffsetMap.Edit]
  private var index = 0
  /// What is left of the edit at `index` after a cut.
  private var rest: OffsetMap.Edit?

  init(_ edits: [OffsetMap.Edit]) {
    self.edits = edits
  }

  private var current: OffsetMap.Edit? { rest ?? (index < edits.count ? edits[index] : nil) }

  private mutating func advance() {
    index += 1
    rest = nil
  }

  /// The next edit, or part of it, that produced text, or removed some, before `limit`.
  mutating func next(before limit: Int) -> OffsetMap.Edit? {
    guard let edit = current, edit.start < limit || (edit.start == limit && edit.length == 0)
    else { return nil }
    if let (head, tail) = edit.split(at: limit) {
      rest = tail
      return head
    }
    advance()
    return edit
  }

  /// Drops all that lies before `limit`; returns whether there was anything.
  mutating func skip(to limit: Int) -> Bool {
    var found = false
    while let edit = current, edit.start < limit {
      found = true
      if let (_, tail) = edit.split(at: limit) {
        rest = tail
      } else {
        advance()
      }
    }
    return found
  }
}
