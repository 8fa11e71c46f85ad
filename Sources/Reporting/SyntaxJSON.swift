package import Diagnostics
package import RuleLanguage
package import SourceText

/// Writes what a file of the YAML subset holds as JSON.
///
/// Mappings are objects with their keys in order, sequences arrays, scalars strings; a file without
/// any node is null. One file is a line of plain data, or a record by `duban.syntax/1`:
///
///     {"schema":"duban.syntax/1","source":…,"data":…,
///      "diagnostics":[{"id","severity","line","column","bytes":[start,end],"message"}]}
///
/// `data` is null where there are diagnostics. Lines and columns count from 1, columns in scalars;
/// bytes are 0-based half-open offsets.
package enum SyntaxJSON {
  /// The form of the records; plain data have none.
  package static let schema = "duban.syntax/1"

  /// Writes the plain data of `node`.
  ///
  /// - Complexity: O(bytes of the scalars).
  package static func write(_ node: SyntaxNode?, to json: inout JSONWriter) {
    switch node?.content {
    case nil: json.null()
    case .scalar(let scalar)?: json.string(scalar.text)
    case .sequence(let items)?: json.array(items) { write($1, to: &$0) }
    case .mapping(let entries)?:
      json.object { json in
        for entry in entries {
          json.key(entry.key.scalarText ?? "")
          write(entry.value, to: &json)
        }
      }
    }
  }

  /// Writes the record of `file` with what is to be said about it.
  package static func write(
    _ file: SourceFile, _ root: SyntaxNode?, _ diagnostics: [Diagnostic], to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("schema", schema)
      json.field("source", file.name)
      json.key("data")
      write(diagnostics.isEmpty ? root : nil, to: &json)
      json.array("diagnostics", diagnostics) { json, diagnostic in
        let span = diagnostic.primary.span
        let place = file.location(of: span.start)
        json.object { json in
          json.field("id", diagnostic.id.rawValue)
          json.field("severity", diagnostic.severity.rawValue)
          json.field("line", place.line)
          json.field("column", place.column)
          json.array("bytes", [span.start, span.end]) { $0.integer($1) }
          json.field("message", diagnostic.message)
        }
      }
    }
  }
}
