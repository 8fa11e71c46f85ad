/// The character references of HTML: in pages, and left over in articles copied from them.
package enum HTMLEntity {
  /// The character named by `name`, what stands between `&` and `;`; nil if it is no reference.
  ///
  /// A number that is no character stands for U+FFFD.
  package static func scalar(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard name.first == UInt8(ascii: "#") else {
      return names[String(decoding: name, as: UTF8.self)]
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard digits.first != "+", digits.first != "-",
      let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    else { return nil }
    return number == 0 ? 0xFFFD : Unicode.Scalar(number)?.value ?? 0xFFFD
  }

  /// The character that stands at the head of `text` (what follows `&`) without a semicolon behind its name, and
  /// the bytes of the name: pages read the oldest names so.
  package static func open(_ text: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int)? {
    for (name, scalar) in old where text.starts(with: name) { return (scalar, name.count) }
    return nil
  }

  private static let old: [(name: [UInt8], scalar: UInt32)] = [
    (Array("nbsp".utf8), 0xA0), (Array("amp".utf8), 0x26), (Array("quot".utf8), 0x22),
    (Array("lt".utf8), 0x3C), (Array("gt".utf8), 0x3E), (Array("middot".utf8), 0xB7),
  ]

  /// The longest name or number between `&` and `;`, in bytes.
  package static let longest = 10

  /// The names that pages in Chinese use; of the two thousand others none was seen.
  private static let names: [String: UInt32] = [
    "nbsp": 0xA0, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27,
    "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D,
    "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "laquo": 0xAB,
    "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A, "middot": 0xB7, "bull": 0x2022,
    "hellip": 0x2026, "mdash": 0x2014, "ndash": 0x2013, "copy": 0xA9, "reg": 0xAE,
    "trade": 0x2122, "times": 0xD7, "divide": 0xF7, "deg": 0xB0, "permil": 0x2030,
    "yen": 0xA5, "sect": 0xA7, "para": 0xB6, "plusmn": 0xB1, "le": 0x2264, "ge": 0x2265,
    "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193, "shy": 0xAD,
  ]
}
