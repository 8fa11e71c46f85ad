/// Tables of named things with codes.
extension MappingDefinition {
  static let gazetteer = MappingDefinition(
    "a gazetteer", place: "`gazetteers`, under the name of the gazetteer",
    [
      KeyDefinition(
        "file", .text, isRequired: true,
        "the table: a `.tsv` file of the pack, its path relative to the pack"),
      KeyDefinition(
        "label", .name(.plain), isRequired: true,
        "the text label of the document whose words are looked up"),
      KeyDefinition(
        "context", .list(.name(.plain)), standard: "none",
        "text labels of the document that tell things of one name apart, the strongest first"),
      KeyDefinition("level", .name(.plain), "the choices label of the document for the level"),
      KeyDefinition(
        "endings", .named(.plain, .list(.text)), standard: "none",
        "by level the endings that names may lack; what is left is `<name-short>`"),
    ])
}
