import Diagnostics
import SourceText

/// The order in which rules must be evaluated so that labels are given before they are read.
extension PackResolver {
  /// A stage for each rule; reports labels of one unit that depend on each other.
  mutating func stages() -> [Int] {
    var reads: [String: Set<String>] = [:]
    for rule in rules {
      let names = labelsRead(by: rule)
      for gift in rule.gives { reads[gift.label, default: []].formUnion(names) }
    }
    var stageOf: [String: Int] = [:]
    var path: [String] = []
    for name in reads.keys.sorted() { _ = stage(name, reads, &stageOf, &path) }
    return rules.map { rule in rule.gives.map { stageOf[$0.label] ?? 0 }.max() ?? 0 }
  }

  private mutating func stage(
    _ name: String, _ reads: [String: Set<String>], _ known: inout [String: Int],
    _ path: inout [String]
  ) -> Int {
    if let stage = known[name] { return stage }
    if let index = path.firstIndex(of: name) {
      if let label = labelIndex[name].map({ labels[$0] }) {
        reader.report(
          .labelCycle(
            path[index...] + [name], at: Label(file: label.span.file, span: label.span.span)))
      }
      known[name] = 0
      return 0
    }
    path.append(name)
    var result = 0
    for other in (reads[name] ?? []).sorted() {
      result = max(result, stage(other, reads, &known, &path) + 1)
    }
    path.removeLast()
    known[name] = result
    return result
  }

  private func labelsRead(by rule: Rule) -> Set<String> {
    ([rule.condition] + rule.vetoes.map(\.condition)).reduce(into: []) {
      collect($1, &$0)
    }
  }

  private func collect(_ condition: Condition, _ names: inout Set<String>) {
    switch condition {
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      for member in members { collect(member, &names) }
    case .label(let test): names.insert(test.label)
    case .formula(let expression): collect(expression.formula, &names)
    case .pattern, .ordered, .near: return
    }
  }

  private func collect(_ formula: Formula, _ names: inout Set<String>) {
    switch formula {
    case .number: return
    case .name(let name):
      if labelIndex[name] != nil { names.insert(name) }
    case .negate(let inner), .not(let inner): collect(inner, &names)
    case .binary(_, let left, let right):
      collect(left, &names)
      collect(right, &names)
    case .call(_, let arguments):
      for argument in arguments { collect(argument, &names) }
    }
  }
}
