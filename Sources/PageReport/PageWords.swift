package import Reporting

/// The words of a page in every language that its reader can switch to.
package struct PageWords: Sendable {
  /// The language that the page opens in.
  package var language: ReportLanguage
  private let chinese: ReportWords

  /// Words that the page opens with in `language`; what `chinese` lacks is English.
  package init(_ language: ReportLanguage, chinese: ReportWords) {
    self.language = language
    self.chinese = chinese
  }

  /// The title that stands in the file, before the page draws itself.
  var title: String {
    (language == .zh ? chinese : ReportWords()).pageWords().first { $0.name == "page-name" }?.text
      ?? ""
  }

  /// Writes the words of each language by name.
  func write(to json: inout JSONWriter) {
    for (language, words) in [(ReportLanguage.en, ReportWords()), (.zh, chinese)] {
      json.object(language.rawValue) { json in
        for word in words.pageWords() { json.field(word.name, word.text) }
      }
    }
  }
}
