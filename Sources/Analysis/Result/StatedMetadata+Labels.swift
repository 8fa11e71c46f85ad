import RuleLanguage

extension StatedMetadata {
  /// The number as which rules read the stated value of a document label, see `CompiledGift`; nil where none
  /// is stated that the label can have.
  func value(of label: LabelDeclaration) -> Double? {
    guard let value = self[label.name]?.value(for: label).value else { return nil }
    switch label.kind {
    case .choice(let names): return names.firstIndex(of: value).map { Double(names.count - $0) }
    case .level(let names): return names.firstIndex(of: value).map { Double($0 + 1) }
    case .text, .date: return 1
    // Marks and amounts are no words.
    case .mark, .amount: return nil
    }
  }
}

extension StatedMetadata.Fact {
  /// The value as results write it, nil where the label cannot have it, and what it can have.
  func value(for label: LabelDeclaration) -> (value: String?, expected: String) {
    switch label.kind {
    case .date:
      (NumeralDate.stated(value), "a date such as 2024-05-31, 2024-05 or 2024")
    case .choice(let names), .level(let names):
      (
        names.first { $0 == value || label.valueTitles[$0]?.has(value) == true }
          ?? names.only { label.valueTitles[$0]?.has("\($0) \(value)") == true },
        "one of \(names.joined(separator: ", "))"
      )
    case .mark, .amount, .text: (value, "")
    }
  }
}

extension LocalizedText {
  /// Whether the text is this one in any language.
  fileprivate func has(_ text: String) -> Bool { en == text || zh == text }
}

extension [String] {
  /// The element for which `holds`; nil where there is none or another one.
  fileprivate func only(where holds: (String) -> Bool) -> String? {
    let found = filter(holds)
    return found.count == 1 ? found.first : nil
  }
}
