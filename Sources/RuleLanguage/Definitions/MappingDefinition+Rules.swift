/// Rules, their conditions and examples.
extension MappingDefinition {
  static let rule = MappingDefinition(
    "a rule", place: "`rules`, each member", atLeastOne: conditionNames,
    [
      KeyDefinition("id", .name(.path), isRequired: true, "name of the rule, unique in the pack"),
      KeyDefinition(
        "title", titled, standard: "the id", "what explanations call the rule"),
      KeyDefinition(
        "gives", .either([.labelPhrase, .list(.labelPhrase)]), isRequired: true,
        "`label`, `label = value`, or a list of these on the same unit"),
      KeyDefinition(
        "within", .choice(UnitKind.self),
        standard: "sentence for labels on paragraphs, else the label's unit",
        "the window in which the whole condition must hold"),
    ] + conditionKeys + filterKeys + [
      KeyDefinition(
        "except", .list(.either([.pattern, .mapping(.exception)])),
        "a match that lies so to a match of one of these is void"),
      KeyDefinition(
        "unless", .list(.either([.pattern, .mapping(.veto)])),
        "where one of these conditions holds, the rule is silent"),
      KeyDefinition(
        "confidence", .fraction, standard: "1",
        "below the floor of the pack the rule counts at one end of a score's range only"),
      KeyDefinition("flags", .list(.text), "words carried into the report with the slot"),
      KeyDefinition("note", .text, "why the rule exists"),
      KeyDefinition(
        "fires-on", .list(.either([.text, .mapping(.firingExample)])),
        "texts on which the rule must fire"),
      KeyDefinition(
        "silent-on", .list(.either([.text, .mapping(.silentExample)])),
        "texts on which the rule must be silent"),
    ])

  static let condition = MappingDefinition(
    "a condition", place: "members of `any`, `all`, `none`, `of`", atLeastOne: conditionNames,
    conditionKeys + [
      KeyDefinition(
        "in", .choice(UnitKind.self), standard: "the window",
        "the unit around the window, or one of the units inside it, in which all of this holds")
    ] + filterKeys)

  static let veto = MappingDefinition(
    "a condition under `unless`", place: "members of `unless`", atLeastOne: conditionNames,
    [
      KeyDefinition(
        "in", .choice(UnitKind.self), standard: "the rule's window",
        "a larger unit around the window in which the condition is looked for")
    ] + conditionKeys + filterKeys)

  /// Where the unit must stand in which conditions are looked for.
  private static let filterKeys = [
    KeyDefinition(
      "position", .choice(SearchScope.Position.self), standard: "any",
      "place of the unit among its like in the next larger unit"),
    KeyDefinition(
      "zone", .either([.name(.value), .list(.name(.value))]), standard: "any",
      "the zone, or one of the zones, in which the unit stands"),
    KeyDefinition(
      "inside", .either([.text, .list(.text)]), standard: "any",
      "tag, class or identifier of an element of the page around the block"),
  ]

  private static let conditionNames = conditionKeys.map(\.name)
  /// A pattern, or a mapping with conditions.
  private static let member = ValueShape.either([.pattern, .mapping(.condition)])

  /// Keys of rules, of conditions in lists and of conditions under `unless`.
  private static let conditionKeys = [
    KeyDefinition("any", .list(member), "at least one of these holds"),
    KeyDefinition("all", .list(member), "all of these hold"),
    KeyDefinition("none", .list(member), "none of these holds"),
    KeyDefinition("at-least", .mapping(.atLeast), "so many different members hold"),
    KeyDefinition("ordered", .list(.pattern), "these patterns follow one another"),
    KeyDefinition("near", .mapping(.near), "these patterns stand near one another"),
    KeyDefinition(
      "label", .labelPhrase,
      "`label`, `label = value` or `label >= value` on this unit or one around it"),
    KeyDefinition(
      "lacks", .name(.value),
      "a label that no rule has given this unit or one around it; rules that ask this do not count"),
    KeyDefinition("where", .formula, "a formula over the window that is not 0"),
    KeyDefinition(
      "rule", .name(.path),
      "another rule gave its label to the window, to the unit around it or to one inside it"),
  ]

  static let atLeast = MappingDefinition(
    "`at-least`", place: "`at-least`",
    [
      KeyDefinition(
        "count", .whole(1...Int.max), isRequired: true, "how many; at most the members of `of`"),
      KeyDefinition("of", .list(member), isRequired: true, "the conditions that are counted"),
    ])

  static let near = MappingDefinition(
    "`near`", place: "`near`",
    [
      KeyDefinition(
        "within", .whole(1...1000), isRequired: true,
        "characters from the first start to the last end"),
      KeyDefinition("of", .list(.pattern), isRequired: true, "the patterns"),
    ])

  static let exception = MappingDefinition(
    "an exception", place: "members of `except`",
    [
      KeyDefinition("pattern", .pattern, isRequired: true, "what voids a match"),
      KeyDefinition(
        "when", .choice(RuleException.Geometry.self), standard: "covered",
        "how the two must lie: the match inside it, overlapping it, or in the same unit"),
    ])

  static let firingExample = MappingDefinition(
    "an example under `fires-on`", place: "members of `fires-on`",
    [KeyDefinition("text", .text, isRequired: true, "the text")])

  static let silentExample = MappingDefinition(
    "an example under `silent-on`", place: "members of `silent-on`",
    [
      KeyDefinition("text", .text, isRequired: true, "the text"),
      KeyDefinition(
        "because", .choice(["except", "unless", "condition"]), standard: "any of them",
        "what must stop the rule"),
    ])
}
