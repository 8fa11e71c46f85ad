/// Scores and what stands in them.
extension MappingDefinition {
  static let score = MappingDefinition(
    "a score", place: "`scores`, under the name of the score",
    [
      KeyDefinition("title", titled, standard: "the name", "what reports call the score"),
      KeyDefinition(
        "parts", .named(.plain, .formula), isRequired: true,
        "formulas by name; their values are added"),
      KeyDefinition(
        "adjust", .list(.mapping(.adjustment)), "what replaces the total, in this order"),
      KeyDefinition("bands", .list(.mapping(.band)), "words for stretches of the scale"),
    ])

  static let adjustment = MappingDefinition(
    "an adjustment", place: "members of `adjust`",
    [
      KeyDefinition("id", .name(.plain), isRequired: true, "name of the adjustment"),
      KeyDefinition("when", .formula, standard: "always", "it is made where this is not 0"),
      KeyDefinition(
        "value", .formula, isRequired: true, "the new total; `total` is the one before"),
      KeyDefinition("gives", .labelPhrase, "a value of the class of directives"),
    ])

  static let band = MappingDefinition(
    "a band", place: "members of `bands`",
    [
      KeyDefinition("name", .name(.plain), isRequired: true, "name of the band"),
      KeyDefinition(
        "minimum", .number(0...100), isRequired: true, "the lowest score that belongs to it"),
      KeyDefinition("title", titled, standard: "the name", "what reports call the band"),
    ])
}
