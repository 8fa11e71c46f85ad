/// The name of a site that is glued to the end of each paragraph.
///
/// It is what follows the last stop of a line of prose, if the same stands at the end of three such
/// lines.
struct SiteSignature {
  private static let fewest = 3
  /// In bytes.
  private static let lengths = 6...72

  private var endings: [[UInt8]: [Range<Int>]] = [:]

  /// Takes note of `line` of `text`.
  mutating func read(_ line: Range<Int>, of text: [UInt8]) {
    guard line.count > 90 else { return }
    let nearest = max(line.lowerBound, line.upperBound - Self.lengths.upperBound - 3)
    var start = line.upperBound - 3
    while start > nearest {
      let scalar = TextLine.scalar(text, start)
      if scalar == 0x3002 || scalar == 0x201D && TextLine.scalar(text, start - 3) == 0x3002 {
        let ending = start + 3..<line.upperBound
        if Self.lengths.contains(ending.count) {
          endings[Array(text[ending]), default: []].append(ending)
        }
        return
      }
      start -= 1
    }
  }

  /// The places to remove, in no order.
  var places: [Range<Int>] {
    endings.values.filter { $0.count >= Self.fewest }.flatMap { $0 }
  }
}
