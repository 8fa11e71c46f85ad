/// What is to be explained.
package struct ExplanationRequest: Sendable, Hashable {
  /// 1-based over body paragraphs.
  package var paragraphs: [Int] = []
  /// 1-based lines of the original file, in whatever zone.
  package var lines: [Int] = []
  /// The id of the only rule to explain.
  package var rule: String?
  /// Explains only rules that give this label.
  package var label: String?
  /// Explains all paragraphs and all near misses rather than a few.
  package var includesAll = false
  /// Whether rules that hold keep the conditions in them that do not, however far these are from it.
  package var keepsIdle = true
  /// Reads the text as rules' examples are read: every block is body in which bare orders count.
  package var asExample = false

  /// Asks for the tagged paragraphs of the body, and a few near misses of each.
  package init() {}
}

/// Why a request cannot be met.
package enum ExplanationProblem: Error, Sendable, Hashable {
  /// With the nearest id there is.
  case unknownRule(String, nearest: String?)
  /// With the nearest name there is.
  case unknownLabel(String, nearest: String?)
  /// The article has only so many body paragraphs.
  case noParagraph(Int, count: Int)
  /// No block begins on the line; nearest is the line of the block that holds it or comes before.
  case noBlock(line: Int, nearest: Int?)
}
