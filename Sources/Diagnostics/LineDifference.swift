/// The lines in which two texts differ, in the form that `patch` and people read.
package enum LineDifference {
  private static let context = 3

  /// A unified difference of `old` and `new` under the name `path`, or nothing where they are
  /// equal.
  ///
  /// Meant for texts of which little changed: what lies between the first and the last changed line
  /// is told as changed in blocks found line by line, not as the shortest difference.
  ///
  /// - Complexity: O(bytes), and O(n·m) for the lines between the first and the last change.
  package static func unified(_ old: [UInt8], _ new: [UInt8], path: String) -> String {
    let (before, after) = (lines(old), lines(new))
    if old == new { return "" }
    let steps = steps(before, after)
    var text = "--- \(path)\n+++ \(path)\n"
    for hunk in hunks(steps) { text += draw(steps[hunk], before, after) }
    return text
  }

  private enum Step: Hashable {
    case kept(old: Int, new: Int)
    case removed(old: Int, new: Int)
    case added(old: Int, new: Int)

    var isKept: Bool { if case .kept = self { true } else { false } }
    /// The 0-based lines of both texts before which the step stands.
    var places: (old: Int, new: Int) {
      switch self {
      case .kept(let old, let new), .removed(let old, let new), .added(let old, let new): (old, new)
      }
    }
  }

  /// Lines with the bytes that end them.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func steps(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [Step] {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    var steps = (0..<head).map { Step.kept(old: $0, new: $0) }
    steps += middle(old, head..<old.count - tail, new, head..<new.count - tail)
    steps += (0..<tail).reversed().map {
      .kept(old: old.count - 1 - $0, new: new.count - 1 - $0)
    }
    return steps
  }

  /// The longest common run of lines decides what is kept.
  private static func middle(
    _ old: [ArraySlice<UInt8>], _ first: Range<Int>, _ new: [ArraySlice<UInt8>],
    _ second: Range<Int>
  ) -> [Step] {
    // Too much for a table: all of it counts as changed.
    let most = 4_000_000
    var steps: [Step] = []
    var (left, right) = (first.lowerBound, second.lowerBound)
    if first.count * second.count <= most {
      let width = second.count + 1
      var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
      for row in stride(from: first.count - 1, through: 0, by: -1) {
        for column in stride(from: second.count - 1, through: 0, by: -1) {
          let place = row * width + column
          lengths[place] =
            old[first.lowerBound + row] == new[second.lowerBound + column]
            ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
        }
      }
      while left < first.upperBound, right < second.upperBound {
        let place = (left - first.lowerBound) * width + right - second.lowerBound
        if old[left] == new[right] {
          steps.append(.kept(old: left, new: right))
          left += 1
          right += 1
        } else if lengths[place + width] >= lengths[place + 1] {
          steps.append(.removed(old: left, new: right))
          left += 1
        } else {
          steps.append(.added(old: left, new: right))
          right += 1
        }
      }
    }
    steps += (left..<first.upperBound).map { .removed(old: $0, new: right) }
    steps += (right..<second.upperBound).map { .added(old: first.upperBound, new: $0) }
    return steps
  }

  /// Ranges of steps that stand together with their context.
  private static func hunks(_ steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where !step.isKept {
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func draw(
    _ steps: ArraySlice<Step>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> String {
    guard let places = steps.first?.places else { return "" }
    var counts = (old: 0, new: 0)
    var body = ""
    func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> String {
      let text = sign + String(decoding: bytes, as: UTF8.self)
      return bytes.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }
    for step in steps {
      switch step {
      case .kept(let index, _):
        counts = (counts.old + 1, counts.new + 1)
        body += line(" ", old[index])
      case .removed(let index, _):
        counts.old += 1
        body += line("-", old[index])
      case .added(_, let index):
        counts.new += 1
        body += line("+", new[index])
      }
    }
    func range(_ start: Int, _ count: Int) -> String {
      "\(count == 0 ? start : start + 1),\(count)"
    }
    return "@@ -\(range(places.old, counts.old)) +\(range(places.new, counts.new)) @@\n" + body
  }
}
