import Decoding

/// Reads a stretch of bytes in every way that at most one lost byte allows, and keeps the best.
///
/// A way of reading goes from the first byte to the last and takes at each step a character of two
/// bytes, an ASCII character, or one of which a byte is lost: put out of step by a byte that is
/// missing without a trace, or replaced by a mark. Each step costs what the character is worth
/// after the two before it, and a lost byte costs extra. At each byte the best few ways go on.
struct ShiftSearch {
  /// One step of a way.
  struct Step {
    var scalar: UInt32
    /// The bytes that it took.
    var cells: Range<Int>
    fileprivate var parent: Int
    fileprivate var cost: Double
    fileprivate var context: PlausibilityModel.Context
    /// Whether a byte was lost without a trace.
    fileprivate var isMissing: Bool
    /// Whether a mark was read as a lost byte.
    fileprivate var isShifted: Bool
  }

  /// A whole way.
  struct Way {
    var steps: [Step]
    var cost: Double
  }

  enum Penalty {
    static let mark = -3.0
    static let missingByte = -6.0
    static let lostCharacter = -7.0
    static let lostPair = -14.0
  }

  /// The steps that end before one byte.
  private struct Column {
    var steps: [Int] = []
    /// The costs of the best `width` of them, the worst first.
    private var best: [Double] = []
    /// Whether more than `width` were offered.
    private(set) var isCrowded = false

    /// Whether a step of such a cost is worse than enough others that came before it.
    func isHopeless(_ cost: Double) -> Bool {
      best.count == ShiftSearch.width && cost <= best[0]
    }

    /// Takes note that a step was not added because there is no hope for it.
    mutating func pass() { isCrowded = true }

    /// Adds a step that is not hopeless.
    mutating func add(_ step: Int, _ cost: Double) {
      steps.append(step)
      if best.count == ShiftSearch.width {
        isCrowded = true
        best.removeFirst()
      }
      best.insert(cost, at: best.firstIndex { $0 >= cost } ?? best.count)
    }
  }

  private static let width = 40
  private static let first: Step = Step(
    scalar: 0x0A, cells: 0..<0, parent: -1, cost: 0, context: .lineStart, isMissing: false,
    isShifted: false)

  private let cells: [DamagedStretch.Cell]
  private let after: [UInt32]
  private let model: PlausibilityModel
  private let candidates = ShiftCandidates.shared
  private var steps: [Step] = []
  /// By the byte before which the steps of each end.
  private var columns: [Column]
  /// How many characters were tried so far, each after one step.
  private(set) var tried = 0
  /// No more are tried, but for those at one byte.
  private let mostTried: Int

  /// The search of `stretch` that gives up when `mostTried` characters were tried.
  init(_ stretch: DamagedStretch, _ model: PlausibilityModel, mostTried: Int) {
    self.model = model
    self.mostTried = mostTried
    cells = stretch.cells
    columns = Array(repeating: Column(), count: cells.count + 1)
    var start = Self.first
    start.context = stretch.before
    after = stretch.after
    steps.append(start)
    columns[0].steps = [0]
  }

  /// The best ways, the best first; none where the search gave up.
  ///
  /// - Complexity: O(`tried` · log `tried`): for each byte and step at most the candidates for a lost byte
  ///   and the characters that the model has seen after one, which an article can make many.
  mutating func ways() -> [Way] {
    for position in cells.indices {
      guard tried < mostTried else { return [] }
      keepBest(position)
      for index in columns[position].steps { extend(steps[index], index, at: position) }
    }
    keepBest(cells.count)
    let ends = columns[cells.count].steps.map { index in
      Way(
        steps: path(to: index),
        cost: steps[index].cost + model.cost(of: after, after: steps[index].context))
    }
    return ends.sorted { $0.cost > $1.cost }
  }

  private mutating func keepBest(_ position: Int) {
    guard columns[position].isCrowded else { return }
    let steps = steps
    columns[position].steps.sort { steps[$0].cost > steps[$1].cost }
    columns[position].steps.removeLast(columns[position].steps.count - Self.width)
  }

  private func path(to end: Int) -> [Step] {
    var path: [Step] = []
    var index = end
    while steps[index].parent >= 0 {
      path.append(steps[index])
      index = steps[index].parent
    }
    return path.reversed()
  }

  private mutating func extend(_ step: Step, _ index: Int, at position: Int) {
    let costs = model.costs(after: step.context)
    let byte = cells[position].byte
    let isLast = position + 1 == cells.count
    let next = isLast ? nil : cells[position + 1].byte
    var way = Continuation(step, index, position)
    switch (byte, next) {
    case (nil, _):
      add(way.taking(1, 0x3F, costs[0x3F] + Penalty.mark))
      if next == nil, !isLast, cells[position].source.count > 3,
        cells[position + 1].source.count > 3
      {
        addFollowers(way, 2, costs)
      }
      if let next, next >= 0x40 {
        way.isShifted = true
        let misread = cells[position].misread
        let trailing = candidates.withTrail(next)
        if misread != nil { tried += trailing.count }
        let entries = trailing.filter { ShiftCandidates.isMisread($0, after: misread) }
        add(way, 2, entries, costs, Penalty.mark)
        way.isShifted = step.isShifted
      }
      if !step.isMissing, mayBeLostCharacter(position) {
        way.isMissing = true
        addFollowers(way, 1, costs)
      }
      return
    case (.some(let byte), _) where byte < 0x80:
      add(way.taking(1, UInt32(byte), costs[UInt32(byte)]))
    case (.some(let byte), nil) where !isLast:
      way.isShifted = true
      add(way, 2, candidates.withLead(byte), costs, Penalty.mark)
      way.isShifted = step.isShifted
    case (.some(let byte), .some(let next)):
      let scalar = PairTable.gb18030.scalar(byte, next)
      if scalar > 0 { add(way, 2, [ShiftCandidates.entry(scalar)], costs, 0) }
    default: break
    }
    if cells[position].scalar == 0xFFFD {
      let mark = ShiftCandidates.Entry(scalar: 0xFFFD, folded: 0x3F)
      add(way, 1, [mark], costs, Penalty.mark)
    }
    guard let byte, byte >= 0x40 else { return }
    if !step.isMissing {
      way.isMissing = true
      add(way, 1, candidates.withTrail(byte), costs, Penalty.missingByte)
      add(way, 1, candidates.withLead(byte), costs, Penalty.missingByte)
    }
    if step.isShifted, let next, next >= 0x40 { addLostPair(way, byte, next, costs) }
  }

  /// Two characters between which a whole pair was dropped: the second byte of one, the first of
  /// the other.
  private mutating func addLostPair(
    _ way: Continuation, _ lead: UInt8, _ trail: UInt8, _ costs: PlausibilityModel.Costs
  ) {
    var ranked = candidates.privateTrails(lead).map { ($0, costs[$0.folded]) }
    tried += ranked.count
    ranked.sort { $0.1 > $1.1 }
    for (entry, cost) in ranked.prefix(4) {
      var first = way.taking(1, entry.scalar, cost + Penalty.lostPair)
      first.context = way.context.followed(by: entry.folded)
      let index = steps.count
      steps.append(first)
      let second = Continuation(first, index, way.position + 1)
      let costs = model.costs(after: first.context)
      add(second, 1, candidates.withTrail(trail), costs, 0)
    }
  }

  /// Whether a question mark cannot stand at `position`: before punctuation or beside a digit.
  private func mayBeLostCharacter(_ position: Int) -> Bool {
    if position > 0, (0x30...0x39).contains(cells[position - 1].scalar) { return true }
    guard position + 1 < cells.count else {
      // A letter behind the mark shows that more than one character is damaged.
      if after.count > 1, (0x41...0x7A).contains(after[1]) { return false }
      return after.first.map { ShiftCandidates.isMark($0) || (0x30...0x39).contains($0) } ?? false
    }
    if cells[position + 1].isNarrow { return false }
    return ShiftCandidates.isMark(cells[position + 1].scalar)
  }

  private mutating func add(_ step: Step) {
    tried += 1
    let column = step.cells.upperBound
    if columns[column].isHopeless(step.cost) { return columns[column].pass() }
    columns[column].add(steps.count, step.cost)
    steps.append(step)
  }

  /// Adds a step of `count` bytes for each of `entries`.
  private mutating func add(
    _ way: Continuation, _ count: Int, _ entries: [ShiftCandidates.Entry],
    _ costs: PlausibilityModel.Costs, _ penalty: Double
  ) {
    guard !entries.isEmpty, isPromising(way, count, penalty) else { return }
    tried += entries.count
    let column = way.position + count
    for entry in entries {
      let cost = costs[entry.folded] + penalty
      if columns[column].isHopeless(way.cost + cost) {
        columns[column].pass()
      } else {
        add(way.taking(count, entry, cost))
      }
    }
  }

  /// Adds a step of `count` bytes for each character that may stand for one that is lost.
  private mutating func addFollowers(
    _ way: Continuation, _ count: Int, _ costs: PlausibilityModel.Costs
  ) {
    let followers = model.followers(of: way.context)
    guard !followers.isEmpty, isPromising(way, count, Penalty.lostCharacter) else { return }
    tried += followers.count
    for scalar in followers {
      add(way.taking(count, scalar, costs[scalar] + Penalty.lostCharacter))
    }
  }

  /// Whether a step with `penalty` could be among the best: what a character is worth is never
  /// above zero.
  private mutating func isPromising(
    _ way: Continuation, _ count: Int, _ penalty: Double
  ) -> Bool {
    let column = way.position + count
    guard columns[column].isHopeless(way.cost + penalty) else { return true }
    columns[column].pass()
    return false
  }

  /// What all steps from one place have in common.
  private struct Continuation {
    let context: PlausibilityModel.Context
    let position: Int
    private let parent: Int
    let cost: Double
    var isMissing: Bool
    var isShifted: Bool

    init(_ step: Step, _ index: Int, _ position: Int) {
      context = step.context
      parent = index
      cost = step.cost
      isMissing = step.isMissing
      isShifted = step.isShifted
      self.position = position
    }

    func taking(_ count: Int, _ scalar: UInt32, _ cost: Double) -> Step {
      Step(
        scalar: scalar, cells: position..<position + count, parent: parent,
        cost: self.cost + cost, context: context.followed(by: scalar), isMissing: isMissing,
        isShifted: isShifted)
    }

    func taking(_ count: Int, _ entry: ShiftCandidates.Entry, _ cost: Double) -> Step {
      var step = taking(count, entry.scalar, cost)
      step.context = context.followed(by: entry.folded)
      return step
    }
  }
}
