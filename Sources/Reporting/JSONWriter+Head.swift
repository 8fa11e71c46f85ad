import Analysis

extension JSONWriter {
  /// What every report for programs begins with: the name of its form, and by which pack it was made.
  mutating func head(_ schema: String, _ pack: PackSummary) {
    head(schema, name: pack.name, version: pack.version, fingerprint: pack.fingerprint)
  }

  /// The same of a pack of which no more than this is known.
  mutating func head(_ schema: String, name: String, version: String, fingerprint: String) {
    field("schema", schema)
    object("pack") { json in
      json.field("name", name)
      json.field("version", version)
      json.field("fingerprint", fingerprint)
    }
  }
}
