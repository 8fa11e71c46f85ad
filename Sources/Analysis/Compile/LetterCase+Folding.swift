import RuleLanguage
import SourceText

extension LetterCase {
  /// `text` as patterns see it; as long as before, so that spans stay where they are.
  ///
  /// - Complexity: O(bytes) where letters are folded, else O(1).
  func folded(_ text: [UInt8]) -> [UInt8] {
    guard self == .ignore else { return text }
    return text.map(\.lowercased)
  }
}
