import SourceText

/// Counts of kinds of characters in a piece of normalised text.
struct CharacterCensus: Sendable {
  private(set) var characters = 0
  private(set) var han = 0
  private(set) var latin = 0
  private(set) var digits = 0
  private(set) var stops = 0
  private(set) var bars = 0
  private(set) var isClosed = false

  /// Reads bytes, not `Character`s or scalars of a `String`, which took 15 times as long.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8], _ span: SourceSpan) {
    let bytes = text.span
    var last: UInt32 = 0
    var previousIsBlank = false
    var position = span.start
    while position < span.end {
      let scalar = Self.scalar(bytes, &position)
      characters += 1
      let isBlank = scalar == 0x20
      if isBlank, !previousIsBlank { bars += 1 }
      previousIsBlank = isBlank
      if isBlank { continue }
      last = scalar
      count(scalar)
    }
    isClosed = Unicode.Scalar(last).map(Self.closes) ?? false
  }

  /// The scalar at `position`, which moves behind it.
  private static func scalar(_ bytes: Span<UInt8>, _ position: inout Int) -> UInt32 {
    let lead = bytes[position]
    position += 1
    let following = lead.characterLength - 1
    if following == 0 { return UInt32(lead) }
    var scalar = UInt32(lead) & (0x3F >> UInt32(following))
    for _ in 0..<following where position < bytes.count {
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    return scalar
  }

  private mutating func count(_ value: UInt32) {
    // Most characters are of this range.
    if value >= 0x4E00, value <= 0x9FFF {
      han += 1
      return
    }
    guard let scalar = Unicode.Scalar(value) else { return }
    switch scalar {
    case "0"..."9": digits += 1
    case "a"..."z", "A"..."Z": latin += 1
    case "。", "!", "?", "！", "？": stops += 1
    case "|", ">", "»", "•", "·", "｜": bars += 1
    default: if scalar.isHan { han += 1 }
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "!", "?", "！", "？", ";", "；", ":", "：", "”", ")", "）", "》": true
    default: false
    }
  }
}
