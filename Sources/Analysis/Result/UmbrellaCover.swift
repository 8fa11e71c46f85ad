/// What sanctions over the whole paragraph or document lend to the other directives, and what an
/// or-else lends to the order that it follows.
///
/// Keeps the two highest values with different owners, so that no directive lends to itself, and
/// asking costs the same however many directives there are.
struct UmbrellaCover {
  private let umbrella: CompiledUmbrella
  /// By slot; the owners are blocks.
  private var far: [Int: TopTwo] = [:]
  /// By block and slot; the owners are directives.
  private var near: [Int: [Int: TopTwo]] = [:]
  /// What the or-else of a directive lends to it in full, by directive and slot.
  private var own: [Int: [Int: Double]] = [:]

  init(_ umbrella: CompiledUmbrella) { self.umbrella = umbrella }

  /// Enters a directive that is a sanction, with the values of its slots.
  mutating func add(_ frame: Int, block: Int, _ values: LabelValues) {
    for slot in umbrella.slots {
      guard let value = values[slot] else { continue }
      far[slot, default: TopTwo()].add(value, owner: block)
      near[block, default: [:]][slot, default: TopTwo()].add(value, owner: frame)
    }
  }

  /// Enters the values of an or-else of the directive `frame`.
  mutating func add(orElseOf frame: Int, _ values: LabelValues) {
    for slot in umbrella.slots {
      guard let value = values[slot] else { continue }
      own[frame, default: [:]][slot] = max(own[frame]?[slot] ?? 0, value)
    }
  }

  /// The slot values of the or-elses of the directive `frame`, which is sanctioned by them alone.
  func orElse(of frame: Int) -> [Int: Double] { own[frame] ?? [:] }

  /// The best slot values that all sanctions but itself lend to a directive.
  ///
  /// - Complexity: O(slots of the umbrella).
  func values(for frame: Int, block: Int) -> [Int: Double] {
    var result: [Int: Double] = [:]
    for slot in umbrella.slots {
      let lent = [
        own[frame]?[slot],
        near[block]?[slot]?.best(without: frame).map { umbrella.paragraphFactor * $0 },
        far[slot]?.best(without: block).map { umbrella.documentFactor * $0 },
      ]
      if let best = lent.compactMap({ $0 }).max() { result[slot] = max(0, best) }
    }
    return result
  }
}

/// The two highest values that different owners have.
private struct TopTwo {
  private var first: (owner: Int, value: Double)?
  private var second: (owner: Int, value: Double)?

  mutating func add(_ value: Double, owner: Int) {
    guard let best = first else {
      first = (owner, value)
      return
    }
    if owner == best.owner {
      first = (owner, max(value, best.value))
    } else if value > best.value {
      second = best
      first = (owner, value)
    } else if second.map({ value > $0.value }) ?? true {
      second = (owner, value)
    }
  }

  func best(without owner: Int) -> Double? {
    first.flatMap { $0.owner == owner ? second?.value : $0.value }
  }
}
