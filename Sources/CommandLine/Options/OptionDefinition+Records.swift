/// What becomes of the names of persons.
package enum NameHandling: String, Hashable, Sendable, CaseIterable {
  /// Crosses stand for every character of a name.
  case mask
  /// Names stand as the article has them.
  case keep
}

extension OptionDefinition {
  /// Options about tables of facts and files of records.
  static func records(_ id: OptionID) -> OptionDefinition {
    switch id {
    case .input:
      OptionDefinition(
        .input, value: Value(name: "FORM", kind: .choice(RecordForm.allCases.map(\.rawValue))),
        category: .reading, summary: "files hold one article a record: ndjson, csv",
        details: """
          ndjson is one JSON object a line, csv has a line of column names. Each record is one \
          article, named by its id; spans count bytes of its text. Other fields with a text, a \
          number, true or false state metadata. Inside folders, files that end in .ndjson, .jsonl \
          or .csv are read.
          """)
    case .textField:
      OptionDefinition(
        .textField, value: Value(name: "NAME", kind: .text), category: .reading,
        summary: "field with the text of a record; default: text",
        details: "Only with --input.")
    case .idField:
      OptionDefinition(
        .idField, value: Value(name: "NAME", kind: .text), category: .reading,
        summary: "field with the id of a record; default: id",
        details: "Only with --input. A record without it is named FILE:LINE.")
    case .names:
      OptionDefinition(
        .names, value: Value(name: "HOW", kind: .choice(NameHandling.allCases.map(\.rawValue))),
        category: .output, summary: "names of persons: mask, keep",
        details: """
          Without it names are masked in html, csv and markdown, and kept in tables, json, \
          ndjson and sarif. With mask, every character of a name that the program takes for a person's \
          becomes a cross, in the path of an article too; a number keeps paths apart that would be \
          the same. It knows names by the words around them, so that some may be missed.
          """)
    default:
      OptionDefinition(
        .manifest, short: "m", value: Value(name: "FILE.csv", kind: .file), category: .reading,
        summary: "table of facts about the articles, joined by path",
        details: """
          A CSV file, with commas, semicolons or tabs between cells and in any encoding that \
          articles may have, with a column `path` and any others. A row belongs to the article with \
          that path as given, else to the only one without such a row whose path ends in that of \
          the row, or the other way round (a.txt and 2024/a.txt fit corpus/2024/a.txt, 2023/a.txt \
          does not); of records, to the one with that id. Its cells stand before what the article \
          or a file beside it says.
          """)
    }
  }
}
