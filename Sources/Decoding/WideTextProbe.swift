/// Tells UTF-16 without a byte order mark by the shares of plausible code units.
///
/// The letters of pinyin count as plausible: pages put it behind characters.
enum WideTextProbe {
  /// At least so many of a hundred code units are Han, ASCII, pinyin or punctuation of Han text.
  private static let plausiblePercent = 90

  /// The byte order in which `sample` is text; nil if there is none.
  static func encoding(of sample: ArraySlice<UInt8>) -> TextEncoding? {
    let count = sample.count / 2
    guard count > 0 else { return nil }
    var (little, big) = (0, 0)
    var index = sample.startIndex
    while index + 1 < sample.endIndex {
      let (first, second) = (UInt16(sample[index]), UInt16(sample[index + 1]))
      if isPlausible(second << 8 | first) { little += 1 }
      if isPlausible(first << 8 | second) { big += 1 }
      index += 2
    }
    guard max(little, big) * 100 >= plausiblePercent * count, little != big else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isPlausible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0xC0...0x1DC, 0x2010...0x203F, 0x3000...0x301F,
      0x4E00...0x9FFF,
      0xFF00...0xFF60:
      true
    default: false
    }
  }
}
