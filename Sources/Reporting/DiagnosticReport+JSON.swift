import Diagnostics
import SourceText

extension DiagnosticReport {
  /// One object of the schema `duban.diagnostics/1`, ending in a line feed.
  ///
  /// `bytes` are half-open offsets into the file; lines and columns count from 1, columns in
  /// characters, and the end is exclusive.
  package func json() -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", Self.schema)
      json.field("pack", folder)
      json.field("files", files.count)
      json.field("errors", errorCount)
      json.field("warnings", warningCount)
      json.array("diagnostics", diagnostics) { write($1, to: &$0) }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", diagnostic.id.rawValue)
      json.field("severity", diagnostic.severity.rawValue)
      json.field("message", diagnostic.message)
      writePlace(diagnostic.primary, to: &json)
      json.array("notes", diagnostic.notes)
      json.array("secondary", diagnostic.secondary) { json, label in
        json.object { json in
          json.field("message", label.text)
          writePlace(label, to: &json)
        }
      }
      json.array("fixes", diagnostic.fixIts) { json, fix in
        json.object { json in
          json.field("message", fix.message)
          json.array("edits", fix.edits) { json, edit in
            json.object { json in
              writePlace(Label(file: edit.file, span: edit.span), to: &json)
              json.field("replacement", edit.replacement)
            }
          }
        }
      }
    }
  }

  private func writePlace(_ label: Label, to json: inout JSONWriter) {
    let region = region(label)
    json.field("file", region?.path)
    json.key("bytes")
    json.array([label.span.start, label.span.end]) { $0.integer($1) }
    json.field("line", region?.start.line ?? 1)
    json.field("column", region?.start.column ?? 1)
    json.field("end_line", region?.end.line ?? 1)
    json.field("end_column", region?.end.column ?? 1)
  }
}
