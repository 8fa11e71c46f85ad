package import SourceText

/// A text in the languages in which reports are written; `en` is always present.
package struct LocalizedText: Hashable, Sendable {
  /// In English, or the name of the thing where the pack has no title.
  package var en: String
  /// In Chinese; nil where the pack has none, and then `en` is shown.
  package var zh: String?

  /// Creates a text for both languages, or for all where `zh` is nil.
  package init(en: String, zh: String? = nil) {
    self.en = en
    self.zh = zh
  }
}

/// The declaration of a label: on which unit it stands, which values it takes, how rules resolve.
package struct LabelDeclaration: Hashable, Sendable {
  /// What kind of value the label has, and with it how several rules resolve.
  package enum Kind: Hashable, Sendable {
    /// Named levels from 1 upwards; the highest wins.
    case level([String])
    /// Exclusive values; the value that stands first in the list wins.
    case choice([String])
    /// Given or not given.
    case mark
    /// A number from 0 to 1; the highest wins.
    case amount
    /// The words that matched; the first rule of the pack wins, then the first match of the text.
    case text
    /// Words that hold a date in numerals; resolves as `text`.
    case date

    /// Names of the levels or choices in the order of the declaration; empty for other kinds.
    package var valueNames: [String] {
      switch self {
      case .level(let names), .choice(let names): names
      case .mark, .amount, .text, .date: []
      }
    }
  }

  /// What the program uses the label for.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// Levels on paragraphs, which reports show and figures count.
    case tag
    /// Amounts on directives, which scores count.
    case slot
    /// The choice on blocks that says which are body; a pack has one at most.
    case zone
    /// Facts on documents and paragraphs, which results list.
    case metadata
    /// Read by rules and the directive finder alone; not shown.
    case structure
  }

  /// Unique in the pack; no word or function of formulas.
  package var name: String
  /// Of the key `on`; all rules that give the label stand on it.
  package var unit: UnitKind
  /// Fits `role`, as the resolver has checked.
  package var kind: Kind
  /// `structure` where the pack says nothing.
  package var role: Role
  /// What reports call it; the name where the pack gives none.
  package var title: LocalizedText
  /// A shorter name that labels of people may use; the name where the pack gives none.
  package var symbol: String
  /// What a reader cannot know where this slot is empty; nil where nobody need ask.
  package var absent: LocalizedText?
  /// Titles of levels or choices by their names; values without one are shown by name.
  package var valueTitles: [String: LocalizedText]
  /// Of words that are the value, what is taken off their ends.
  package var trim: [PatternExpression]
  /// The name where it is declared.
  package var span: LocatedSpan

  /// Creates a declaration whose kind and unit fit its role; `symbol` is the name where it is nil.
  package init(
    name: String, unit: UnitKind, kind: Kind, role: Role, title: LocalizedText,
    symbol: String? = nil, absent: LocalizedText? = nil, valueTitles: [String: LocalizedText] = [:],
    trim: [PatternExpression] = [], span: LocatedSpan
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    self.role = role
    self.title = title
    self.symbol = symbol ?? name
    self.absent = absent
    self.valueTitles = valueTitles
    self.trim = trim
    self.span = span
  }
}

/// A span in one file of the pack.
package struct LocatedSpan: Hashable, Sendable {
  /// Index into `RulePack.files`.
  package var file: Int
  /// Bytes of that file, as it is on disk.
  package var span: SourceSpan

  /// Creates a span in the file number `file`.
  package init(file: Int, span: SourceSpan) {
    self.file = file
    self.span = span
  }
}
