import RuleLanguage

/// The JSON Schema (draft 2020-12) of rule files, made from the resolver's own table of keys.
///
/// It describes shape: keys, lists, allowed words, the spelling of numbers and names. Whether a name
/// means something is for the resolver. Scalars may be strings, as in a reader that keeps all text,
/// or what YAML makes of them, as in editors.
package enum RuleFileSchema {
  /// The name and version of the schema.
  package static let id = "duban.rules/1"

  /// The schema, one line of JSON.
  package static func json() -> String {
    var writer = JSONWriter()
    writer.object { schema in
      schema.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      schema.field("$id", id)
      schema.field("title", "Duban rule file")
      schema.field("$ref", reference(.file))
      schema.object("$defs") { definitions in
        for kind in MappingKind.allCases {
          definitions.object(kind.rawValue) { write(kind.definition, to: &$0) }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func reference(_ kind: MappingKind) -> String { "#/$defs/\(kind.rawValue)" }

  private static func write(_ definition: MappingDefinition, to writer: inout JSONWriter) {
    writer.field("description", "\(definition.phrase): \(definition.place)")
    writer.field("type", "object")
    writer.object("properties") { properties in
      for key in definition.keys {
        properties.object(key.name) { property in
          property.field("title", key.name)
          property.field("description", key.summary)
          if let standard = key.standard { property.field("default", standard) }
          write(key.shape, to: &property)
        }
      }
    }
    writer.field("additionalProperties", false)
    let required = definition.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { writer.array("required", required) }
    group("oneOf", definition.exactlyOne, to: &writer)
    group("anyOf", definition.atLeastOne, to: &writer)
    if !definition.companions.isEmpty {
      writer.object("dependentRequired") { pairs in
        for pair in definition.companions { pairs.array(pair.key, [pair.needs]) }
      }
    }
  }

  private static func group(_ word: String, _ keys: [String], to writer: inout JSONWriter) {
    guard !keys.isEmpty else { return }
    writer.array(word, keys) { writer, key in writer.object { $0.array("required", [key]) } }
  }
}

// MARK: - Shapes

extension RuleFileSchema {
  /// Writes the fields that describe `shape` into the object that is open.
  private static func write(_ shape: ValueShape, to writer: inout JSONWriter) {
    switch shape {
    case .text, .pattern, .formula:
      writer.array("type", ["string", "number", "boolean"])
      writer.field("minLength", 1)
    case .date:
      scalar(
        "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", to: &writer, number: "integer")
    case .number(let range):
      scalar(NumberSpelling.pattern(range), to: &writer)
      writer.field("minimum", range.lowerBound)
      writer.field("maximum", range.upperBound)
    case .whole(let range):
      scalar(NumberSpelling.pattern(range), to: &writer, number: "integer")
      writer.field("minimum", range.lowerBound)
      if range.upperBound < Int.max { writer.field("maximum", range.upperBound) }
    case .choice(let words): choice(words, to: &writer)
    case .name(let form): scalar(pattern(form), to: &writer)
    case .labelPhrase:
      writer.field("type", "string")
      writer.field("pattern", "^ *[^ =<>!]+( *>?= *[^ =<>!]+)? *$")
    case .list(let member), .anyList(let member):
      writer.field("type", "array")
      if case .list = shape { writer.field("minItems", 1) }
      writer.object("items") { write(member, to: &$0) }
    case .mapping(let kind): writer.field("$ref", reference(kind))
    case .named(let form, let value):
      writer.field("type", "object")
      writer.object("patternProperties") { names in
        names.object(pattern(form)) { write(value, to: &$0) }
      }
      writer.field("additionalProperties", false)
    case .either(let shapes):
      writer.array("anyOf", shapes) { writer, shape in
        writer.object { write(shape, to: &$0) }
      }
    case .optional(let value):
      writer.array("anyOf", 0..<2) { writer, index in
        writer.object { either in
          if index == 0 { write(value, to: &either) } else { nothing(to: &either) }
        }
      }
    }
  }

  private static func scalar(
    _ pattern: String, to writer: inout JSONWriter, number: String = "number"
  ) {
    writer.array("type", ["string", number])
    writer.field("pattern", pattern)
  }

  private static func choice(_ words: [String], to writer: inout JSONWriter) {
    writer.key("enum")
    writer.array(words + (words == ["true"] ? [""] : [])) { writer, word in
      // The word as YAML reads it in editors.
      if word.isEmpty { writer.boolean(true) } else { writer.string(word) }
    }
  }

  /// A key without a value: empty text to some readers, null to others.
  private static func nothing(to writer: inout JSONWriter) {
    writer.array("type", ["string", "null"])
    writer.field("maxLength", 0)
  }

  private static func pattern(_ form: NameForm) -> String {
    "^[a-z\(form.allowsCapitals ? "A-Z" : "")0-9\(form.allowsSlashes ? "/" : "")-]+$"
  }
}

/// How numbers of a range are spelled in rule files, as regular expressions of JSON Schema.
enum NumberSpelling {
  /// Decimals in `range`; exact where it runs from 0 to a power of ten, else any decimal.
  static func pattern(_ range: ClosedRange<Double>) -> String {
    guard range.lowerBound == 0, let zeros = zeros(range.upperBound) else {
      return #"^[0-9]+(\.[0-9]+)?$"#
    }
    let top = #"0*1\#(String(repeating: "0", count: zeros))(\.0+)?"#
    let below = zeros == 0 ? "0+" : "0*[0-9]{1,\(zeros)}"
    return #"^(\#(below)(\.[0-9]+)?|\#(top))$"#
  }

  /// Whole numbers in `range`; exact where it runs from 0 or 1 to a power of ten or without end,
  /// else any whole number.
  static func pattern(_ range: ClosedRange<Int>) -> String {
    let zero = range.lowerBound == 0 ? "0+|" : ""
    guard range.lowerBound == 0 || range.lowerBound == 1 else { return "^[0-9]+$" }
    if range.upperBound == Int.max { return "^(\(zero)0*[1-9][0-9]*)$" }
    guard let zeros = zeros(Double(range.upperBound)), zeros > 0 else { return "^[0-9]+$" }
    let top = "1" + String(repeating: "0", count: zeros)
    return "^(\(zero)0*([1-9][0-9]{0,\(zeros - 1)}|\(top)))$"
  }

  /// How many zeros a power of ten has; nil for other numbers.
  private static func zeros(_ number: Double) -> Int? {
    var power = 1.0
    for count in 0...15 {
      if power == number { return count }
      power *= 10
    }
    return nil
  }
}
