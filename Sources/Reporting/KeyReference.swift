import RuleLanguage

/// The reference of all keys of rule files as Markdown tables, made from the resolver's own table.
package enum KeyReference {
  /// One section for each kind of mapping; the heading is its name.
  package static func markdown() -> String {
    MappingKind.allCases.map(section).joined(separator: "\n")
  }

  private static func section(_ kind: MappingKind) -> String {
    let definition = kind.definition
    var text = "### \(kind.rawValue)\n\n"
    text += "Stands at: \(definition.place).\(demands(definition))\n\n"
    text += "| key | type | default | meaning |\n|---|---|---|---|\n"
    for key in definition.keys {
      let standard = key.isRequired ? "required" : key.standard ?? "–"
      let cells = ["`\(key.name)`", words(key.shape), standard, key.summary]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private static func demands(_ definition: MappingDefinition) -> String {
    var text = ""
    if !definition.exactlyOne.isEmpty { text += " Exactly one of \(list(definition.exactlyOne))." }
    if !definition.atLeastOne.isEmpty { text += " At least one of \(list(definition.atLeastOne))." }
    for pair in definition.companions { text += " `\(pair.key)` asks for `\(pair.needs)`." }
    return text
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func words(_ shape: ValueShape) -> String {
    switch shape {
    case .text: "text"
    case .pattern: "pattern"
    case .formula: "formula"
    case .date: "year, month or day"
    case .number(let range): "number, \(plain(range.lowerBound)) to \(plain(range.upperBound))"
    case .whole(let range):
      range.upperBound == Int.max
        ? "whole number from \(range.lowerBound)"
        : "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words): list(words)
    case .name: "name"
    case .labelPhrase: "label, with a value where it takes one"
    case .list(let member): "list of: \(words(member))"
    case .anyList(let member): "list, also empty, of: \(words(member))"
    case .mapping(let kind): "[\(kind.rawValue)](#\(kind.rawValue))"
    case .named(_, let value): "mapping from names to: \(words(value))"
    case .either(let shapes): shapes.map(words).joined(separator: " or ")
    case .optional(let value): words(value)
    }
  }

  private static func plain(_ number: Double) -> String { NumberFormat.decimal(number) }
}
