import Analysis
import Reporting
import RuleLanguage

/// Writes what a pack calls its labels, in both languages of a page.
///
///     {"name","version","fingerprint","title":{"en","zh"},"tags":[entry],"slots":[entry],
///      "scores":[entry],"zones":[entry],"metadata":[entry],"fields":[entry],"phases":[entry],"rules":[entry],
///      "class":entry,"kind":entry,"via":entry,"grammar":entry}
///     entry {"name","symbol","en","zh","absent":{"en","zh"},"values":[{"name","en","zh"}]}
struct PackPayload {
  let pack: PackSummary

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", pack.name)
      json.field("version", pack.version)
      json.field("fingerprint", pack.fingerprint)
      json.object("title") { write(pack.title, to: &$0) }
      json.array("tags", pack.tags, write)
      json.array("slots", pack.slots, write)
      json.array("scores", pack.scores, write)
      json.array("zones", pack.zones, write)
      json.array("metadata", pack.metadata, write)
      json.array("fields", pack.paragraphMetadata, write)
      json.array("phases", pack.phases, write)
      json.array("rules", pack.comparedRules, write)
      if let entry = pack.directiveClass {
        json.key("class")
        write(&json, entry)
      }
      if let entry = pack.via {
        json.key("via")
        write(&json, entry)
      }
      if let entry = pack.grammar {
        json.key("grammar")
        write(&json, entry)
      }
      if let entry = pack.bearerKind {
        json.key("kind")
        write(&json, entry)
      }
    }
  }

  private func write(_ json: inout JSONWriter, _ entry: PackSummary.Entry) {
    json.object { json in
      json.field("name", entry.name)
      json.field("symbol", entry.symbol)
      write(entry.title, to: &json)
      if let absent = entry.absent { json.object("absent") { write(absent, to: &$0) } }
      json.array("values", entry.values) { json, value in
        json.object { json in
          json.field("name", value)
          if let title = entry.valueTitles[value] { write(title, to: &json) }
        }
      }
    }
  }

  private func write(_ text: LocalizedText, to json: inout JSONWriter) {
    json.field("en", text.en)
    json.field("zh", text.zh)
  }
}
