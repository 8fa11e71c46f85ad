/// A key of a mapping: all that the resolver, the schema and the reference say of it.
package struct KeyDefinition: Hashable, Sendable {
  /// As the file writes it.
  package let name: String
  /// What its value must look like.
  package let shape: ValueShape
  /// Whether the mapping is wrong without it.
  package let isRequired: Bool
  /// What holds where the key is left out, as the file would say it; nil where that is nothing.
  package let standard: String?
  /// One line, without a full stop.
  package let summary: String

  init(
    _ name: String, _ shape: ValueShape, isRequired: Bool = false, standard: String? = nil,
    _ summary: String
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.standard = standard
    self.summary = summary
  }
}

/// A kind of mapping: which keys it has, and what it asks of them together.
package struct MappingDefinition: Hashable, Sendable {
  /// How messages call it, such as `a rule`.
  package let phrase: String
  /// Where it stands, for the reference.
  package let place: String
  /// In the order of the reference.
  package let keys: [KeyDefinition]
  /// Of these keys exactly one must be there.
  package let exactlyOne: [String]
  /// Of these keys at least one must be there.
  package let atLeastOne: [String]
  /// The first key of a pair asks for the second.
  package let companions: [Companion]

  /// A key that is nothing without another.
  package struct Companion: Hashable, Sendable {
    /// The key that may be left out.
    package let key: String
    /// The key that must stand beside it.
    package let needs: String
  }

  /// The names of the keys in their order.
  package let names: [String]
  private let indices: [String: Int]

  init(
    _ phrase: String, place: String, exactlyOne: [String] = [], atLeastOne: [String] = [],
    companions: [Companion] = [], _ keys: [KeyDefinition]
  ) {
    self.phrase = phrase
    self.place = place
    self.keys = keys
    self.exactlyOne = exactlyOne
    self.atLeastOne = atLeastOne
    self.companions = companions
    names = keys.map(\.name)
    indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  /// Whether there is a key of that name.
  package func contains(_ name: String) -> Bool { indices[name] != nil }

  /// The key of that name, or nil.
  package subscript(name: String) -> KeyDefinition? { indices[name].map { keys[$0] } }
}
