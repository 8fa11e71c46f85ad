/// Which ASCII characters occur in a text: a step whose signs are missing need not look for them.
struct ByteCensus {
  private var seen = InlineArray<128, Bool>(repeating: false)

  /// The census of `text`, which is valid UTF-8.
  ///
  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    let bytes = text.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 { seen[Int(byte)] = true }
      index += TextLine.length(byte)
    }
  }

  /// Whether the ASCII character `byte` occurs.
  func has(_ byte: UInt8) -> Bool { seen[Int(byte)] }
}
