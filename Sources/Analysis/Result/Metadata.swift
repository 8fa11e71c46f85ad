package import SourceText

/// The labels of a document by name, such as `title`, `place` or `date`.
///
/// A field that nobody states and no rule gave is absent.
package struct Metadata: Sendable, Hashable {
  /// A value with where it comes from.
  package struct Field: Sendable, Hashable {
    /// The name of the label, such as `place`.
    package var name: String
    /// As reports show it.
    package var value: String
    /// Bytes of the original file, or nil where the value does not stand in it.
    package var bytes: SourceSpan?
    /// The id of the rule that gave it; nil where another source did.
    package var rule: String?
    /// Who says so.
    package var source: Source

    /// A field of these parts; rules gave it unless another source is said.
    package init(
      name: String, value: String, bytes: SourceSpan?, rule: String?, source: Source = .rules
    ) {
      self.name = name
      self.value = value
      self.bytes = bytes
      self.rule = rule
      self.source = source
    }
  }

  /// Where a value comes from, the strongest first.
  package enum Source: String, Sendable, Hashable, CaseIterable {
    /// A table of facts that the user named.
    case manifest
    /// A file beside the article.
    case sidecar
    /// A field of the record that holds the article.
    case record
    /// The header of the article's own file.
    case frontMatter = "front-matter"
    /// A rule of the pack.
    case rules
    /// A table of the pack, by the words of another field.
    case gazetteer
  }

  /// The entries of a table that the words of a field may mean.
  package struct Candidates: Sendable, Hashable {
    /// One row of the table.
    package struct Entry: Sendable, Hashable {
      /// The code of the table, such as that of a place.
      package var code: String
      /// With the names around it, the outermost first.
      package var name: [String]

      /// The entry `code` with its `name`.
      package init(code: String, name: [String]) {
        self.code = code
        self.name = name
      }
    }

    /// The name of the field whose words they are.
    package var field: String
    /// One where the words were resolved; none where the table does not know them.
    package var entries: [Entry]

    /// What the words of `field` may mean.
    package init(field: String, entries: [Entry]) {
      self.field = field
      self.entries = entries
    }
  }

  /// What is known; of two with one name the first counts.
  package var fields: [Field]
  /// By field; empty where no field has a table.
  package var candidates: [Candidates]

  /// The labels `fields`.
  package init(fields: [Field], candidates: [Candidates] = []) {
    self.fields = fields
    self.candidates = candidates
  }

  /// The value of the field `name`, if there is one.
  ///
  /// - Complexity: O(fields).
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}
