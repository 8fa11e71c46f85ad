import Analysis
import SourceText

/// A block of a page as both kinds of results hold it.
struct PageBlock: Sendable {
  let zone: String
  let line: Int
  let bytes: SourceSpan
  let text: String
  /// The rule that gave the zone, where that is recorded.
  let zoneRule: String?
  /// nil outside the body.
  let paragraph: ParagraphResult?

  /// All blocks of the article in the order of the text.
  static func all(_ result: AnalysisResult) -> [PageBlock] {
    let body = result.paragraphs.map {
      PageBlock(
        zone: $0.zone, line: $0.line, bytes: $0.bytes, text: $0.text, zoneRule: nil,
        paragraph: $0)
    }
    let others = result.otherBlocks.map {
      PageBlock(
        zone: $0.zone, line: $0.line, bytes: $0.bytes, text: $0.text, zoneRule: $0.rule,
        paragraph: nil)
    }
    return (body + others).sorted { $0.bytes < $1.bytes }
  }
}

/// Pairs the blocks of two readings of an article: equal texts first, then what stands between two
/// equal ones in its order.
///
/// For two analyses of the same bytes every block is paired with itself.
struct BlockPairing {
  private(set) var pairs: [(before: PageBlock?, after: PageBlock?)] = []

  init(_ before: [PageBlock], _ after: [PageBlock]) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.map(\.text).difference(from: before.map(\.text)) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var left = 0
    var right = 0
    while left < before.count || right < after.count {
      let oldHere = left < before.count && removed.contains(left)
      let newHere = right < after.count && inserted.contains(right)
      let takesOld = oldHere || (!newHere && left < before.count)
      let takesNew = newHere || (!oldHere && right < after.count)
      pairs.append((takesOld ? before[left] : nil, takesNew ? after[right] : nil))
      if takesOld { left += 1 }
      if takesNew { right += 1 }
    }
  }
}

/// Carries places of one text over to another that differs from it in one stretch.
struct TextShift {
  private let start: Int
  private let target: Int
  private let prefix: Int
  private let oldTail: Int
  private let newTail: Int

  /// From the stretch of `old` to that of `new`.
  ///
  /// - Complexity: O(bytes of the stretches).
  init(_ old: SourceFile, _ oldSpan: SourceSpan, _ new: SourceFile, _ newSpan: SourceSpan) {
    let left = old.bytes[oldSpan.start..<oldSpan.end]
    let right = new.bytes[newSpan.start..<newSpan.end]
    let limit = min(left.count, right.count)
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let suffix = zip(left.reversed(), right.reversed()).prefix(limit - prefix)
      .prefix { $0 == $1 }.count
    start = oldSpan.start
    target = newSpan.start
    self.prefix = prefix
    oldTail = left.count - suffix
    newTail = right.count - suffix
  }

  /// The span in the new file; places inside the stretch that differs land at its edges.
  func moved(_ span: SourceSpan) -> SourceSpan {
    let first = moved(span.start)
    return SourceSpan(first, max(first, moved(span.end)))
  }

  private func moved(_ offset: Int) -> Int {
    let inner = offset - start
    if inner <= prefix { return target + inner }
    if inner >= oldTail { return target + newTail + inner - oldTail }
    return target + min(inner, newTail)
  }
}
