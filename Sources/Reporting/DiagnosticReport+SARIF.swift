import Diagnostics
import SourceText

extension DiagnosticReport {
  /// One log in SARIF 2.1.0, ending in a line feed; columns count Unicode code points.
  ///
  /// What is said of `unplaced` files is said of the whole file.
  package func sarif(version: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs", CollectionOfOne(version)) { json, version in
        json.object { json in
          json.object("tool") { $0.object("driver") { writeDriver(version, to: &$0) } }
          json.field("columnKind", "unicodeCodePoints")
          json.array("results", diagnostics) { writeResult($1, to: &$0) }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func writeDriver(_ version: String, to json: inout JSONWriter) {
    json.field("name", "duban")
    json.field("version", version)
    json.array("rules", kinds) { json, kind in
      json.object { json in
        json.field("id", kind.id.rawValue)
        json.object("shortDescription") { $0.field("text", kind.summary) }
        json.object("defaultConfiguration") { $0.field("level", kind.severity.rawValue) }
      }
    }
  }

  private func writeResult(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.field("ruleId", diagnostic.id.rawValue)
      if let index = kinds.firstIndex(where: { $0.id == diagnostic.id }) {
        json.field("ruleIndex", index)
      }
      json.field("level", diagnostic.severity.rawValue)
      json.object("message") {
        $0.field("text", ([diagnostic.message] + diagnostic.notes).joined(separator: "\n"))
      }
      json.array("locations", CollectionOfOne(diagnostic.primary)) { json, label in
        json.object { writeLocation(label, to: &$0) }
      }
      if !diagnostic.secondary.isEmpty {
        json.array("relatedLocations", diagnostic.secondary.enumerated()) { json, member in
          json.object { json in
            json.field("id", member.offset)
            json.object("message") { $0.field("text", member.element.text) }
            writeLocation(member.element, to: &json)
          }
        }
      }
      if !diagnostic.fixIts.isEmpty {
        json.array("fixes", diagnostic.fixIts) { writeFix($1, to: &$0) }
      }
    }
  }

  private func writeLocation(_ label: Label, to json: inout JSONWriter) {
    guard let region = region(label) else { return }
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { $0.field("uri", Self.reference(region.path)) }
      if !unplaced.contains(label.file) {
        json.object("region") { writeRegion(label, to: &$0) }
      }
    }
  }

  private func writeRegion(_ label: Label, to json: inout JSONWriter) {
    guard let region = region(label) else { return }
    json.field("startLine", region.start.line)
    json.field("startColumn", region.start.column)
    json.field("endLine", region.end.line)
    json.field("endColumn", region.end.column)
    json.field("byteOffset", label.span.start)
    json.field("byteLength", label.span.length)
  }

  private func writeFix(_ fix: FixIt, to json: inout JSONWriter) {
    let byFile = Dictionary(grouping: fix.edits, by: \.file).sorted { $0.key < $1.key }
    json.object { json in
      json.object("description") { $0.field("text", fix.message) }
      json.array("artifactChanges", byFile) { json, change in
        json.object { json in
          let path = files.indices.contains(change.key) ? files[change.key].name : ""
          json.object("artifactLocation") { $0.field("uri", Self.reference(path)) }
          json.array("replacements", change.value) { json, edit in
            json.object { json in
              json.object("deletedRegion") {
                writeRegion(Label(file: edit.file, span: edit.span), to: &$0)
              }
              json.object("insertedContent") { $0.field("text", edit.replacement) }
            }
          }
        }
      }
    }
  }

  /// The path as a reference of RFC 3986.
  private static func reference(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || "-._~/".unicodeScalars.contains(scalar)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + hex
      }
    }
    return text
  }
}
