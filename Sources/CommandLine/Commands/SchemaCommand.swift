import Reporting

/// `duban schema`: the keys of rule files for editors and for people.
package struct SchemaCommand {
  /// What is printed, by the word that asks for it.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case json
    case markdown
  }

  let form: Form

  /// The whole text.
  func text() -> String {
    switch form {
    case .json: RuleFileSchema.json()
    case .markdown: KeyReference.markdown()
    }
  }
}
