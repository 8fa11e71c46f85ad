/// The character references of HTML that are left over in articles copied from pages.
enum HTMLEntity {
  /// The character named by `name`, what stands between `&` and `;`; nil if it is no reference.
  ///
  /// A number that is no character stands for U+FFFD.
  static func scalar(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard name.first == UInt8(ascii: "#") else {
      switch String(decoding: name, as: UTF8.self) {
      case "nbsp": return 0xA0
      case "amp": return 0x26
      case "lt": return 0x3C
      case "gt": return 0x3E
      case "quot": return 0x22
      default: return nil
      }
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard digits.first != "+", digits.first != "-",
      let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    else { return nil }
    return number == 0 ? 0xFFFD : Unicode.Scalar(number)?.value ?? 0xFFFD
  }
}
