/// Unpacks a deflate stream (RFC 1951).
package struct Inflater {
  private var bits: BitReader
  private let start: Int
  private let limit: Int
  private var output: [UInt8] = []

  private init(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) {
    bits = BitReader(bytes, range)
    start = range.lowerBound
    self.limit = limit
  }

  /// The text of the stream in `range` of `bytes`, and the offset after its last byte.
  ///
  /// No more than `limit` bytes are ever held.
  ///
  /// - Throws: `badStream` with an offset from the start of the stream, or `tooLarge`.
  /// - Complexity: O(bytes in and out).
  package static func inflate(
    _ bytes: [UInt8], _ range: Range<Int>, limit: Int
  ) throws(ArchiveError) -> (text: [UInt8], end: Int) {
    var inflater = Inflater(bytes, range, limit: limit)
    while try inflater.readBlock() {}
    return (inflater.output, inflater.bits.offset)
  }

  /// Reads one block; false after the last.
  private mutating func readBlock() throws(ArchiveError) -> Bool {
    let isLast = try take(1)
    switch try take(2) {
    case 0: try readStored()
    case 1: try readCodes(Inflater.fixedLiterals, Inflater.fixedDistances)
    case 2:
      let (literals, distances) = try readTables()
      try readCodes(literals, distances)
    default: throw damage
    }
    return isLast == 0
  }

  private mutating func readStored() throws(ArchiveError) {
    guard let header = bits.takeBytes(4) else { throw damage }
    let first = header.startIndex
    let length = Int(header[first]) | Int(header[first + 1]) << 8
    let check = Int(header[first + 2]) | Int(header[first + 3]) << 8
    guard length == ~check & 0xFFFF, let content = bits.takeBytes(length) else { throw damage }
    try grow(by: length)
    output += content
  }

  private mutating func readTables() throws(ArchiveError) -> (HuffmanTable?, HuffmanTable?) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw damage }
    var meta = [UInt8](repeating: 0, count: 19)
    for place in Inflater.order.prefix(lengthCount) { meta[place] = UInt8(try take(3)) }
    guard let table = HuffmanTable(meta[...]) else { throw damage }
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      guard let symbol = table.symbol(&bits) else { throw damage }
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw damage }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try take(7) + 11)
      default: lengths.append(UInt8(symbol))
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0,
      let literals = HuffmanTable(lengths[..<literalCount]),
      let distances = HuffmanTable(lengths[literalCount...])
    else { throw damage }
    return (literals, distances)
  }

  private mutating func readCodes(
    _ literals: HuffmanTable?, _ distances: HuffmanTable?
  ) throws(ArchiveError) {
    guard let literals, let distances else { throw damage }
    while true {
      guard let symbol = literals.symbol(&bits) else { throw damage }
      switch symbol {
      case ..<256:
        try grow(by: 1)
        output.append(UInt8(symbol))
      case 256: return
      case 257...285:
        let length = Inflater.lengthBases[symbol - 257] + (try take(Inflater.lengthBits(symbol)))
        guard let code = distances.symbol(&bits), code < 30 else { throw damage }
        let extra = code < 4 ? 0 : code / 2 - 1
        let distance = Inflater.distanceBases[code] + (try take(extra))
        guard distance <= output.count else { throw damage }
        try copy(length, from: output.count - distance)
      default: throw damage
      }
    }
  }

  private mutating func copy(_ length: Int, from start: Int) throws(ArchiveError) {
    try grow(by: length)
    for index in start..<start + length { output.append(output[index]) }
  }

  private func grow(by count: Int) throws(ArchiveError) {
    if output.count + count > limit { throw .tooLarge(limit: limit) }
  }

  private mutating func take(_ count: Int) throws(ArchiveError) -> Int {
    guard let value = bits.take(count) else { throw damage }
    return value
  }

  private var damage: ArchiveError { .badStream(offset: bits.offset - start) }

  private static func lengthBits(_ symbol: Int) -> Int {
    symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
  }

  /// The order in which a stream gives the lengths of the code for lengths.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static let lengthBases: [Int] = {
    var bases: [Int] = []
    var next = 3
    for symbol in 257...284 {
      bases.append(next)
      next += 1 << lengthBits(symbol)
    }
    return bases + [258]
  }()

  private static let distanceBases: [Int] = {
    var bases: [Int] = []
    var next = 1
    for code in 0..<30 {
      bases.append(next)
      next += 1 << (code < 4 ? 0 : code / 2 - 1)
    }
    return bases
  }()

  private static let fixedLiterals = HuffmanTable(
    ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
      + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))[...])
  // Two of the 32 codes never occur, but they have their places.
  private static let fixedDistances = HuffmanTable([UInt8](repeating: 5, count: 32)[...])
}
