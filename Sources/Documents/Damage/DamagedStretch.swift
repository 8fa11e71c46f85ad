import Decoding
package import SourceText

/// The bytes of GB18030 from which a text was decoded.
package struct DamageBytes: Sendable {
  private let bytes: [UInt8]
  private let offsets: OffsetMap

  /// `offsets` leads from the text to `bytes`.
  package init(_ bytes: [UInt8], _ offsets: OffsetMap) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// The one or two bytes for which `range` of the text stands; nil if they are a character.
  func bytes(of range: Range<Int>) -> ArraySlice<UInt8>? {
    let span = offsets.original(SourceSpan(range.lowerBound, range.upperBound))
    guard (1...2).contains(span.end - span.start), bytes[span.start] >= 0x80 else { return nil }
    return bytes[span.start..<span.end]
  }
}

/// A stretch of a line that may hold bytes out of step, as bytes of GB18030.
struct DamagedStretch {
  /// A byte of the stretch.
  struct Cell {
    /// Nil for a byte that is lost: a `?` stands in its place.
    var byte: UInt8?
    /// The character of the text that the byte is a part of, with what goes with it.
    var source: Range<Int>
    /// That character where the byte begins it, else 0.
    var scalar: UInt32
    /// For a lost byte behind which a reading stands, as in `?nèi)`: the second byte of the character
    /// before it.
    ///
    /// The program that added the reading took this byte and the lost one for a traditional
    /// character, and put its reading between them and the rest of the lost one's character.
    var misread: UInt8?

    /// Whether the byte is of a piece that is no character and stands at `place` of the text.
    func isPiece(at place: Int) -> Bool { scalar == 0xFFFD && source.lowerBound == place }

    /// Whether the byte begins a full-width character that was made narrow.
    var isNarrow: Bool { byte == 0xA3 && source.count == 1 }

    /// Whether a lost byte or one of a piece that is no character.
    var isMark: Bool { byte == nil || scalar == 0xFFFD }
  }

  private(set) var cells: [Cell] = []
  /// What stands before the stretch, as normalised text has it.
  private(set) var before = PlausibilityModel.Context.lineStart
  /// The characters after it, to the end of the line at most.
  private(set) var after: [UInt32] = []
  private let original: DamageBytes?
  /// Where the stretch begins and ends in the text.
  private(set) var start = 0
  private(set) var end = 0

  /// How many of the cells are marks.
  var markCount: Int { cells.count { $0.isMark } }

  /// So many characters are looked at on either side of the place, however many there are on the other: a
  /// lost byte at the beginning of a paragraph may show at its end, and puts what follows out of step.
  private static let reach = 400

  /// The stretch around the lost byte at `place` of `text`, but not before `start` and with at most
  /// `following` characters behind the place.
  ///
  /// - Complexity: O(characters of the stretch): those before the place go back to the ASCII character before
  ///   it at most, so that all marks of a text together read them once, but for pieces that are no character.
  init(
    around place: Int, of text: [UInt8], from start: Int, _ original: DamageBytes?,
    following: Int = reach
  ) {
    self.original = original
    var index = Self.start(of: place, in: text, from: start)
    self.start = index
    before = Self.context(before: index, of: text)
    var rest = following + 1
    while index < text.count, rest > 0, let next = read(text, index) {
      if index >= place { rest -= 1 }
      index = next
    }
    // A letter may be the second byte of a character.
    if index < text.count, !cells.isEmpty, text[index] >= 0x40, text[index] < 0x7F {
      cells.append(
        Cell(byte: text[index], source: index..<index + 1, scalar: UInt32(text[index])))
      index += 1
      if index < text.count, let next = read(text, index) { index = next }
    }
    end = index
    after = Self.following(index, of: text)
  }

  /// Where the characters begin that may be out of step with the mark at `place`.
  static func start(of place: Int, in text: [UInt8], from start: Int) -> Int {
    var index = place
    var count = 0
    while index > start, count < reach, let previous = previous(text, index, start) {
      index = previous
      count += 1
    }
    return index
  }

  /// The two characters before `index`, as far as they stand on its line.
  private static func context(before index: Int, of text: [UInt8]) -> PlausibilityModel.Context {
    var context = PlausibilityModel.Context.lineStart
    var start = max(0, index - 16)
    if let line = text[start..<index].lastIndex(of: 0x0A) { start = line + 1 }
    while start < index, text[start] & 0xC0 == 0x80 { start += 1 }
    while start < index {
      let (scalar, length) = UTF8Bytes.decode(text, at: start)
      context = context.followed(by: ShiftCandidates.entry(scalar ?? 0xFFFD).folded)
      start += length
    }
    return context
  }

  /// The next three characters, or those to the end of the line and the end itself.
  private static func following(_ start: Int, of text: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    var index = start
    while scalars.count < 3 {
      guard index < text.count, text[index] != 0x0A, text[index] != 0x0D else {
        return scalars + [0x0A]
      }
      let (scalar, length) = UTF8Bytes.decode(text, at: index)
      scalars.append(ShiftCandidates.entry(scalar ?? 0xFFFD).folded)
      index += length
    }
    return scalars
  }

  /// Where the character or reading before `index` begins that can be part of the stretch.
  private static func previous(_ text: [UInt8], _ index: Int, _ start: Int) -> Int? {
    var begin = index - 1
    while text[begin] == UInt8(ascii: ")") {
      guard let opening = BracketedReading.start(endingAt: begin + 1, of: text), opening > start
      else { return nil }
      begin = opening - 1
    }
    guard text[begin] >= 0x80 else { return nil }
    while begin > start, text[begin] & 0xC0 == 0x80 { begin -= 1 }
    return begin
  }

  /// Adds the character at `index`; returns where the next begins, or nil where the stretch ends.
  private mutating func read(_ text: [UInt8], _ index: Int) -> Int? {
    let (decoded, length) = UTF8Bytes.decode(text, at: index)
    guard let scalar = decoded, scalar != 0x0A else { return nil }
    if scalar == 0xFFFD, let known = original?.bytes(of: index..<index + length) {
      for byte in known {
        cells.append(Cell(byte: byte, source: index..<index + length, scalar: scalar))
      }
      return index + length
    }
    if scalar == 0x3F {
      // A bracket is swallowed by the lost byte before it.
      let bracket = BracketedReading.end(ofSwallowed: index + length, of: text)
      let end = bracket ?? index + length
      // After a mark, `?` is the full-width one of two bytes that was made narrow later.
      if let last = cells.last, last.byte == nil, last.source.count == 1 {
        cells.append(Cell(byte: 0xA3, source: index..<end, scalar: scalar))
        cells.append(Cell(byte: 0xBF, source: index..<end, scalar: 0))
        return end
      }
      let misread = bracket == nil ? nil : cells.last?.byte
      cells.append(Cell(byte: nil, source: index..<end, scalar: scalar, misread: misread))
      return end
    }
    if let end = narrowEnd(at: index, of: text) {
      cells.append(Cell(byte: 0xA3, source: index..<index + 1, scalar: scalar))
      cells.append(Cell(byte: UInt8(scalar + 0x80), source: index..<index + 1, scalar: 0))
      guard end > index + 1 else { return end }
      let letter = text[index + 1]
      cells.append(Cell(byte: letter, source: index + 1..<end, scalar: UInt32(letter)))
      return end
    }
    let code = PairTable.gb18030.code(of: scalar)
    guard scalar >= 0x80, code > 0 else { return nil }
    let end = BracketedReading.end(startingAt: index + length, of: text) ?? index + length
    cells.append(Cell(byte: UInt8(code >> 8), source: index..<end, scalar: scalar))
    cells.append(Cell(byte: UInt8(code & 0xFF), source: index..<end, scalar: 0))
    return end
  }
}

extension DamagedStretch {
  /// Where the character at `index` ends if it was made narrow after the byte before it was lost: the full-width
  /// one of two bytes that decoding made of the halves of two characters.
  ///
  /// `?,F(xiàn)` is such a one with the letter that is left of the second, and its reading; `?qū)m?xiàng)` stands
  /// between two lost bytes, of which the first has a reading.
  fileprivate func narrowEnd(at index: Int, of text: [UInt8]) -> Int? {
    guard (0x21...0x7E).contains(text[index]), let last = cells.last, last.byte == nil,
      index + 1 < text.count
    else { return nil }
    let next = text[index + 1]
    if (0x40...0x7E).contains(next) {
      return BracketedReading.end(startingAt: index + 2, of: text)
    }
    let hasReading = last.source.count > 3 && text[last.source.upperBound - 1] == UInt8(ascii: ")")
    return hasReading && (next == UInt8(ascii: "?") || next >= 0x80) ? index + 1 : nil
  }
}

/// A reading in brackets in text that is not normalised yet.
enum BracketedReading {
  /// The longest is `( chuǎng )`.
  private static let longest = 14

  /// Where a reading that begins with `(` at `start` ends.
  static func end(startingAt start: Int, of text: [UInt8]) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
    return end(ofSwallowed: start + 1, of: text)
  }

  /// Where a reading ends that has lost its opening bracket and begins at `start`.
  static func end(ofSwallowed start: Int, of text: [UInt8]) -> Int? {
    guard start < text.count, text[start] >= UInt8(ascii: "A") else { return nil }
    let limit = min(text.count, start + longest)
    guard let close = text[start..<limit].firstIndex(of: UInt8(ascii: ")")), close > start,
      PinyinSyllables.isReading(text[start..<close])
    else { return nil }
    return close + 1
  }

  /// Where the reading begins that ends before `end`.
  static func start(endingAt end: Int, of text: [UInt8]) -> Int? {
    let limit = max(0, end - longest - 1)
    guard let open = text[limit..<end].lastIndex(of: UInt8(ascii: "(")),
      PinyinSyllables.isReading(text[(open + 1)..<(end - 1)])
    else { return nil }
    return open
  }
}
