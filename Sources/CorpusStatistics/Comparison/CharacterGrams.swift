/// Runs of two to four characters, each packed into one number.
///
/// Four characters of the basic plane fill 64 bits, so a corpus is counted without a string for
/// every run. Characters above the plane end a run, as everything does that the caller splits at.
package enum CharacterGrams {
  /// Characters of the runs that are counted.
  package static let lengths = 2...4

  /// Adds the runs of all lengths in `characters`, scalar values without a 0, to `counts`.
  ///
  /// - Complexity: O(characters).
  package static func count(_ characters: some Sequence<UInt32>, into counts: inout [UInt64: Int]) {
    var window: UInt64 = 0
    var length = 0
    for character in characters {
      guard character > 0, character < 0x1_0000 else {
        length = 0
        continue
      }
      window = window << 16 | UInt64(character)
      length = min(length + 1, lengths.upperBound)
      for size in lengths where size <= length {
        let mask = size == 4 ? UInt64.max : (1 << (16 * UInt64(size))) - 1
        counts[window & mask, default: 0] += 1
      }
    }
  }

  /// The characters of a packed run.
  package static func text(_ gram: UInt64) -> String {
    var text = ""
    for shift in stride(from: UInt64(48), through: 0, by: -16) {
      let value = UInt32(truncatingIfNeeded: gram >> shift & 0xFFFF)
      if value > 0, let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
