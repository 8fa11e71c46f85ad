/// The joints of a text of a few lines that was cut at a width.
///
/// Of few lines equal lengths may be chance. So all lines that end in the middle of a sentence are equal but for a
/// character, none of prose is longer, and a closed line ends what they say; commas stand at other places in each,
/// for those of slogans and verse do not. And either one of them holds a stop, or breaks behind a comma or inside
/// of a quotation or bracket, which no title or caption does, or they are two at least
/// and one has two commas, or one with two commas and the line behind it are equal as well.
struct ShortRuns {
  /// Columns that a line may be longer or shorter than the others: a mark hangs over, or a character moved on
  /// with it.
  private static let slack = 2
  /// Columns that it may be shorter before a figure or a Latin word, which are not cut.
  private static let wordSlack = 8
  /// Columns that a line which ends something may be longer: marks hang over.
  private static let overhang = 4
  private static let widths = 30...160
  /// So many joints are no chance.
  private static let enough = 2
  private static let several = 4

  private let lines: [WrappedLines.Line]

  init(_ lines: [WrappedLines.Line]) { self.lines = lines }

  /// What stands between the halves of sentences, in text order; nothing if the text was not cut at a width.
  ///
  /// - Complexity: O(lines · log(lines)).
  func gaps() -> [Range<Int>] {
    let open = lines.indices.dropLast().filter {
      isOpen($0) && (lines[$0].hasMark || lines[$0].isCutInside)
    }
    guard !open.isEmpty else { return [] }
    let columns = open.map { lines[$0].columns }.sorted()
    let width = columns[columns.count / 2]
    guard Self.widths.contains(width), areFull(open, width),
      !lines.contains(where: { ($0.hasMark || $0.isClosed) && $0.columns > width + Self.overhang })
    else { return [] }
    let runs = runs(from: open, width)
    guard !endsWithoutStops(), !runs.contains(where: { areParallel(Array($0)) }),
      open.count < 2 || !areParallel(open)
    else { return [] }
    let joints = runs.flatMap { $0.dropLast() }
    let isCut = joints.contains { lines[$0].innerStops > 0 || lines[$0].isCutInside }
    let isProse = joints.contains { lines[$0].innerCommas > 1 }
    guard
      isCut || isProse && joints.count >= Self.enough || joints.contains(where: isWithinFullLines)
    else { return [] }
    return joints.map { lines[$0].content.upperBound..<lines[$0 + 1].content.lowerBound }
  }

  /// Whether the line at `index` lacks an end that the next may have.
  private func isOpen(_ index: Int) -> Bool {
    !lines[index].isClosed && !lines[index].isTruncated
      && lines[index].mayGoOn(in: lines[index + 1])
  }

  /// Whether the lines at `open` are as long as one another.
  ///
  /// Of several, one in four may differ by more.
  private func areFull(_ open: [Int], _ width: Int) -> Bool {
    let full = open.count { isFull($0, width) }
    guard open.count >= Self.several else { return full == open.count }
    let range = width - Self.wordSlack...width + Self.overhang
    return full * 4 >= open.count * 3 && open.allSatisfy { range.contains(lines[$0].columns) }
  }

  /// Whether the line at `index` has two commas, and the next, which ends what it says, is as long.
  private func isWithinFullLines(_ index: Int) -> Bool {
    lines[index].innerCommas > 1
      && abs(lines[index].columns - lines[index + 1].columns) <= Self.slack
  }

  private func isFull(_ index: Int, _ width: Int) -> Bool {
    let least = lines[index + 1].opensWord ? Self.wordSlack : Self.slack
    return (width - least...width + Self.slack).contains(lines[index].columns)
  }

  /// Lines that belong to one sentence each: from one of `open` to the first that is closed.
  private func runs(from open: [Int], _ width: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var end = -1
    for start in open where start > end {
      end = start + 1
      while end + 1 < lines.count, isOpen(end), mayBeCut(end, width) { end += 1 }
      if lines[end].isClosed { runs.append(start...end) }
    }
    return runs
  }

  /// Whether the line at `index`, which goes on with a sentence, may be cut at the width.
  private func mayBeCut(_ index: Int, _ width: Int) -> Bool {
    isFull(index, width) || lines[index].hasMark || lines[index].isCutInside
  }

  /// Whether the first marks of the lines stand one below the other.
  private func areParallel(_ run: [Int]) -> Bool {
    run.allSatisfy {
      lines[$0].firstMark > 0 && lines[$0].firstMark == lines[run[0]].firstMark
    }
  }

  /// Whether items stand in the text that no stop ends.
  private func endsWithoutStops() -> Bool {
    zip(lines, lines.dropFirst()).contains { $0.hasMark && !$0.isClosed && $1.opensItem }
  }
}
