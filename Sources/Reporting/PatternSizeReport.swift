package import Analysis
import RuleLanguage
package import SourceText

/// The patterns of a pack with the longest match and the size of each.
package enum PatternSizeReport {
  /// A line for each pattern, then the totals; `files` are those of the pack.
  package static func text(
    _ sizes: [PatternSize], literals: Int, files: [SourceFile]
  ) -> String {
    var text = "longest match (characters), states, place, pattern\n"
    for size in sizes {
      let file = files[size.span.file]
      let line = file.location(of: size.span.span.start).line
      text += "\(pad(size.longestMatch, 7))\(pad(size.states, 7))  \(file.name):\(line)  "
      text += size.source.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
    }
    let states = sizes.reduce(0) { $0 + $1.states }
    return text + "\(sizes.count) patterns, \(states) states, \(literals) words\n"
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }
}
