package import JSONText

/// The fields of one JSON object, as far as records need them: text, numbers and truth values; what is
/// nested is passed over.
package struct JSONFields: Sendable {
  /// The value of a field.
  package enum Value: Hashable, Sendable {
    /// With its escapes resolved.
    case text(String)
    /// A number as it is written.
    case number(String)
    /// One of the two words.
    case boolean(Bool)
    /// What else stands there, in words.
    case other(String)
  }

  /// In the order of the object.
  package private(set) var fields: [(name: String, value: Value)] = []
  /// Halves of surrogate pairs that stand alone; each is U+FFFD in the text.
  package private(set) var loneSurrogates = 0

  /// The value of the field `name`, if there is one.
  ///
  /// - Complexity: O(fields).
  package subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }

  /// Reads one object from end to end of `bytes`.
  ///
  /// - Throws: `JSONCursor.Failure` where they are no JSON, no object, or name a field twice.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) throws(JSONCursor.Failure) {
    var cursor = try JSONCursor(bytes)
    guard cursor.kind() == .object else {
      throw cursor.failure("a record must be an object, `{…}`")
    }
    var fields: [(name: String, value: Value)] = []
    var names: Set<String> = []
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      guard names.insert(name).inserted else {
        throw cursor.failure("the field `\(name)` stands twice")
      }
      fields.append((name, try Value(&cursor)))
    }
    try cursor.end()
    self.fields = fields
    loneSurrogates = cursor.loneSurrogates
  }
}

extension JSONFields.Value {
  fileprivate init(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    switch cursor.kind() {
    case .text: self = .text(try cursor.string())
    case .number: self = .number(try cursor.numberText())
    case .boolean: self = .boolean(try cursor.boolean())
    case .object: self = try .skipped("an object", &cursor)
    case .list: self = try .skipped("a list", &cursor)
    case .null, nil: self = try .skipped("null", &cursor)
    }
  }

  private static func skipped(
    _ words: String, _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> Self {
    try cursor.skip()
    return .other(words)
  }
}
