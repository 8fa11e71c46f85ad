import Documents
import SourceText

/// The sentences under which the one that is read stands: headings of its sections, and numbers.
///
/// A numbered sentence stands under what was read before it, up to the last one whose number is
/// written alike; that one and all under it are over. A line without a number and without a full
/// stop is a heading up to the next such line or number outside of it. What begins in the middle of
/// a paragraph ends with it.
struct Outline {
  private struct Section {
    let sentence: Int
    /// Nil for a line without a number.
    let number: ItemNumber?
    let isInline: Bool
  }

  /// More levels than any document has; the outermost of more are forgotten.
  private static let mostLevels = 16

  private let document: Document
  private var sections: [Section] = []

  init(_ document: Document) { self.document = document }

  /// The sentences of the sections that are open, innermost first.
  var open: [Int] { sections.reversed().map(\.sentence) }

  /// Reads the next sentence of the body.
  ///
  /// - Complexity: O(1).
  mutating func enter(_ sentence: Int) {
    let unit = document.sentences[sentence]
    let block = document.blocks[unit.block]
    let isInline = sentence > block.sentences.lowerBound
    if !isInline { sections.removeAll(where: \.isInline) }
    let number = ItemNumber(at: unit.span.start, of: document.text)
    guard number != nil || !isInline && isLine(unit, block) else { return }
    if let same = sections.firstIndex(where: { $0.number == number }) {
      sections.removeSubrange(same...)
    }
    sections.append(Section(sentence: sentence, number: number, isInline: isInline))
    if sections.count > Self.mostLevels { sections.removeFirst() }
  }

  /// Whether the sentence is all of its block and ends without a stop.
  private func isLine(_ sentence: Sentence, _ block: TextBlock) -> Bool {
    guard block.sentences.count == 1, !sentence.isClosed else { return false }
    return switch document.clauses[sentence.clauses.upperBound - 1].delimiter {
    case .none, .colon: true
    case .comma, .semicolon, .stop: false
    }
  }
}
