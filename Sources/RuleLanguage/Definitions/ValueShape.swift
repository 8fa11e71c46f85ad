/// What the value of a key looks like before names are looked up.
package indirect enum ValueShape: Hashable, Sendable {
  /// Any text but none.
  case text
  /// The text of a pattern.
  case pattern
  /// The text of a formula.
  case formula
  /// The beginning of an ISO 8601 date: a year, a month or a day.
  case date
  /// A decimal number within the range, both ends in it.
  case number(ClosedRange<Double>)
  /// A whole number within the range, both ends in it.
  case whole(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// A name of the given form.
  case name(NameForm)
  /// The name of a label, with a value where it takes one.
  case labelPhrase
  /// A list of at least one member.
  case list(ValueShape)
  /// A list that may have no members.
  case anyList(ValueShape)
  /// A mapping with the keys of that kind and no others.
  case mapping(MappingKind)
  /// A mapping whose keys are names that the pack makes.
  case named(NameForm, ValueShape)
  /// Whatever fits one of the shapes; which one is meant is plain from the kind of node.
  case either([ValueShape])
  /// The shape, or no value at all.
  case optional(ValueShape)

  /// The one word that says that something holds.
  static let yes = ValueShape.choice(["true"])
  /// A number from 0 to 1.
  static let fraction = ValueShape.number(0...1)

  /// The name of a label.
  static let labelName = ValueShape.name(.plain)

  /// Every name of `Value` in the order of its cases.
  static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type
  ) -> ValueShape {
    .choice(Value.allCases.map(\.rawValue))
  }
}

/// Which characters a name may have; all of them Latin letters, digits and hyphens.
package enum NameForm: Hashable, Sendable {
  /// Lower-case letters only.
  case plain
  /// With `/` for names of rules.
  case path
  /// With capital letters for levels and choices.
  case value

  /// Whether `/` may stand in the name.
  package var allowsSlashes: Bool { self == .path }
  /// Whether A to Z may stand in the name.
  package var allowsCapitals: Bool { self == .value }
}
