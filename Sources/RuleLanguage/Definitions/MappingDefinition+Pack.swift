/// Files, the header of the pack, labels and lexicons.
extension MappingDefinition {
  static let file = MappingDefinition(
    "a rule file", place: "top level of a file",
    [
      KeyDefinition(
        "pack", .mapping(.pack), "name and settings of the pack; in one file only"),
      KeyDefinition(
        "labels", .optional(.named(.plain, .mapping(.label))), "declarations of labels by name"),
      KeyDefinition(
        "lexicons",
        .optional(.named(.plain, .either([.list(.text), .mapping(.lexicon)]))),
        "lists of terms by name"),
      KeyDefinition(
        "patterns", .optional(.named(.plain, .pattern)),
        "patterns by name, for use as `<name>` in others"),
      KeyDefinition(
        "values", .optional(.named(.plain, .mapping(.value))),
        "expressions with a value, such as dates, by name"),
      KeyDefinition(
        "gazetteers", .optional(.named(.plain, .mapping(.gazetteer))),
        "tables of named things with codes, by name"),
      KeyDefinition("rules", .optional(.list(.mapping(.rule))), "rules in their order"),
      KeyDefinition(
        "scores", .optional(.named(.plain, .mapping(.score))), "definitions of scores by name"),
      KeyDefinition(
        "directives", .mapping(.directives),
        "settings of the directive finder; in one file only"),
      KeyDefinition(
        "comparison", .mapping(.comparison),
        "what comparisons of articles need to know; in one file only"),
    ])

  static let pack = MappingDefinition(
    "`pack`", place: "`pack`",
    [
      KeyDefinition("name", .name(.plain), isRequired: true, "name of the pack"),
      KeyDefinition("version", .text, isRequired: true, "version of the pack"),
      KeyDefinition(
        "title", titled, standard: "the name", "what reports call the pack"),
      KeyDefinition(
        "confidence-floor", .fraction, standard: "0.7",
        "rules with less confidence count at one end of a score's range only"),
      KeyDefinition(
        "case", .choice(LetterCase.self), standard: "keep",
        "whether patterns tell small Latin letters from capital ones"),
    ])

  /// A title in one language or in several.
  static let titled = ValueShape.either([.text, .mapping(.title)])

  static let title = MappingDefinition(
    "`title`", place: "`title` as a mapping",
    [
      KeyDefinition("en", .text, standard: "the name", "the title in English"),
      KeyDefinition("zh", .text, standard: "the English title", "the title in Chinese"),
    ])

  static let label = MappingDefinition(
    "a label", place: "`labels`, under the name of the label",
    exactlyOne: ["levels", "choices", "mark", "amount", "text", "date"],
    [
      KeyDefinition(
        "on", .choice(UnitKind.self), isRequired: true, "the unit of text that carries the label"),
      KeyDefinition(
        "role", .choice(LabelDeclaration.Role.self), standard: "structure",
        "what the program uses the label for"),
      KeyDefinition("title", titled, standard: "the name", "what reports call the label"),
      KeyDefinition(
        "symbol", .name(.plain), standard: "the name",
        "a shorter name by which labels of people may call it"),
      KeyDefinition(
        "absent", titled,
        "of a slot: what a reader cannot know where it is empty; without it reviews do not ask for it"
      ),
      KeyDefinition(
        "value-titles", .named(.value, titled), standard: "their names",
        "what reports call the levels or choices"),
      KeyDefinition(
        "levels", .list(.name(.value)), "ordered values from 1; the highest wins"),
      KeyDefinition(
        "choices", .list(.name(.value)),
        "exclusive values; the one that stands first in the list wins"),
      KeyDefinition("mark", .yes, "given or not given"),
      KeyDefinition("amount", .yes, "a number from 0 to 1; the highest wins"),
      KeyDefinition("text", .yes, "the words that matched; the first rule wins"),
      KeyDefinition(
        "date", .yes,
        "words that are a date of `values`, or hold one in numerals, year first; the first rule wins"
      ),
      KeyDefinition(
        "trim", .anyList(.pattern),
        "of a `text` label or a slot: words at both ends of those that matched that do not belong to the value"
      ),
    ])

  static let lexicon = MappingDefinition(
    "a lexicon", place: "`lexicons`, under the name of the lexicon",
    atLeastOne: ["include", "terms"],
    [
      KeyDefinition("include", .list(.name(.plain)), "lexicons whose terms belong to this one"),
      KeyDefinition("terms", .anyList(.text), "terms of its own"),
    ])
}
