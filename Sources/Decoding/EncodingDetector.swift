/// Finds out in which encoding a text is written.
///
/// What the bytes prove counts more than what the file says: a byte order mark, text that is valid
/// UTF-8 throughout, text that makes sense in UTF-16 only. Then what the markup declares, unless
/// the bytes contradict it. Then the encoding in which more of the characters are frequent ones;
/// both GB2312 and Big5 put those into rows of their own, so that no word list is needed.
package enum EncodingDetector {
  /// How much of a file is looked at where a part tells as much as the whole, in bytes: of text that is no ASCII,
  /// from its first byte on.
  private static let sampleSize = 1 << 16

  /// The encoding of `bytes`: the one that was `given`, else what they suggest.
  ///
  /// - Complexity: O(bytes), O(1) for one that was given.
  package static func encoding(of bytes: [UInt8], given: FoundEncoding?) -> FoundEncoding {
    given?.settled(by: bytes) ?? encoding(of: bytes)
  }

  /// The encoding of `bytes`; UTF-8 where nothing speaks for another.
  ///
  /// - Complexity: O(bytes).
  package static func encoding(of bytes: [UInt8]) -> FoundEncoding {
    if let marked = markedEncoding(bytes) { return FoundEncoding(marked, .byteOrderMark) }
    let sample = bytes.prefix(sampleSize)
    let hasNUL = holdsNUL(sample)
    if !hasNUL, isUTF8(bytes) { return FoundEncoding(.utf8, .detected) }
    if let encoding = WideTextProbe.encoding(of: sample) {
      return FoundEncoding(encoding, .detected)
    }
    if hasNUL, isUTF8(bytes) { return FoundEncoding(.utf8, .detected) }
    // Before it stands ASCII, in which all of these agree.
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let telling = bytes[first...].prefix(sampleSize)
    if let declared = DeclaredEncoding.find(in: bytes), isCredible(declared, of: telling) {
      return FoundEncoding(declared, .declared)
    }
    return FoundEncoding(detected(telling), .detected)
  }

  /// The encoding whose byte order mark `bytes` begin with; nil where they begin with none.
  static func markedEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) ? .gb18030 : nil
  }

  /// Every byte is looked at, for several at a time are faster than a stop at the first.
  private static func holdsNUL(_ sample: ArraySlice<UInt8>) -> Bool {
    let bytes = sample.span
    var found: UInt8 = 0
    for index in bytes.indices { found |= bytes[index] == 0 ? 1 : 0 }
    return found != 0
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    UTF8Probe.isValid(bytes)
  }

  /// Whether a sample could be in the encoding that the file declares.
  private static func isCredible(_ encoding: TextEncoding, of sample: ArraySlice<UInt8>) -> Bool {
    switch encoding {
    case .utf8: return UTF8Probe.isLikely(sample)
    case .gb18030: return PairProbe(sample, rows: .gb18030).isCredible
    case .big5: return PairProbe(sample, rows: .big5).isCredible
    // Whoever could read the declaration did not read it as UTF-16.
    case .utf16LittleEndian, .utf16BigEndian: return false
    }
  }

  private static func detected(_ sample: ArraySlice<UInt8>) -> TextEncoding {
    if UTF8Probe.isLikely(sample) { return .utf8 }
    let gb18030 = PairProbe(sample, rows: .gb18030)
    let big5 = PairProbe(sample, rows: .big5)
    let best = max(gb18030.score, big5.score)
    // Neither has more sense than damage: damaged UTF-8 shows at least its ASCII.
    guard best > 0 else { return .utf8 }
    return big5.score > gb18030.score ? .big5 : .gb18030
  }
}
