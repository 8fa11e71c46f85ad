import SourceText

/// Decodes a file in one of the encodings that are not UTF-8.
package enum TextDecoder {
  /// The text of `bytes` in `encoding`; nil where the C library has no converter for it.
  ///
  /// Every piece that is no character becomes one U+FFFD. A byte order mark stays.
  ///
  /// - Complexity: O(bytes).
  package static func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> DecodedText? {
    guard var converter = Iconv(from: encoding.converterName) else { return nil }
    var supplement = Supplement(encoding)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var map = CharacterMapBuilder(encoding)
    var damageCount = 0
    var index = 0
    var chunk = ChunkSize()
    while index < bytes.count {
      let range = index..<min(index + chunk.bytes, bytes.count)
      let written = text.count
      let (count, stop) = converter.convert(bytes, range, to: &text)
      map.add(bytes, index..<index + count, as: text, from: written)
      index += count
      let isCutByChunk = stop == .incomplete && range.upperBound < bytes.count && count > 0
      guard stop == .invalid || stop == .incomplete, !isCutByChunk else {
        chunk.grow()
        continue
      }
      chunk.shrink()
      let length = encoding.damageLength(bytes, at: index)
      let start = text.count
      if length < 2 || !supplement.convert(bytes, index..<index + length, to: &text) {
        text += [0xEF, 0xBF, 0xBD]
        damageCount += 1
      }
      map.addWhole(index..<index + length, as: start..<text.count)
      index += length
    }
    return DecodedText(text: text, offsets: map.finish(), damageCount: damageCount)
  }
}

/// How many bytes are converted at a time.
///
/// Few behind damage: where there is some there is often more, and what lies behind it was copied in
/// vain. So what is copied stays in proportion to the file, however damaged it is.
package struct ChunkSize: Sendable {
  private static let least = 1 << 6
  private static let most = 1 << 14

  /// The size of the next piece.
  package private(set) var bytes = most

  /// The size for the beginning of a file.
  package init() {}

  /// Takes note that a whole piece was converted.
  package mutating func grow() { bytes = min(bytes * 2, Self.most) }

  /// Takes note that damage ended a piece.
  package mutating func shrink() { bytes = Self.least }
}

/// Converts single characters that the encoding proper does not have.
private struct Supplement: ~Copyable {
  private let name: String?
  private var converter: Iconv?

  init(_ encoding: TextEncoding) { name = encoding.supplementName }

  /// Adds the character in `range` to `text`; false, with `text` as it was, where it is none.
  mutating func convert(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) -> Bool {
    guard let name else { return false }
    // Nearly every file does without, so the converter is opened when it is needed.
    if converter == nil { converter = Iconv(from: name) }
    let start = text.count
    guard let result = converter?.convert(bytes, range, to: &text) else { return false }
    if result.stop == .finished, result.count == range.count, text.count > start { return true }
    text.removeLast(text.count - start)
    return false
  }
}

/// Follows a conversion character by character and stores runs of equal lengths.
private struct CharacterMapBuilder {
  private let encoding: TextEncoding
  private var edits: [OffsetMap.Edit] = []

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Takes note that `range` of `bytes` became the end of `text` that begins at `start`.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>, as text: [UInt8], from start: Int) {
    var (from, to) = (range.lowerBound, start)
    while from < range.upperBound, to < text.count {
      let originalLength = encoding.characterLength(bytes, at: from)
      let length = text[to].characterLength
      if length != originalLength { add(to, length, from, originalLength) }
      from += originalLength
      to += length
    }
  }

  private mutating func add(_ start: Int, _ length: Int, _ originalStart: Int, _ original: Int) {
    if let last = edits.last, last.end == start, last.originalEnd == originalStart,
      Int(last.unit) == length, Int(last.originalUnit) == original, last.length < 1 << 30
    {
      edits[edits.count - 1].length += Int32(length)
      edits[edits.count - 1].originalLength += original
      return
    }
    edits.append(
      OffsetMap.Edit(
        start: start, length: Int32(length), originalStart: originalStart, originalLength: original,
        unit: UInt8(length), originalUnit: UInt8(original)))
  }

  /// Takes note that `range` became `text` as a whole.
  mutating func addWhole(_ range: Range<Int>, as text: Range<Int>) {
    guard range.count != text.count else { return }
    edits.append(
      OffsetMap.Edit(
        start: text.lowerBound, length: Int32(text.count), originalStart: range.lowerBound,
        originalLength: range.count))
  }

  func finish() -> OffsetMap { OffsetMap(edits: edits) }
}

extension TextEncoding {
  /// The length of the character at `index`, as its first bytes say.
  fileprivate func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
    switch self {
    case .utf16LittleEndian: return isHighSurrogate(bytes, index + 1) ? 4 : 2
    case .utf16BigEndian: return isHighSurrogate(bytes, index) ? 4 : 2
    case .utf8: return 1
    case .gb18030, .big5:
      guard bytes[index] > 0x80 else { return 1 }
      guard self == .gb18030, index + 1 < bytes.count else { return 2 }
      return (0x30...0x39).contains(bytes[index + 1]) ? 4 : 2
    }
  }

  private func isHighSurrogate(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && bytes[index] & 0xFC == 0xD8
  }

  /// The length of the damage at `index`: what is built like one character, else one byte.
  fileprivate func damageLength(_ bytes: [UInt8], at index: Int) -> Int {
    let rest = bytes.count - index
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: return min(2, rest)
    case .utf8: return 1
    case .gb18030, .big5:
      guard rest > 1, bytes[index] > 0x80, bytes[index] < 0xFF else { return 1 }
      let second = bytes[index + 1]
      let isPair = second >= 0x40 && second != 0x7F && second != 0xFF
      return isPair && (self == .gb18030 || second < 0x7F || second > 0xA0) ? 2 : 1
    }
  }
}
