package import SourceText

/// Applies the corrections that diagnostics offer to the texts of files.
package struct FixApplication: Sendable {
  /// One file with what was done to it.
  package struct ChangedFile: Sendable {
    /// Index into the files that were given.
    package let index: Int
    /// All of the corrected text.
    package let bytes: [UInt8]
    /// Ids of the corrections made in it, one for each, in the order of the text.
    package let ids: [DiagnosticID]
  }

  /// In the order of the files; files that stay as they are do not appear.
  package let changed: [ChangedFile]

  /// Applies the first correction of each of `diagnostics` whole or not at all.
  ///
  /// Where two touch each other the one that stands first in the list is made. Bytes outside the
  /// edits stay as they are.
  ///
  /// - Complexity: O(bytes of the changed files + e²) for e edits.
  package init(_ diagnostics: [Diagnostic], to files: [SourceFile]) {
    var accepted: [(edit: TextEdit, correction: Int)] = []
    for (correction, diagnostic) in diagnostics.enumerated() {
      guard let edits = diagnostic.fixIts.first?.edits, !edits.isEmpty else { continue }
      let isPossible = edits.allSatisfy { edit in
        files.indices.contains(edit.file) && edit.span.start >= 0
          && edit.span.end <= files[edit.file].bytes.count
          && !accepted.contains { Self.touches($0.edit, edit) }
      }
      if isPossible { accepted += edits.map { ($0, correction) } }
    }
    changed = Set(accepted.map(\.edit.file)).sorted().map { index in
      let edits = accepted.filter { $0.edit.file == index }.sorted { $0.edit.span < $1.edit.span }
      var bytes: [UInt8] = []
      var position = 0
      for (edit, _) in edits {
        bytes += files[index].bytes[position..<edit.span.start]
        bytes += Array(edit.replacement.utf8)
        position = edit.span.end
      }
      bytes += files[index].bytes[position...]
      var counted: Set<Int> = []
      let made = edits.map(\.correction).filter { counted.insert($0).inserted }
      return ChangedFile(index: index, bytes: bytes, ids: made.map { diagnostics[$0].id })
    }
  }

  /// Whether one edit changes what the other does, or inserts at its edge.
  private static func touches(_ left: TextEdit, _ right: TextEdit) -> Bool {
    left.file == right.file && left.span.start <= right.span.end
      && right.span.start <= left.span.end
  }
}
