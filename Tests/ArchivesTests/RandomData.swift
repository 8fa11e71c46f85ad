import TestSupport

/// Random bytes of the kinds that bring out the parts of a packer.
enum RandomData {
  static let kinds = 8

  static func bytes(kind: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...40_000, using: &generator)
    switch kind {
    case 0: return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case 1: return (0..<count).map { _ in UInt8.random(in: 97...100, using: &generator) }
    case 2: return Array(repeating: UInt8.random(in: 0...255, using: &generator), count: count)
    case 3: return [UInt8.random(in: 0...255, using: &generator)]
    case 4: return repeats(count, &generator)
    case 5: return (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    case 6: return words(count, &generator)
    default:
      return bytes(kind: 6, &generator) + bytes(kind: 0, &generator) + bytes(kind: 2, &generator)
    }
  }

  /// Pieces that come again from far back.
  private static func repeats(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
    while bytes.count < count {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let length = Int.random(in: 1...300, using: &generator)
      bytes += Array(bytes[start..<min(start + length, bytes.count)])
    }
    return bytes
  }

  private static func words(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    let words = ["<w:t>", "</w:t>", "整改", "责任", "督查，", "\n", "<w:p>", "12", "。"]
    var bytes: [UInt8] = []
    while bytes.count < count {
      bytes += words[Int.random(in: 0..<words.count, using: &generator)].utf8
    }
    return bytes
  }
}
