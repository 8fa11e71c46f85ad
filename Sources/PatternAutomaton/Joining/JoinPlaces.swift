/// The places, a state and an offset each, that a join has reached from one start.
struct JoinPlaces: Sendable {
  private(set) var places: [UInt64] = []
  private var seen: Set<UInt64> = []

  /// Most joins reach a handful of places, for which looking through them beats hashing.
  private static let few = 24

  mutating func restart(at offset: Int) {
    places.removeAll(keepingCapacity: true)
    if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
    places.append(UInt64(offset))
  }

  mutating func visit(_ state: Int, _ offset: Int) {
    let place = UInt64(state) << 32 | UInt64(offset)
    if places.count < Self.few {
      for known in places where known == place { return }
    } else {
      if seen.isEmpty { seen.formUnion(places) }
      if !seen.insert(place).inserted { return }
    }
    places.append(place)
  }

  static func state(_ place: UInt64) -> Int { Int(place >> 32) }
  static func offset(_ place: UInt64) -> Int { Int(place & 0xFFFF_FFFF) }
}
