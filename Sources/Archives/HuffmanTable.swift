/// The code of one alphabet of a deflate stream, read bit by bit (RFC 1951, 3.2.2).
struct HuffmanTable {
  private static let longest = 15
  /// Bits that are looked up at once.
  private static let quickBits = 9

  /// For the next nine bits: the symbol times 16 plus the length of its code; 0 for longer codes.
  private var quick = [UInt16](repeating: 0, count: 1 << quickBits)
  /// Codes of each length.
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// Symbols ordered by their codes.
  private var symbols: [UInt16] = []

  /// The table for the code lengths of the symbols 0, 1, 2 …; 0 for a symbol that does not occur.
  ///
  /// - Returns: nil where the lengths make more codes than there are, or fewer, unless there is but
  ///   one code.
  init?(_ lengths: ArraySlice<UInt8>) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var left = 1
    for length in 1...HuffmanTable.longest {
      left = left * 2 - counts[length]
      if left < 0 { return nil }
    }
    let used = counts.reduce(0, +)
    if left > 0, used > 1 || (used == 1 && counts[1] == 0) { return nil }
    fill(lengths)
  }

  private mutating func fill(_ lengths: ArraySlice<UInt8>) {
    var starts = [Int](repeating: 0, count: HuffmanTable.longest + 2)
    var codes = [Int](repeating: 0, count: HuffmanTable.longest + 2)
    for length in 1...HuffmanTable.longest {
      starts[length + 1] = starts[length] + counts[length]
      codes[length + 1] = (codes[length] + counts[length]) << 1
    }
    symbols = [UInt16](repeating: 0, count: starts[HuffmanTable.longest + 1])
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[starts[length]] = UInt16(symbol)
      starts[length] += 1
      let code = codes[length]
      codes[length] += 1
      guard length <= HuffmanTable.quickBits else { continue }
      var index = HuffmanTable.reversed(code, length)
      while index < quick.count {
        quick[index] = UInt16(symbol << 4 | length)
        index += 1 << length
      }
    }
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 << 1 | (code >> $1 & 1) }
  }

  /// The next symbol; nil where the bits are no code or the stream ends inside one.
  func symbol(_ bits: inout BitReader) -> Int? {
    let entry = quick[bits.peek(HuffmanTable.quickBits)]
    if entry > 0 { return bits.skip(Int(entry & 15)) ? Int(entry >> 4) : nil }
    let ahead = bits.peek(HuffmanTable.longest)
    var (code, first, index) = (0, 0, 0)
    for length in 1...HuffmanTable.longest {
      code |= ahead >> (length - 1) & 1
      let count = counts[length]
      if code - count < first {
        return bits.skip(length) ? Int(symbols[index + code - first]) : nil
      }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}

/// Reads bits from the low end of each byte upwards.
struct BitReader {
  private let bytes: [UInt8]
  private let end: Int
  private var next: Int
  private var buffer: UInt64 = 0
  private var available = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    next = range.lowerBound
    end = range.upperBound
  }

  /// The offset of the byte that holds the next bit.
  var offset: Int { next - available / 8 }

  private mutating func fill() {
    while available <= 48, next < end {
      buffer |= UInt64(bytes[next]) << UInt64(available)
      next += 1
      available += 8
    }
  }

  /// The next `count` bits, up to 15, without going on; zeros stand for bits after the end.
  mutating func peek(_ count: Int) -> Int {
    if available < count { fill() }
    return Int(truncatingIfNeeded: buffer & (1 << UInt64(count) - 1))
  }

  /// Goes on by `count` bits; false where the stream has fewer.
  mutating func skip(_ count: Int) -> Bool {
    if available < count { fill() }
    guard available >= count else { return false }
    buffer >>= UInt64(count)
    available -= count
    return true
  }

  /// The next `count` bits, up to 15; nil where the stream has fewer.
  mutating func take(_ count: Int) -> Int? {
    let value = peek(count)
    return skip(count) ? value : nil
  }

  /// Drops the bits up to the next byte, and takes `count` whole bytes.
  mutating func takeBytes(_ count: Int) -> ArraySlice<UInt8>? {
    let start = offset
    guard start + count <= end else { return nil }
    next = start + count
    buffer = 0
    available = 0
    return bytes[start..<next]
  }
}
