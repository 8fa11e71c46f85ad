/// A table of named things with codes, each inside larger ones, such as the divisions of a country.
package struct Gazetteer: Hashable, Sendable {
  /// One row of the table.
  package struct Entry: Hashable, Sendable {
    /// As the table has it, not empty; the same code may stand in several rows, for several names.
    package var code: String
    /// As the table has it, not empty; many things may have one name.
    package var name: String
    /// A value of the label `Gazetteer.level` where there is one, else any text that is not empty.
    package var level: String
    /// The names of the larger things around it, in the order of `Gazetteer.ancestors`; empty where
    /// there is none.
    package var ancestors: [String]
    /// The years for which the name is known.
    package var years: ClosedRange<Int>
    /// The cell of the name.
    package var span: LocatedSpan

    /// Creates a row; `ancestors` has a text for each of the gazetteer's columns.
    package init(
      code: String, name: String, level: String, ancestors: [String], years: ClosedRange<Int>,
      span: LocatedSpan
    ) {
      self.code = code
      self.name = name
      self.level = level
      self.ancestors = ancestors
      self.years = years
      self.span = span
    }
  }

  /// What patterns write between angle brackets; with `-short` for names without an ending.
  package var name: String
  /// The document label whose words are looked up.
  package var label: String
  /// Document labels whose words tell things of one name apart, the strongest first.
  package var context: [String]
  /// The document label that takes the level; nil where none does.
  package var level: String?
  /// What the columns of ancestors are called, the outermost first.
  package var ancestors: [String]
  /// By level the endings without which a name is used as well.
  package var endings: [String: [String]]
  /// In the order of the table, at most 200,000.
  package var entries: [Entry]
  /// The name where it is defined.
  package var span: LocatedSpan

  /// Creates a gazetteer from rows that the resolver has read.
  package init(
    name: String, label: String, context: [String], level: String?, ancestors: [String],
    endings: [String: [String]], entries: [Entry], span: LocatedSpan
  ) {
    self.name = name
    self.label = label
    self.context = context
    self.level = level
    self.ancestors = ancestors
    self.endings = endings
    self.entries = entries
    self.span = span
  }

  /// The name without the longest ending that its level may lack; nil where nothing or one character
  /// would be left.
  ///
  /// - Complexity: O(bytes of the name and of the endings of its level).
  package func shortName(of entry: Entry) -> String? {
    let name = entry.name.utf8.span
    var longest: Int?
    for ending in endings[entry.level] ?? [] where Self.has(name, suffix: ending.utf8.span) {
      longest = max(longest ?? 0, ending.utf8.count)
    }
    guard let longest else { return nil }
    let end = name.count - longest
    var characters = 0
    for index in 0..<end where name[index] & 0xC0 != 0x80 { characters += 1 }
    let utf8 = entry.name.utf8
    return characters < 2 ? nil : String(entry.name[..<utf8.index(utf8.startIndex, offsetBy: end)])
  }

  /// Whether the bytes of `name` end with those of `suffix`; strings would normalise both.
  private static func has(_ name: Span<UInt8>, suffix: Span<UInt8>) -> Bool {
    let start = name.count - suffix.count
    guard start >= 0 else { return false }
    for index in 0..<suffix.count where name[start + index] != suffix[index] { return false }
    return true
  }

  /// What the names without their endings are called in patterns.
  static func shortTerm(_ name: String) -> String { "\(name)-short" }
}
