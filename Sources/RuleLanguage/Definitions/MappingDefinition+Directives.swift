/// Settings of the directive finder.
extension MappingDefinition {
  static let directives = MappingDefinition(
    "`directives`", place: "`directives`",
    [
      KeyDefinition("marks", .mapping(.marks), "labels that say what a clause is"),
      KeyDefinition("bearer", .mapping(.bearer), isRequired: true, "who must act"),
      KeyDefinition("force", .mapping(.force), isRequired: true, "how binding it is"),
      KeyDefinition(
        "core", .list(.labelName), isRequired: true,
        "slots that make a clause an action: the action, then its object"),
      KeyDefinition(
        "substance", .fraction, standard: "0.6", "a core slot below this value is bare"),
      KeyDefinition(
        "bundle-length", .whole(0...100), standard: "8",
        "characters of the longest bare unit of a bundle"),
      KeyDefinition("class", .mapping(.classSetting), isRequired: true, "the class of directives"),
      KeyDefinition(
        "grammar", .mapping(.grammar), "what a directive is as an institutional statement"),
      KeyDefinition("perspective", .mapping(.perspective), "orders to check others"),
      KeyDefinition(
        "umbrella", .mapping(.umbrella), "sanctions that cover other directives"),
      KeyDefinition(
        "lends", .named(.plain, .labelName),
        "amounts on sentences by slot: what a heading says for all that stands under it"),
      KeyDefinition(
        "follows", .named(.plain, .labelName),
        "amounts on sentences by slot: what a sentence or line behind tasks says for them"),
      KeyDefinition(
        "excluded", .labelName, "mark on directives that are kept out of averages"),
      KeyDefinition(
        "dismissed", .labelName, "mark on what was cut out as a directive and is none after all"),
      KeyDefinition(
        "via", .labelName, "choice on sentences that says by what kind of sentence a tag was given"),
    ])

  static let marks = MappingDefinition(
    "`marks`", place: "`directives`, `marks`",
    ClauseMark.allCases.map(\.definition))

  static let bearer = MappingDefinition(
    "`bearer`", place: "`directives`, `bearer`",
    companions: [
      Companion(key: "implied-kind", needs: "kind"), Companion(key: "after-kind", needs: "after"),
    ],
    [
      KeyDefinition("slot", .labelName, isRequired: true, "the slot"),
      KeyDefinition("kind", .labelName, "choice on directives for the kind of bearer"),
      KeyDefinition(
        "inherited", .fraction, standard: "1", "factor for a bearer from an earlier sentence"),
      KeyDefinition(
        "implied", .fraction, standard: "0", "value where nobody is named"),
      KeyDefinition("implied-kind", .name(.value), "kind where nobody is named"),
      KeyDefinition(
        "after", .labelName,
        "amount on sentences: one behind tasks that names their bearer, with its value"),
      KeyDefinition("after-kind", .name(.value), "kind of the bearer that it names"),
      KeyDefinition(
        "heads", .labelName,
        "mark on sentences: a heading that names the bearer of what stands under it"),
    ])

  static let force = MappingDefinition(
    "`force`", place: "`directives`, `force`",
    [
      KeyDefinition("slot", .labelName, isRequired: true, "the slot"),
      KeyDefinition(
        "bare-order", .fraction, standard: "0",
        "value of an order without a word of force, and the most that it takes over from its sentence"
      ),
    ])

  static let classSetting = MappingDefinition(
    "`class`", place: "`directives`, `class`",
    [
      KeyDefinition("label", .labelName, isRequired: true, "choice on directives"),
      KeyDefinition(
        "default", .name(.value), isRequired: true, "the class that nothing else changes"),
    ])

  static let grammar = MappingDefinition(
    "`grammar`", place: "`directives`, `grammar`",
    [
      KeyDefinition("label", .labelName, isRequired: true, "choice on directives"),
      KeyDefinition(
        "when", .named(.value, .formula), isRequired: true,
        "formulas by value; the first value of the choice whose formula is not 0 holds"),
    ])

  static let perspective = MappingDefinition(
    "`perspective`", place: "`directives`, `perspective`",
    [
      KeyDefinition("mark", .labelName, isRequired: true, "mark on directives that order a check"),
      KeyDefinition("supervised", .labelName, isRequired: true, "amount for the checked party"),
      KeyDefinition(
        "unnamed", .fraction, standard: "0", "value where no checked party is named"),
    ])

  static let umbrella = MappingDefinition(
    "`umbrella`", place: "`directives`, `umbrella`",
    [
      KeyDefinition("mark", .labelName, isRequired: true, "mark on directives that cover others"),
      KeyDefinition("score", .name(.plain), isRequired: true, "the score that counts them"),
      KeyDefinition("slots", .list(.labelName), isRequired: true, "the slots that they lend"),
      KeyDefinition(
        "paragraph", .fraction, standard: "0", "factor for directives of the same paragraph"),
      KeyDefinition(
        "document", .fraction, standard: "0", "factor for directives of other paragraphs"),
    ])
}
