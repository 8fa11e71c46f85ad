import SourceText

extension WrappedLines {
  /// A line that is not blank.
  struct Line {
    /// The bytes without blanks at the ends.
    let content: Range<Int>
    /// The number of blanks before it.
    let indent: Int
    let isAfterBlank: Bool
    /// Whether the number of a page stands before it, or a page begins with it.
    let isAfterPage: Bool
    /// Its width without blanks at the ends.
    private(set) var columns = 0
    /// Whether a comma or a stop stands inside of it.
    private(set) var hasMark = false
    /// The columns before its first comma or stop, at its end too; 0 where it has none.
    private(set) var firstMark = 0
    private(set) var innerCommas = 0
    /// The number of stops and semicolons inside of it.
    private(set) var innerStops = 0
    private(set) var hasCells = false
    /// Whether it ends with a comma or inside of a quotation or bracket.
    private(set) var isCutInside = false
    let isClosed: Bool
    /// Whether it begins as an item of a list does.
    let opensItem: Bool
    /// Whether it begins with a figure or a Latin word, which are not cut.
    let opensWord: Bool
    /// Whether it ends in the dots of a text that was cut short.
    let isTruncated: Bool

    init(
      _ content: Range<Int>, of text: [UInt8], indent: Int, isAfterBlank: Bool, isAfterPage: Bool
    ) {
      self.content = content
      self.indent = indent
      self.isAfterBlank = isAfterBlank
      self.isAfterPage = isAfterPage
      isClosed = TextLine.isClosed(content, of: text)
      opensItem = Enumeration.opensItem(content, of: text)
      opensWord = text[content.lowerBound] < 0x80 && Self.isNarrow(text[content.lowerBound])
      isTruncated = text[content].last == UInt8(ascii: ".")
      hasCells = TextLine.isNumberedRow(content, of: text)
      measure(text)
    }

    private mutating func measure(_ text: [UInt8]) {
      var index = content.lowerBound
      var depth = 0
      while index < content.upperBound {
        let byte = text[index]
        let length = byte.characterLength
        let isInner = index + length < content.upperBound
        // Marks of Chinese text were put into ASCII; figures and Latin letters have one column.
        columns += byte < 0x80 && Self.isNarrow(byte) ? 1 : 2
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "\t"): hasCells = true
        case UInt8(ascii: ","):
          noteMark()
          if isInner {
            hasMark = true
            innerCommas += 1
          } else {
            isCutInside = true
          }
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
          noteMark()
          if isInner { addStop() }
        case 0xE2, 0xE3:
          switch TextLine.scalar(text, index) {
          case 0x3001: if !isInner { isCutInside = true }
          case 0x3002:
            noteMark()
            if isInner { addStop() }
          case 0x201C, 0x300A: depth += 1
          case 0x201D, 0x300B: depth -= 1
          default: break
          }
        default: break
        }
        index += length
      }
      if depth > 0 { isCutInside = true }
    }

    /// Whether it is so long, and ends in such a way, that its sentence goes on behind it.
    var goesOn: Bool { !isClosed && !hasCells && columns >= Self.leastColumns }

    /// Shorter lines are headings, names and cells.
    private static let leastColumns = 40

    private mutating func noteMark() { if firstMark == 0 { firstMark = columns } }

    private mutating func addStop() {
      hasMark = true
      innerStops += 1
    }

    private static func isNarrow(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"):
        false
      default: true
      }
    }

    /// Whether `next` may be the rest of what this line says, as far as layout tells.
    func mayGoOn(in next: Self) -> Bool {
      !next.isAfterBlank && next.indent <= indent && !next.opensItem && !hasCells && !next.hasCells
    }
  }
}
