import Decoding

/// The characters that come into question where one of their two bytes is lost.
struct ShiftCandidates: Sendable {
  struct Entry: Sendable {
    let scalar: UInt32
    /// The character that stands for it in normalised text.
    let folded: UInt32
  }

  static let shared = ShiftCandidates()

  private var byLead: [[Entry]] = Array(repeating: [], count: 256)
  private var byTrail: [[Entry]] = Array(repeating: [], count: 256)
  private var beforePrivate: [[Entry]] = Array(repeating: [], count: 256)

  private init() {
    for lead in PairTable.leads {
      for trail in PairTable.trails {
        let scalar = PairTable.gb18030.scalar(lead, trail)
        guard scalar > 0 else { continue }
        let entry = Self.entry(scalar)
        // The characters and marks of GB2312, and traditional forms of such.
        guard PlausibilityModel.rank(entry.folded) > 1e-7 else { continue }
        // Digits and letters of full width hardly ever stand alone.
        let plain = PlausibilityModel.plain(entry.folded)
        if plain == 0x30 || plain == 0x41 { continue }
        byLead[Int(lead)].append(entry)
        byTrail[Int(trail)].append(entry)
        if Self.beginsPrivatePair(trail) { beforePrivate[Int(lead)].append(entry) }
      }
    }
  }

  /// The entry of any character.
  static func entry(_ scalar: UInt32) -> Entry {
    let folded = (0x800...0xFFFF).contains(scalar) ? VariantTable.shared.entry(scalar) : 0
    return Entry(
      scalar: scalar,
      folded: folded <= VariantTable.undecided ? scalar : UInt32(folded))
  }

  /// Pairs that begin with these bytes are no characters in GB2312 and are dropped by programs.
  private static func beginsPrivatePair(_ byte: UInt8) -> Bool {
    (0xAA...0xAF).contains(byte) || byte >= 0xF8
  }

  func withLead(_ lead: UInt8) -> [Entry] { byLead[Int(lead)] }
  func withTrail(_ trail: UInt8) -> [Entry] { byTrail[Int(trail)] }
  /// Characters whose second byte begins a pair that may have been dropped.
  func privateTrails(_ lead: UInt8) -> [Entry] { beforePrivate[Int(lead)] }

  /// Whether `trail` and the first byte of the entry make a traditional character; true without
  /// `trail`.
  static func isMisread(_ entry: Entry, after trail: UInt8?) -> Bool {
    guard let trail else { return true }
    let lead = UInt8(PairTable.gb18030.code(of: entry.scalar) >> 8)
    let misread = PairTable.gb18030.scalar(trail, lead)
    return misread >= 0x3400 && Self.entry(misread).folded != misread
  }

  /// Whether no question mark stands before the character: it is punctuation.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch entry(scalar).folded {
    case 0x3001, 0x3002, 0x2C, 0x3B, 0x3A, 0x29: true
    default: false
    }
  }
}
