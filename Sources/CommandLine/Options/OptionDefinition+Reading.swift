import Decoding

extension OptionDefinition {
  /// The encoding of the articles.
  static let encoding = OptionDefinition(
    .encoding, short: "e", value: Value(name: "NAME", kind: .text),
    category: .reading, summary: "encoding of the articles; default: found out for each",
    details: """
      One of \(TextEncoding.commonNames.joined(separator: ", ")); case does not matter. \
      For files that are read wrongly without it. Else the encoding is known by the byte order \
      mark, by valid UTF-8, by what the markup declares, or by the frequency of characters.
      """)
}
