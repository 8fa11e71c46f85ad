/// Which bytes occur in a text: a step whose signs are missing need not look for them.
struct ByteCensus {
  private var seen = InlineArray<256, Bool>(repeating: false)

  /// - Complexity: O(bytes).
  init(_ text: [UInt8]) {
    let bytes = text.span
    for index in bytes.indices { seen[Int(bytes[index])] = true }
  }

  func has(_ byte: UInt8) -> Bool { seen[Int(byte)] }
}
