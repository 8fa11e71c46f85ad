/// By state of each program that is being joined, the offsets from which what is left of the pattern
/// can follow.
///
/// A stack, because what one program reads may have to be joined in the midst of it: each program
/// has a frame of its own, and only the topmost one grows.
struct ReachTable: Sendable {
  /// Ranges state by state, those of one state ascending and disjoint.
  private var ranges: [OffsetRange] = []
  /// By frame and state its ranges.
  private var states: [SearchScratch.Place] = []

  /// Where a frame begins.
  struct Frame {
    fileprivate let state: Int
    fileprivate let range: Int
  }

  /// Opens a frame in which nothing follows anywhere.
  mutating func open(stateCount: Int) -> Frame {
    let frame = Frame(state: states.count, range: ranges.count)
    states.append(contentsOf: repeatElement(SearchScratch.Place(), count: stateCount))
    return frame
  }

  /// Drops the topmost frame.
  mutating func close(_ frame: Frame) {
    states.removeSubrange(frame.state...)
    ranges.removeSubrange(frame.range...)
  }

  /// Where the ranges of a state stand.
  @inline(__always)
  func places(_ state: Int, _ frame: Frame) -> Range<Int> { states[frame.state + state].range }

  @inline(__always)
  func isEmpty(_ state: Int, _ frame: Frame) -> Bool { states[frame.state + state].isEmpty }

  subscript(place: Int) -> OffsetRange { ranges[place] }

  /// Adds a range to the state whose ranges are being collected.
  @inline(__always)
  mutating func append(_ range: OffsetRange) { ranges.append(range) }

  /// Adds the starts, in these parts of the text, of those matches at whose ends the state goes on; in `list`
  /// they are sorted.
  mutating func appendStarts(
    of matches: [Match], in list: Range<Int>, within parts: TextParts, _ shift: Int,
    leadingTo state: Int, _ frame: Frame
  ) {
    let matches = matches.span
    let limit = parts.extent(shift).upperBound
    let places = places(state, frame)
    var place = places.lowerBound
    var last: Int32 = -1
    for index in list {
      let match = matches[index]
      if Int(match.start) >= limit { return }
      guard parts.contains(Int(match.start), shift) else { continue }
      // Ends ascend almost as starts do, so that the next one is found near the last.
      while place > places.lowerBound, ranges[place - 1].high >= match.end { place -= 1 }
      while place < places.upperBound, ranges[place].high < match.end { place += 1 }
      guard place < places.upperBound, ranges[place].low <= match.end, match.start != last
      else { continue }
      last = match.start
      ranges.append(OffsetRange(low: last, high: last))
    }
  }

  /// Where the next range will stand.
  var end: Int { ranges.count }

  /// Gives the ranges from `start` on to the state, sorted and those that overlap as one.
  mutating func assign(_ state: Int, from start: Int, _ frame: Frame) {
    var isSorted = true
    for index in start..<max(start, ranges.count) where index > start {
      if ranges[index - 1].high >= ranges[index].low {
        isSorted = false
        break
      }
    }
    if !isSorted { merge(from: start) }
    states[frame.state + state] = SearchScratch.Place(start, ranges.count)
  }

  private mutating func merge(from start: Int) {
    ranges.sort(from: start)
    var kept = start
    for index in (start + 1)..<ranges.count {
      let next = ranges[index]
      if next.low <= ranges[kept].high {
        ranges[kept] = OffsetRange(
          low: ranges[kept].low, high: max(ranges[kept].high, next.high))
      } else {
        kept += 1
        ranges[kept] = next
      }
    }
    ranges.removeSubrange((kept + 1)...)
  }

  /// Whether what is left behind the state can follow at `offset`.
  ///
  /// - Complexity: O(log ranges).
  @inline(__always)
  func contains(_ offset: Int, _ state: Int, _ frame: Frame) -> Bool {
    let place = states[frame.state + state].range
    var low = place.lowerBound
    var high = place.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(ranges[middle].high) < offset { low = middle + 1 } else { high = middle }
    }
    return low < place.upperBound && Int(ranges[low].low) <= offset
  }
}
