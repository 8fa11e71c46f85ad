/// Puts the fields that stand beside one another in a line on lines of their own.
///
/// Sites write source and date as `<span class="source">…</span><em id="time">…</em>`, and only
/// style sheets keep them apart. A line of running text is left whole: it holds a stop.
enum FieldLines {
  /// - Complexity: O(bytes of the runs).
  static func separate(_ runs: inout [TextRun], _ outline: PageOutline, of source: [UInt8]) {
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, runs[end].gap == .none { end += 1 }
      if isOfFields(runs[start..<end], outline, source) {
        for index in start + 1..<end where runs[index].element != runs[index - 1].element {
          runs[index].gap = .line
        }
      }
      start = end
    }
  }

  /// Whether a line has no stop and two elements in it have names of their own.
  private static func isOfFields(
    _ line: ArraySlice<TextRun>, _ outline: PageOutline, _ source: [UInt8]
  ) -> Bool {
    guard line.count > 1, let first = line.first, !first.isHead else { return false }
    var named: Int32 = -1
    var hasTwo = false
    for run in line {
      if run.heading > 0 { return false }
      guard run.element != named, outline.isNamedInline(Int(run.element)) else { continue }
      if named >= 0 { hasTwo = true }
      named = run.element
    }
    return hasTwo && !line.contains { Stop.occurs(in: source[$0.range]) }
  }
}

/// Punctuation of running text.
enum Stop {
  /// Whether the bytes of UTF-8 at `index` are one of `,;!?。，；！？`.
  static func begins(at index: Int, of source: [UInt8]) -> Bool {
    switch source[index] {
    case 0x2C, 0x3B, 0x21, 0x3F: true
    case 0xE3 where index + 2 < source.count && source[index + 1] == 0x80:
      source[index + 2] == 0x82
    case 0xEF where index + 2 < source.count && source[index + 1] == 0xBC:
      [0x8C, 0x9B, 0x81, 0x9F].contains(source[index + 2])
    default: false
    }
  }

  static func occurs(in bytes: ArraySlice<UInt8>) -> Bool {
    let source = Array(bytes)
    return source.indices.contains { begins(at: $0, of: source) }
  }
}
