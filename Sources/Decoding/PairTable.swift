/// The characters of two bytes of GB18030, both ways.
package struct PairTable: Sendable {
  /// Made once, when it is first asked for, by one conversion of all pairs.
  package static let gb18030 = PairTable(.gb18030)

  /// First bytes of pairs.
  package static let leads: ClosedRange<UInt8> = 0x81...0xFE
  /// Second bytes; 0x7F, which is none, has no character.
  package static let trails: ClosedRange<UInt8> = 0x40...0xFE

  private let scalars: [UInt16]
  private let codes: [UInt16]

  private init(_ encoding: TextEncoding) {
    var scalars = [UInt16](repeating: 0, count: 1 << 16)
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    for lead in PairTable.leads {
      // A line end after each pair keeps a pair that is no character from the next.
      let row = PairTable.trails.flatMap { [lead, $0, UInt8(ascii: "\n")] }
      let text = TextDecoder.decode(row, as: encoding)?.text ?? []
      for (trail, line) in zip(PairTable.trails, text.split(separator: UInt8(ascii: "\n"))) {
        let characters = String(decoding: line, as: UTF8.self).unicodeScalars
        guard let scalar = characters.first, characters.count == 1, scalar.value < 0xFFFD else {
          continue
        }
        let code = UInt16(lead) << 8 | UInt16(trail)
        scalars[Int(code)] = UInt16(scalar.value)
        codes[Int(scalar.value)] = code
      }
    }
    self.scalars = scalars
    self.codes = codes
  }

  /// The character of the pair; 0 if there is none.
  package func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    UInt32(scalars[Int(lead) << 8 | Int(trail)])
  }

  /// The two bytes of `scalar`, the first in the high eight bits; 0 if it has no pair.
  package func code(of scalar: UInt32) -> UInt16 {
    scalar < 0x1_0000 ? codes[Int(scalar)] : 0
  }
}
