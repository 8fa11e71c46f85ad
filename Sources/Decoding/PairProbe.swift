/// Reads a sample as an encoding of two-byte characters and weighs what it sees.
struct PairProbe {
  /// Which rows of an encoding hold what.
  enum Rows {
    case gb18030
    case big5
  }

  private var frequent = 0
  private var rare = 0
  private var marks = 0
  private var foreign = 0
  private var damage = 0
  private let rows: Rows

  /// - Complexity: O(`sample`).
  init(_ sample: ArraySlice<UInt8>, rows: Rows) {
    self.rows = rows
    var index = sample.startIndex
    while index < sample.endIndex {
      let first = sample[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < sample.endIndex else { break }
      switch rows {
      case .gb18030: index += addGB18030(first, sample[(index + 1)...])
      case .big5: index += addBig5(first, sample[index + 1])
      }
    }
  }

  private var total: Int { frequent + rare + marks + foreign + damage }

  /// The mean weight of a character, at most 1; what is neither frequent nor damage adds little.
  ///
  /// Characters outside GB2312 are traditional ones in most texts, those outside the two levels of
  /// Big5 speak against it.
  var score: Double {
    guard total > 0 else { return 0 }
    let outside = rows == .gb18030 ? 0.35 : -1
    let weight = Double(frequent + marks) + 0.2 * Double(rare) + outside * Double(foreign)
    return (weight - 2 * Double(damage)) / Double(total)
  }

  /// Whether at most one character in fifty is damage.
  var isCredible: Bool { damage * 50 <= total }

  /// Counts the character that begins with `first` and returns its length.
  private mutating func addGB18030(_ first: UInt8, _ rest: ArraySlice<UInt8>) -> Int {
    let second = rest[rest.startIndex]
    guard first > 0x80, first < 0xFF else {
      damage += 1
      return 1
    }
    switch second {
    case 0xA1...0xFE:
      switch first {
      case 0xB0...0xD7: frequent += 1
      case 0xD8...0xF7: rare += 1
      case 0xA1...0xA3: marks += 1
      case ..<0xAA: foreign += 1
      default: damage += 1
      }
      return 2
    case 0x40...0x7E, 0x80...0xA0:
      foreign += 1
      return 2
    case 0x30...0x39 where isFourBytes(rest):
      foreign += 1
      return 4
    default:
      damage += 1
      return 1
    }
  }

  private func isFourBytes(_ rest: ArraySlice<UInt8>) -> Bool {
    let start = rest.startIndex
    guard rest.count > 2 else { return false }
    return (0x81...0xFE).contains(rest[start + 1]) && (0x30...0x39).contains(rest[start + 2])
  }

  private mutating func addBig5(_ first: UInt8, _ second: UInt8) -> Int {
    guard first > 0x80, first < 0xFF,
      (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second)
    else {
      damage += 1
      return 1
    }
    switch first {
    case 0xA4...0xC6: frequent += 1
    case 0xC9...0xF9: rare += 1
    case 0xA1...0xA3: marks += 1
    default: foreign += 1
    }
    return 2
  }
}
