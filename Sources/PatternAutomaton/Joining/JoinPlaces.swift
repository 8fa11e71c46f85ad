/// The places, a state and an offset each, that a join has reached from one start.
struct JoinPlaces: Sendable {
  /// Places that were reached, then what is left of earlier starts.
  private var places: [UInt64] = []
  private(set) var count = 0
  private var seen: Set<UInt64> = []

  /// Most joins reach a handful of places, for which looking through them beats hashing.
  private static let few = 24

  subscript(index: Int) -> UInt64 { places[index] }

  /// Forgets all places but this one.
  mutating func restart(_ state: Int, _ offset: Int) {
    if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
    count = 0
    append(Self.place(state, offset))
  }

  mutating func visit(_ state: Int, _ offset: Int) {
    let place = Self.place(state, offset)
    if count < Self.few {
      for index in 0..<count where places[index] == place { return }
    } else {
      if seen.isEmpty { seen.formUnion(places[..<count]) }
      if !seen.insert(place).inserted { return }
    }
    append(place)
  }

  @inline(__always)
  private mutating func append(_ place: UInt64) {
    if count < places.count { places[count] = place } else { places.append(place) }
    count += 1
  }

  static func place(_ state: Int, _ offset: Int) -> UInt64 { UInt64(state) << 32 | UInt64(offset) }
  static func state(_ place: UInt64) -> Int { Int(place >> 32) }
  static func offset(_ place: UInt64) -> Int { Int(place & 0xFFFF_FFFF) }
}
