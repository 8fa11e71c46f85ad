/// Strings that a payload names by number, since rules and parts of scores come again and again.
struct StringTable {
  private(set) var strings: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of `text`, which is added at its first use.
  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = strings.count
    strings.append(text)
    return strings.count - 1
  }
}
