import Analysis

extension JSONWriter {
  /// What every report for programs begins with: the name of its form, and by which pack it was made.
  mutating func head(_ schema: String, _ pack: PackSummary) {
    field("schema", schema)
    field("pack", pack)
  }

  /// Writes a field that says which pack is meant.
  mutating func field(_ name: String, _ pack: PackSummary) {
    object(name) { json in
      json.field("name", pack.name)
      json.field("version", pack.version)
      json.field("fingerprint", pack.fingerprint)
    }
  }
}
