import SourceText

/// Characters of which simplified script has two forms, decided by their neighbours.
///
/// Both forms take three bytes, so that a text changes in place and offsets stay.
struct PhraseVariants: Sendable {
  static let shared = PhraseVariants()

  private struct Rule {
    let replacement: UInt32
    /// Whether the character changes in the phrases, rather than outside them.
    let isListed: Bool
    /// The neighbours before and after it that make a phrase.
    var before: Set<UInt32> = []
    var after: Set<UInt32> = []
  }

  private let rules: [UInt32: Rule]

  private init() {
    var rules: [UInt32: Rule] = [:]
    for row in Self.table.split(separator: "\n") {
      let words = row.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
      guard words.count > 2, let key = words[0].first, let replacement = words[0].last else {
        continue
      }
      var rule = Rule(replacement: replacement, isListed: words[1].count == 2)
      for phrase in words.dropFirst(2) where phrase.count == 2 {
        if phrase[0] == key { rule.after.insert(phrase[1]) } else { rule.before.insert(phrase[0]) }
      }
      rules[key] = rule
    }
    self.rules = rules
  }

  /// The characters that have rules.
  static let keys: [UInt32] = shared.rules.keys.sorted()

  /// Writes the form that the neighbours ask for; returns how many characters changed.
  ///
  /// - Complexity: O(length of `text`).
  func apply(to text: inout [UInt8]) -> Int {
    var count = 0
    var index = 0
    let variants = VariantTable.shared
    while let place = Self.nextUndecided(from: index, of: text, variants) {
      index = place
      if let rule = rules[TextLine.scalar(text, index)], applies(rule, text, index) {
        for (offset, byte) in UTF8Bytes(rule.replacement).enumerated() {
          text[index + offset] = byte
        }
        count += 1
      }
      index += 3
    }
    return count
  }

  /// Where the next character with a rule begins.
  private static func nextUndecided(
    from start: Int, of text: [UInt8], _ variants: VariantTable
  ) -> Int? {
    let bytes = text.span
    let pages = variants.pages.span
    let entries = variants.entries.span
    var index = start
    while index + 2 < bytes.count {
      let first = bytes[index]
      guard first >= 0xE4, first <= 0xE9 else {
        index += 1
        continue
      }
      let page = pages[Int(first & 0x0F) << 6 | Int(bytes[index + 1] & 0x3F)]
      if entries[Int(page) + Int(bytes[index + 2] & 0x3F)] == VariantTable.undecided {
        return index
      }
      index += 3
    }
    return nil
  }

  private func applies(_ rule: Rule, _ text: [UInt8], _ index: Int) -> Bool {
    let isPhrase =
      rule.before.contains(TextLine.scalar(text, index - 3))
      || rule.after.contains(TextLine.scalar(text, index + 3))
    if rule.isListed { return isPhrase }
    return !isPhrase && HanCharacter.begins(text, at: index + 3)
  }
}
