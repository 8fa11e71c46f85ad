import Comparison

extension OptionDefinition {
  /// Options about groups of articles.
  static func comparing(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .allowMixed:
      OptionDefinition(
        .allowMixed, category: .comparing,
        summary: "compare analyses by different rules, and mark the comparison as mixed",
        details: """
          Without it analyses with different fingerprints of their packs, or of another form, are \
          refused: their figures may differ by the rules alone.
          """)
    case .contrast:
      OptionDefinition(
        .contrast, value: Value(name: "A:B", kind: .text), category: .comparing,
        summary: "two groups whose difference was of interest beforehand; may be repeated",
        details: """
          The means of the scores of the two are tested with Holm's correction for the number of \
          such contrasts, instead of being one test among many.
          """, isRepeatable: true)
    case .draws:
      OptionDefinition(
        .draws, value: Value(name: "N", kind: .text), category: .comparing,
        summary: "draws of the bootstrap; default: \(ComparisonRequest.usualDraws)",
        details:
          "A whole number from 200 to 100000. More draws make the ends of intervals steadier.")
    case .minArticles:
      OptionDefinition(
        .minArticles, value: Value(name: "N", kind: .text), category: .comparing,
        summary: "leave out groups with fewer articles",
        details: "What is left out is named. Default: 1.")
    case .within:
      OptionDefinition(
        .within, value: Value(name: "KEY", kind: .text), category: .comparing,
        summary: "compare like with like, such as within type",
        details: """
          Adds the figures of each stratum and those of a common mix, in which every stratum weighs \
          the same; differences and tests are then those within strata. Keys as for --by.
          """)
    case .wording:
      OptionDefinition(
        .wording, category: .comparing,
        summary: "compare wording too: shared sentences, distinctive words, what makes a gap, time",
        details: """
          Needs the texts, so that saved analyses are read whole, and a rule pack, which says what are \
          names. Every figure is given with and without sentences that another text had first.
          """)
    default:
      OptionDefinition(
        .by, short: "b", value: Value(name: "KEY", kind: .text), category: .comparing,
        summary: "what makes a group: place, province, year, type, level, any field or column",
        details: """
          place, type and any other metadata field of the pack are read from the articles; year and \
          month are read off the date, province is the region or what the table of places says; any \
          other key must be a column of the manifest or a field of the records.
          """)
    }
  }
}
