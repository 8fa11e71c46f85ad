import Documents
import RuleLanguage
import SourceText

/// Quotations that begin a clause and behind which somebody is said to have spoken.
struct SpokenQuotations: Sendable {
  /// By the first clause of a quotation, the clause behind it that opens a scope.
  private let tellers: [Int: Int]

  /// - Complexity: O(bytes of the blocks).
  init(_ document: Document, _ profiles: [ClauseProfile], blocks: [Int]) {
    var tellers: [Int: Int] = [:]
    for block in blocks
    where document.blocks[block].clauses.contains(where: { profiles[$0].has(.opens) }) {
      Self.read(document, document.blocks[block], profiles, &tellers)
    }
    self.tellers = tellers
  }

  /// The clause that says who spoke the quotation that begins with `clause`, nil where none does.
  func teller(ofQuotationAt clause: Int) -> Int? { tellers[clause] }

  private static func read(
    _ document: Document, _ block: TextBlock, _ profiles: [ClauseProfile],
    _ tellers: inout [Int: Int]
  ) {
    let bytes = document.text.span
    var opening: [Int] = []
    /// The first clause that ends behind the byte that is read.
    var clause = block.clauses.lowerBound
    /// The clause that each open quotation begins with, nil inside of a clause.
    var first: [Int?] = []
    var index = block.span.start
    while index + 2 < block.span.end {
      // Quotation marks are U+201C and U+201D.
      guard bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x9C || bytes[index + 2] == 0x9D
      else {
        index += 1
        continue
      }
      while clause < block.clauses.upperBound, document.clauses[clause].span.end <= index {
        clause += 1
      }
      if bytes[index + 2] == 0x9C {
        opening.append(index)
        let begins =
          clause < block.clauses.upperBound
          && [index, index + 3].contains(document.clauses[clause].span.start)
        first.append(begins ? clause : nil)
      } else if opening.popLast() != nil, let start = first.popLast() ?? nil, opening.isEmpty {
        let next =
          clause < block.clauses.upperBound
            && document.clauses[clause].span.start < index ? clause + 1 : clause
        if next < block.clauses.upperBound, next > start, closes(profiles[next], document, next) {
          tellers[start] = next
        }
      }
      index += 3
    }
  }

  /// Whether the clause says no more than that somebody spoke.
  private static func closes(_ profile: ClauseProfile, _ document: Document, _ clause: Int) -> Bool
  {
    profile.has(.opens)
      && profile.openerEnd.map { $0 >= document.clauses[clause].span.end } ?? false
  }
}
