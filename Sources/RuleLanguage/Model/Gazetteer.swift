/// A table of named things with codes, each inside larger ones, such as the divisions of a country.
package struct Gazetteer: Hashable, Sendable {
  /// One row of the table.
  package struct Entry: Hashable, Sendable {
    package var code: String
    package var name: String
    package var level: String
    /// The names of the larger things around it, in the order of `Gazetteer.ancestors`; empty where
    /// there is none.
    package var ancestors: [String]
    /// The years for which the name is known.
    package var years: ClosedRange<Int>
    /// The cell of the name.
    package var span: LocatedSpan

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
  package var entries: [Entry]
  package var span: LocatedSpan

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
  package func shortName(of entry: Entry) -> String? {
    let ending = (endings[entry.level] ?? []).filter { entry.name.hasSuffix($0) }
      .max { $0.unicodeScalars.count < $1.unicodeScalars.count }
    guard let ending else { return nil }
    let scalars = entry.name.unicodeScalars
    let rest = scalars.count - ending.unicodeScalars.count
    return rest < 2 ? nil : String(String.UnicodeScalarView(scalars.prefix(rest)))
  }

  /// What the names without their endings are called in patterns.
  package static func shortTerm(_ name: String) -> String { "\(name)-short" }
}
