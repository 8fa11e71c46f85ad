import TestSupport

/// Random texts from fragments that normalisation acts on, whole and cut short.
enum NoisyText {
  private static let fragments = [
    "督查", "組", "責任", "后", "著名", "整改", "会", "Abc", "12", "A", "(", ")", "（", "）", "(huì)",
    "(huì )", "（zhong）", " ", "\u{3000}", "\u{A0}", ",", "，", "、", "。", "。。", ",,", ":", "；", ";",
    "&", "amp;", "&nbsp;", "&amp;", "&#20013;", "&#40;", "&#x29;", "lt;", "??", "?", "!", "“", "”",
    "「",
    "』", "《", "\u{200B}", "\u{AD}", "\u{FE0F}", "\u{E0101}", "\u{FEFF}", "\0", "⼈", "\u{F90A}", "Ａ",
    "𠮷", "😀", "é", "hu", "ì",
  ]
  private static let lineEnds = ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"]
  private static let damage: [[UInt8]] = [
    [0xFF], [0xE5], [0xE5, 0xB8], [0xF0, 0x9F, 0x98], [0x80],
  ]

  /// About `count` fragments; on one line only if `isOneLine`.
  static func bytes(
    _ count: Int, isOneLine: Bool = false, using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: bytes += damage.randomElement(using: &generator) ?? []
      case 1 where !isOneLine: bytes += (lineEnds.randomElement(using: &generator) ?? "").utf8
      default: bytes += (fragments.randomElement(using: &generator) ?? "").utf8
      }
    }
    return bytes
  }
}
