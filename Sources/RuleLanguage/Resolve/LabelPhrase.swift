/// What stands after `gives` or `label`: `name`, `name = value` or `name >= value`.
struct LabelPhrase: Hashable {
  enum Relation: Hashable {
    case equal
    case atLeast
  }

  let name: String
  /// Bytes of the text.
  let nameRange: Range<Int>
  let relation: Relation?
  /// Empty where there is no relation.
  let value: String
  let valueRange: Range<Int>

  /// Reads `text`, or returns nil where it is written otherwise.
  static func parse(_ text: String) -> LabelPhrase? {
    let bytes = Array(text.utf8)
    var position = 0
    func skipBlanks() {
      while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }
    func word() -> Range<Int> {
      skipBlanks()
      let start = position
      while position < bytes.count, !" =<>!".utf8.contains(bytes[position]) { position += 1 }
      return start..<position
    }
    func take(_ symbol: String) -> Bool {
      guard bytes[position...].starts(with: symbol.utf8) else { return false }
      position += symbol.utf8.count
      return true
    }
    let nameRange = word()
    skipBlanks()
    let relation: Relation? = take(">=") ? .atLeast : take("=") ? .equal : nil
    let valueRange = word()
    skipBlanks()
    guard position == bytes.count, !nameRange.isEmpty, valueRange.isEmpty == (relation == nil)
    else { return nil }
    return LabelPhrase(
      name: String(decoding: bytes[nameRange], as: UTF8.self), nameRange: nameRange,
      relation: relation, value: String(decoding: bytes[valueRange], as: UTF8.self),
      valueRange: valueRange)
  }
}
