import RuleLanguage
import SourceText

/// One label given to one unit by one rule, with the words that earned it.
struct Grant: Sendable {
  let rule: Int
  let unit: Int
  let value: Double
  let isConfident: Bool
  /// Spans in the normalised text, sorted, none inside another.
  let evidence: [SourceSpan]
}

/// The labels of one document while it is analysed.
///
/// Values resolve by maximum (see `CompiledGift`); all grants are kept, because reports show what
/// earned each value.
struct LabelStore: Sendable {
  /// By label and unit; empty for a label that no unit has yet, as most have none and units may be many.
  private var values: [[Double]]
  /// By label, on how many units it may stand.
  private var unitCounts: [Int]
  private(set) var grants: [[Grant]]
  /// By label and unit the index of the last grant in `grants[label]`, or -1; empty where `values` are.
  private var last: [[Int32]]
  /// By label and grant the index of the grant before it for the same unit, or -1.
  private var previous: [[Int32]]
  /// By label whether its value is known beside the text, whatever rules give.
  private var stated: [Bool]
  private let isTextual: [Bool]
  private let isChoice: [Bool]

  /// Labels for as many units of each kind as `unitCounts` says.
  init(labels: [LabelDeclaration], unitCounts: [UnitKind: Int]) {
    self.unitCounts = labels.map { unitCounts[$0.unit] ?? 0 }
    values = Array(repeating: [], count: labels.count)
    grants = Array(repeating: [], count: labels.count)
    stated = Array(repeating: false, count: labels.count)
    last = Array(repeating: [], count: labels.count)
    previous = Array(repeating: [], count: labels.count)
    isTextual = labels.map { $0.kind == .text || $0.kind == .date }
    isChoice = labels.map {
      if case .choice = $0.kind { return true }
      return false
    }
  }

  /// Says on how many units `labels` may stand, which is known only now.
  mutating func resize(_ labels: some Sequence<Int>, count: Int) {
    for label in labels { unitCounts[label] = count }
  }

  private mutating func makeRoom(_ label: Int) {
    guard values[label].isEmpty else { return }
    values[label] = Array(repeating: 0, count: unitCounts[label])
    last[label] = Array(repeating: -1, count: unitCounts[label])
  }

  /// Gives the document label the value that is stated beside the text; what rules give is kept, but
  /// resolves to nothing else.
  mutating func state(_ label: Int, _ value: Double) {
    makeRoom(label)
    values[label][0] = value
    stated[label] = true
  }

  /// Whether the value of the label is stated beside the text, so that no rule can change it.
  func isStated(_ label: Int) -> Bool { stated[label] }

  mutating func give(_ label: Int, _ grant: Grant) {
    makeRoom(label)
    if !stated[label] {
      values[label][grant.unit] = max(values[label][grant.unit], grant.value)
    }
    previous[label].append(last[label][grant.unit])
    last[label][grant.unit] = Int32(grants[label].count)
    grants[label].append(grant)
  }

  /// The resolved value, 0 where no rule gave the label.
  func value(_ label: Int, _ unit: Int) -> Double {
    unit < values[label].count ? values[label][unit] : 0
  }

  /// The highest value that confident rules gave.
  func confidentValue(_ label: Int, _ unit: Int) -> Double {
    var highest = 0.0
    forEachGrant(label, unit) { if $0.isConfident { highest = max(highest, $0.value) } }
    return highest
  }

  /// The grants of one unit in the order in which rules gave them.
  func grants(_ label: Int, _ unit: Int) -> [Grant] {
    var result: [Grant] = []
    forEachGrant(label, unit) { result.append($0) }
    return result.reversed()
  }

  /// Hands out the grants of one unit, the last one first.
  @inline(__always)
  private func forEachGrant(_ label: Int, _ unit: Int, _ body: (Grant) -> Void) {
    guard unit < last[label].count else { return }
    var index = last[label][unit]
    while index >= 0 {
      body(grants[label][Int(index)])
      index = previous[label][Int(index)]
    }
  }

  /// The grant that is shown for the value: the highest, then the earliest in the text, then the
  /// one with the most words, then the first rule; for words and dates the first rule first.
  ///
  /// With `isConfident` the first among those that confident rules gave.
  func winner(_ label: Int, _ unit: Int, isConfident: Bool = false) -> Grant? {
    var best: Grant?
    forEachGrant(label, unit) { grant in
      if isConfident, !grant.isConfident { return }
      // Of equals the first one given stays.
      if best.map({ !outranks($0, grant, label) }) ?? true { best = grant }
    }
    return best
  }

  private func outranks(_ left: Grant, _ right: Grant, _ label: Int) -> Bool {
    if isTextual[label] { return key(left, byRule: true) < key(right, byRule: true) }
    if left.value != right.value { return left.value > right.value }
    return key(left, byRule: false) < key(right, byRule: false)
  }

  /// All grants, the winner first and the others as they would follow, and why the first is shown
  /// rather than the second.
  func ranking(
    _ label: Int, _ unit: Int
  ) -> (grants: [Grant], resolution: LabelExplanation.Resolution) {
    let ranked = grants(label, unit).sorted { outranks($0, $1, label) }
    guard ranked.count > 1 else { return (ranked, .only) }
    let (first, second) = (ranked[0], ranked[1])
    if isTextual[label], first.rule != second.rule { return (ranked, .firstRule) }
    if first.value != second.value { return (ranked, isChoice[label] ? .firstChoice : .highest) }
    let left = key(first, byRule: false)
    let right = key(second, byRule: false)
    return (ranked, left.1 != right.1 ? .earliest : left.2 != right.2 ? .longest : .firstRule)
  }

  private func key(_ grant: Grant, byRule: Bool) -> (Int, Int, Int, Int) {
    let (start, length, rule) = Self.order(of: grant.evidence, by: grant.rule)
    return (byRule ? grant.rule : 0, start, length, rule)
  }

  /// What comes first among equal values: the earliest in the text, then the one with the most words, then
  /// the first rule.
  static func order(of evidence: [SourceSpan], by rule: Int) -> (Int, Int, Int) {
    let first = evidence.first ?? SourceSpan(0, 0)
    return (first.start, -first.length, rule)
  }
}
