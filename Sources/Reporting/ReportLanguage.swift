package import RuleLanguage

/// The language of reports for people; the findings stay as they are written.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case en
  case zh

  /// The title in this language, or in English where the pack has no other.
  package func title(_ text: LocalizedText) -> String {
    switch self {
    case .en: text.en
    case .zh: text.zh ?? text.en
    }
  }
}
