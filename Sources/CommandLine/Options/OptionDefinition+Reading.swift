import Decoding

extension OptionDefinition {
  /// The encoding of the articles.
  static let encoding = OptionDefinition(
    .encoding, short: "e", value: Value(name: "NAME", kind: .choice(TextEncoding.commonNames)),
    category: .reading, summary: "encoding of the articles; default: found out for each",
    details: """
      For files that are read wrongly without it. Else the encoding is known by the byte order \
      mark, by valid UTF-8, by what the markup declares, or by the frequency of characters.
      """)
}
