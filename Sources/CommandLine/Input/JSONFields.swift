package import JSONText

/// The fields of one JSON object, as far as records need them: text, numbers and truth values; of what is
/// nested only that it is there.
package struct JSONFields: Sendable {
  /// The value of a field.
  package enum Value: Hashable, Sendable {
    /// With its escapes resolved.
    case text(String)
    /// A number as it is written.
    case number(String)
    /// One of the two words.
    case boolean(Bool)
    /// The word for nothing.
    case null
    /// A list or an object, in words.
    case nested(String)
  }

  /// In the order of the object.
  package private(set) var fields: [(name: String, value: Value)] = []
  /// Halves of surrogate pairs that stand alone; each is U+FFFD in the text.
  package private(set) var loneSurrogates = 0

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
    case .object: self = try .skipping(.nested("an object"), &cursor)
    case .list: self = try .skipping(.nested("a list"), &cursor)
    case .null, nil: self = try .skipping(.null, &cursor)
    }
  }

  /// Passes over what stands there.
  private static func skipping(
    _ value: Self, _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> Self {
    try cursor.skip()
    return value
  }
}
