extension ReportWords {
  /// The words of pages by name, with the few that other reports use as well.
  package func pageWords() -> [(name: String, text: String)] {
    let shared: [Key] = [.standingNote, .unknown]
    let names = Name.allCases.filter { !ReportWords.isOpen($0.rawValue) }.compactMap { name in
      translation(name.rawValue).map { (name: name.rawValue, text: $0) }
    }
    return ReportWords.page.sorted { $0.key < $1.key }
      .map { (name: $0.key, text: translation($0.key) ?? $0.value) }
      + shared.map { (name: $0.rawValue, text: self[$0]) } + names + openNames
  }
}
