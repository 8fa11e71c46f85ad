package import RuleLanguage

/// Fills the templates of a pack.
package struct SentenceMaker: Sendable {
  private let settings: ComparisonSettings

  /// Fills the templates of `settings` and heeds its forbidden words.
  package init(_ settings: ComparisonSettings) { self.settings = settings }

  /// The sentence with its blanks filled in, in every language of the template; nil without a
  /// template, where a blank stays open, or where it would hold a forbidden word.
  ///
  /// What is filled in is text: braces in it are not blanks.
  ///
  /// - Complexity: O(bytes of the sentence × forbidden words).
  package func sentence(
    _ template: ComparisonSettings.Template, _ blanks: [String: LocalizedText] = [:],
    contrast: Int? = nil
  ) -> ReportSentence? {
    guard let text = settings.templates[template],
      let english = fill(text.en, blanks.mapValues(\.en))
    else { return nil }
    let chinese = text.zh.flatMap { fill($0, blanks.mapValues { $0.zh ?? $0.en }) }
    return ReportSentence(
      template: template, contrast: contrast, text: LocalizedText(en: english, zh: chinese))
  }

  private func fill(_ template: String, _ blanks: [String: String]) -> String? {
    var result = ""
    var rest = template[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      guard let end = after.firstIndex(of: "}"), let value = blanks[String(after[..<end])] else {
        return nil
      }
      result += value
      rest = after[after.index(after: end)...]
    }
    result += rest
    let isForbidden = settings.forbidden.contains { word in result.contains(word) }
    return isForbidden || result.isEmpty ? nil : result
  }
}
