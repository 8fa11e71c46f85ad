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

extension Analyzer {
  /// The facts of `stated` that results do not use, since the label of their name cannot have their value,
  /// each with what is to be said of it.
  ///
  /// - Complexity: O(labels for metadata + characters of the values).
  package func unusedFacts(
    of stated: StatedMetadata
  ) -> [(fact: StatedMetadata.Fact, remark: String)] {
    compiled.metadata.compactMap { index in
      let label = compiled.pack.labels[index]
      guard let fact = stated[label.name], let remark = fact.remark(for: label) else { return nil }
      return (fact, remark)
    }
  }
}

extension StatedMetadata.Fact {
  /// That the fact is not used, and why; nil where `label` can have its value.
  func remark(for label: LabelDeclaration) -> String? {
    let (known, expected) = value(for: label)
    guard known == nil else { return nil }
    return "`\(label.name)` from the \(source.rawValue) is not used: `\(value)` is not \(expected)"
  }

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
