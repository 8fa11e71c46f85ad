package import Diagnostics
import RuleLanguage
package import SourceText

extension ReportWords {
  /// The words of another language from a table: a mapping of names to words.
  ///
  /// - Returns: The words that could be read, names that no report uses, and what is wrong with the
  ///   table as a whole.
  package static func read(
    _ file: SourceFile
  ) -> (words: ReportWords, unknown: [String], diagnostics: [Diagnostic]) {
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    guard let root, case .mapping(let entries) = root.content else {
      return (ReportWords(), [], diagnostics)
    }
    var table: [String: String] = [:]
    var unknown: [String] = []
    for entry in entries {
      guard case .scalar(let key) = entry.key.content,
        case .scalar(let value) = entry.value.content
      else { continue }
      if !knows(key.text) { unknown.append(key.text) }
      table[key.text] = value.text
    }
    return (ReportWords(translations: table), unknown, diagnostics)
  }
}
