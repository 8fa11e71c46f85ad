import CorpusStatistics

extension OptionDefinition {
  /// Options about labels of people.
  static func evaluating(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .articles:
      OptionDefinition(
        .articles, value: Value(name: "DIR", kind: .folder), category: .evaluating,
        summary: "folder of the labelled articles",
        details: "Default: the folder of the labels, else `articles` in it or beside it.")
    case .second:
      OptionDefinition(
        .second, value: Value(name: "DIR", kind: .folder), category: .evaluating,
        summary: "labels of a second person, to be held against the first",
        details: "Adds the agreement of the two over the articles that both labelled.")
    case .seed:
      OptionDefinition(
        .seed, value: Value(name: "N", kind: .text), category: .evaluating,
        summary: "start of the random draws",
        details: """
          A whole number. Default: \(RandomStream.usualSeed). The same seed gives the same \
          intervals on every machine.
          """)
    default:
      OptionDefinition(
        .split, value: Value(name: "NAME", kind: .text), category: .evaluating,
        summary: "only labels of this split, such as test",
        details: "The key `split` of a file of labels names its split.")
    }
  }
}
