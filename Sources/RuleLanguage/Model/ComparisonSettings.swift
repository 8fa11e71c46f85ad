/// What a pack says of comparing articles: which words are names, which are formulas, the phases of
/// the campaign, and the sentences that reports may make.
package struct ComparisonSettings: Hashable, Sendable {
  /// Names of one kind, hidden before wording is compared.
  package struct Mask: Hashable, Sendable {
    /// Kind of name; the mask `person` is also what reports of articles hide.
    package var name: String
    /// What reports call the kind; its name where the pack gives no title.
    package var title: LocalizedText
    /// At least one; a match of any is a name, less what `trim` takes off.
    package var patterns: [PatternExpression]
    /// A match that shares a character with one of these is no name.
    package var exceptions: [PatternExpression]
    /// Words at both ends of a match that do not belong to the name.
    package var trim: [PatternExpression]

    /// Creates a mask from patterns whose names are known.
    package init(
      name: String, title: LocalizedText, patterns: [PatternExpression],
      exceptions: [PatternExpression], trim: [PatternExpression]
    ) {
      self.name = name
      self.title = title
      self.patterns = patterns
      self.exceptions = exceptions
      self.trim = trim
    }
  }

  /// A stretch of time of the campaign, both ends in it.
  package struct Phase: Hashable, Sendable {
    /// Key under `phases`, unique in the pack.
    package var name: String
    /// What reports call it; its name where the pack gives no title.
    package var title: LocalizedText
    /// Beginnings of ISO 8601 dates: a year, a month or a day.
    package var from: String
    /// The last year, month or day of the phase, all of which belongs to it.
    package var to: String

    /// Creates a phase; that both are dates, in this order, is checked by the resolver.
    package init(name: String, title: LocalizedText, from: String, to: String) {
      self.name = name
      self.title = title
      self.from = from
      self.to = to
    }

    /// Whether a date as `YYYY-MM-DD` lies in the phase, of a shorter beginning the whole month or year.
    package func contains(_ date: String) -> Bool {
      Self.firstDay(from) <= Self.firstDay(date) && Self.lastDay(date) <= Self.lastDay(to)
    }

    /// Whether a day of the date, month or year lies in the phase.
    package func touches(_ date: String) -> Bool {
      Self.firstDay(from) <= Self.lastDay(date) && Self.firstDay(date) <= Self.lastDay(to)
    }

    private static func firstDay(_ date: String) -> String {
      date.count < 10 ? date + "-01-01".suffix(10 - date.count) : date
    }

    private static func lastDay(_ date: String) -> String {
      let month = date.count == 4 ? date + "-12" : date
      guard month.count == 7, let year = Int(month.prefix(4)) else { return month }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      switch month.suffix(2) {
      case "02": return month + (isLeap ? "-29" : "-28")
      case "04", "06", "09", "11": return month + "-30"
      default: return month + "-31"
      }
    }
  }

  /// The sentences that a report makes of figures, each from a template of the pack.
  package enum Template: String, Hashable, Sendable, CaseIterable {
    /// How many directives of two groups state a slot.
    case stated
    /// Too few texts for a test.
    case untested
    /// How often a difference keeps its direction when the weights are drawn anew.
    case weights
    /// What scores are about.
    case standing

    /// What may stand in braces.
    package var blanks: [String] {
      switch self {
      case .stated: ["texts", "first", "a", "b", "second", "c", "d", "slot"]
      case .weights: ["score", "draws", "share"]
      case .untested, .standing: []
      }
    }
  }

  /// As written; names of different kinds may overlap.
  package var masks: [Mask]
  /// Metadata whose values are names.
  package var nameFields: [String]
  /// Words that say next to nothing.
  package var formulas: [PatternExpression]
  /// As written: an article belongs to the first that contains its date.
  package var phases: [Phase]
  /// Those that the pack has; a sentence without one is not made.
  package var templates: [Template: LocalizedText]
  /// Words that no sentence may hold, whatever was filled in.
  package var forbidden: [String]

  /// Creates settings; without arguments those of a pack that says nothing of comparing.
  package init(
    masks: [Mask] = [], nameFields: [String] = [], formulas: [PatternExpression] = [],
    phases: [Phase] = [], templates: [Template: LocalizedText] = [:], forbidden: [String] = []
  ) {
    self.masks = masks
    self.nameFields = nameFields
    self.formulas = formulas
    self.phases = phases
    self.templates = templates
    self.forbidden = forbidden
  }
}
