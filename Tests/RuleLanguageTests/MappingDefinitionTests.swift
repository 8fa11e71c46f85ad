import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// The table of keys against the resolver: what it lists is read, and what it asks for is asked for.
///
/// A key that the resolver reads and the table lacks stops every test that reads such a mapping, by
/// an assertion.
struct MappingDefinitionTests {
  /// A key of a kind of mapping.
  struct Place: Hashable, CustomStringConvertible {
    let kind: MappingKind
    let key: String
    var description: String { "\(kind.rawValue): \(key)" }
  }

  static let places = MappingKind.allCases.flatMap { kind in
    kind.definition.names.map { Place(kind: kind, key: $0) }
  }
  static let required = MappingKind.allCases.flatMap { kind in
    kind.definition.keys.filter(\.isRequired).map { Place(kind: kind, key: $0.name) }
  }

  @Test("a wrong value is reported where it stands", arguments: places)
  func everyKeyIsRead(_ place: Place) throws {
    let wrong = "[[]]"
    let (file, diagnostics) = try resolve(place) { $0 == place.key ? wrong : $1 }
    let mark = try #require(file.bytes(of: wrong))
    #expect(diagnostics.contains { mark.contains($0.primary.span.start) }, "\(diagnostics)")
  }

  @Test("a complete mapping is accepted", arguments: MappingKind.allCases)
  func completeMappingIsAccepted(_ kind: MappingKind) throws {
    let (_, diagnostics) = try resolve(Place(kind: kind, key: "")) { $1 }
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test("a key that is asked for is missed", arguments: required)
  func requiredKeyIsMissed(_ place: Place) throws {
    let (_, diagnostics) = try resolve(place) { $0 == place.key ? nil : $1 }
    #expect(
      diagnostics.contains {
        $0.id.rawValue == "missing-required-key" && $0.message.contains("`\(place.key)`")
      }, "\(diagnostics)")
  }

  @Test("one of several keys is asked for", arguments: MappingKind.allCases)
  func oneOfSeveralIsAskedFor(_ kind: MappingKind) throws {
    let definition = kind.definition
    let group = Set(definition.exactlyOne + definition.atLeastOne)
    guard !group.isEmpty else { return }
    let (_, diagnostics) = try resolve(Place(kind: kind, key: "")) { group.contains($0) ? nil : $1 }
    #expect(diagnostics.contains { $0.severity == .error })
  }

  @Test("a key asks for its companion", arguments: MappingKind.allCases)
  func companionIsAskedFor(_ kind: MappingKind) throws {
    for companion in kind.definition.companions {
      let (_, diagnostics) = try resolve(Place(kind: kind, key: "")) {
        $0 == companion.needs ? nil : $1
      }
      #expect(diagnostics.map(\.id.rawValue).contains("missing-required-key"))
    }
  }

  @Test func `what stands for a missing key is a value that the key takes`() {
    for kind in MappingKind.allCases {
      for key in kind.definition.keys {
        guard let standard = key.standard else { continue }
        switch key.shape {
        case .number(let range): #expect(Double(standard).map(range.contains) == true, "\(key)")
        case .whole(let range): #expect(Int(standard).map(range.contains) == true, "\(key)")
        default: break
        }
      }
    }
  }

  // MARK: - A pack around one mapping

  /// Resolves a pack that holds a complete mapping of the kind, each value as `change` gives it; nil
  /// leaves the key out.
  private func resolve(
    _ place: Place, _ change: (String, String) -> String?
  ) throws -> (file: String, diagnostics: [Diagnostic]) {
    let definition = place.kind.definition
    var entries: [String] = []
    for key in definition.names {
      // Of keys that exclude one another the one in question stands, else the first.
      let chosen =
        definition.exactlyOne.contains(place.key) ? place.key : definition.exactlyOne.first
      if definition.exactlyOne.contains(key), key != chosen { continue }
      let value = try #require(
        Self.values[place.kind]?[key], "no valid value for `\(key)` of \(place.kind.rawValue)")
      if let value = change(key, value) { entries.append("\(key): \(value)") }
    }
    let frame = Self.frame(place.kind)
    let text = frame.replacing("@", with: "{\(entries.joined(separator: ", "))}") + "\n"
    var files = [SourceFile(name: "frame.yaml", bytes: Array(text.utf8))]
    if place.kind != .file {
      files.append(SourceFile(name: "labels.yaml", bytes: Array(Self.base.utf8)))
      if !frame.contains("pack: ") {
        files.append(
          SourceFile(name: "pack.yaml", bytes: Array("pack: {name: p, version: 1}".utf8)))
      }
    }
    if place.kind == .gazetteer {
      files.append(SourceFile(name: "table.tsv", bytes: Array(Self.table.utf8)))
    }
    let found = PackResolver.resolve(files: files).diagnostics
    return (text, found.filter { $0.primary.file == 0 })
  }

  /// The file around a mapping, which stands for `@`.
  private static func frame(_ kind: MappingKind) -> String {
    let day = "day: {forms: [{pattern: <number>d, date: {day: number}}]}"
    let rule = "rules: [{id: r, gives: demand"
    let parts = "bearer: {slot: amount}, force: {slot: amount}, core: [amount]"
    let directives = "\(parts), class: {label: class, default: order}"
    return switch kind {
    case .file, .directives, .pack, .comparison: kind == .file ? "@" : "\(kind.rawValue): @"
    case .mask, .phase: "comparison: {\(kind.rawValue)s: {x: @}}"
    case .sentences: "comparison: {sentences: @}"
    case .title: "pack: {name: p, version: '1', title: @}"
    case .label: "labels: {x: @}"
    case .lexicon: "lexicons: {x: @, y: [z]}"
    case .value: "values: {x: @}"
    case .form: "values: {x: {forms: [@]}}"
    case .date: "values: {x: {forms: [{pattern: <number>d<day>, date: @}]}, \(day)}"
    case .gazetteer: "gazetteers: {x: @}"
    case .rule: "rules: [@]"
    case .condition: "\(rule), any: [@]}]"
    case .atLeast, .near: "\(rule), \(kind.rawValue): @}]"
    case .exception: "\(rule), any: [a], except: [@]}]"
    case .veto: "\(rule), any: [a], unless: [@]}]"
    case .firingExample: "\(rule), any: [a], fires-on: [@]}]"
    case .silentExample: "\(rule), any: [a], silent-on: [@]}]"
    case .score: "scores: {x: @}"
    case .adjustment: "scores: {x: {parts: {a: 1}, adjust: [@]}}"
    case .band: "scores: {x: {parts: {a: 1}, bands: [@]}}"
    case .bearer: "directives: {\(directives)}".replacing("{slot: amount}, force", with: "@, force")
    case .force: "directives: {\(directives)}".replacing("force: {slot: amount}", with: "force: @")
    case .classSetting: "directives: {\(parts), class: @}"
    case .marks, .grammar, .perspective, .umbrella:
      "directives: {\(directives), \(kind.rawValue): @}"
    }
  }

  private static let table = "code\tname\tlevel\tfirst_year\tlast_year\n"

  private static let base = """
    labels:
      demand: {on: clause, mark: true}
      standing: {on: paragraph, mark: true}
      amount: {on: directive, amount: true}
      checks: {on: directive, mark: true}
      kind: {on: directive, choices: [unit, audience]}
      bearer-line: {on: sentence, amount: true}
      heads: {on: sentence, mark: true}
      stage: {on: sentence, amount: true}
      class: {on: directive, choices: [slogan, order]}
      place: {on: document, text: true}
      outlet: {on: document, role: metadata, text: true}
      rank: {on: document, choices: [high]}
      function: {on: sentence, choices: [report]}
      zone: {on: block, role: zone, choices: [footer, body]}
    scores:
      base: {parts: {a: 1}}
    rules:
      - {id: base/standing, gives: standing, any: [a]}

    """

  private static let conditions = [
    "any": "[a]", "all": "[b, {any: [c]}]", "none": "[d]", "at-least": "{count: 1, of: [a]}",
    "ordered": "[a, b]", "near": "{within: 5, of: [a, b]}", "label": "demand", "lacks": "demand",
    "where": "han > 1",
    "rule": "base/standing", "position": "first", "zone": "body", "inside": "nav",
  ]

  /// A valid value for every key.
  private static let values: [MappingKind: [String: String]] = [
    .file: [
      "pack": "{name: p, version: 1}",
      "labels":
        "{m: {on: clause, mark: true}, s: {on: directive, amount: true}, c: {on: directive, choices: [d]}}",
      "lexicons": "{words: [a]}", "patterns": "{phrase: b}",
      "values": "{days: {forms: [{pattern: <number>d, value: number}]}}",
      "gazetteers": "{}",
      "rules": "[{id: r, gives: m, any: [<words><phrase>]}]",
      "scores": "{s: {parts: {a: 1}}}",
      "directives":
        "{bearer: {slot: s}, force: {slot: s}, core: [s], class: {label: c, default: d}}",
      "comparison": "{forbidden: [best]}",
    ],
    .comparison: [
      "masks": "{people: {patterns: [a]}}", "name-fields": "[outlet]", "formulas": "[b]",
      "phases": "{first: {from: 2018-01, to: 2020-12}}",
      "sentences": "{standing: {en: S}}", "forbidden": "[best]",
    ],
    .mask: ["title": "X", "patterns": "[a]", "except": "[b]", "trim": "[c]"],
    .phase: ["title": "X", "from": "2018-01", "to": "2020-12"],
    .sentences: Dictionary(
      uniqueKeysWithValues: MappingKind.sentences.definition.names.map { ($0, "{en: X}") }),
    .pack: [
      "name": "p", "version": "1", "title": "P", "confidence-floor": "0.5", "case": "ignore",
    ],
    .title: ["en": "P", "zh": "P"],
    .label: [
      "on": "directive", "role": "structure", "title": "X", "symbol": "x", "absent": "X",
      "value-titles": "{}",
      "levels": "[low, high]",
      "choices": "[A, b]", "mark": "true", "amount": "true", "text": "true", "date": "true",
      "trim": "[]",
    ],
    .value: [
      "title": "X", "measured-in": "days", "frequency": "true", "start": "true",
      "forms": "[{pattern: <number>d, value: number}]", "except": "[e]",
    ],
    .form: ["pattern": "<number>d", "value": "number", "date": "{day: number}"],
    .date: [
      "of": "day", "year": "number", "month": "number", "day": "number", "weekday": "1",
      "years-after": "0", "quarters-after": "0", "months-after": "0", "weeks-after": "0",
      "days-after": "number",
    ],
    .gazetteer: [
      "file": "table.tsv", "label": "place", "context": "[place]", "level": "rank",
      "endings": "{high: [x]}",
    ],
    .lexicon: ["include": "[y]", "terms": "[x]"],
    .rule: conditions.merging([
      "id": "a/r", "title": "X", "gives": "demand", "within": "clause", "except": "[e]",
      "unless": "[f]",
      "confidence": "0.5", "flags": "[f]", "note": "why", "fires-on": "[a]", "silent-on": "[b]",
      "label": "standing", "lacks": "standing",
    ]) { $1 },
    .condition: conditions.merging([
      "label": "standing", "lacks": "standing", "in": "sentence",
    ]) { $1 },
    .veto: conditions.merging([
      "in": "paragraph", "label": "standing", "lacks": "standing",
    ]) { $1 },
    .atLeast: ["count": "1", "of": "[a]"],
    .near: ["within": "5", "of": "[a, b]"],
    .exception: ["pattern": "a", "when": "overlaps"],
    .firingExample: ["text": "a"],
    .silentExample: ["text": "a", "because": "except"],
    .score: [
      "title": "X", "parts": "{a: 20 * amount}", "adjust": "[{id: a, value: total}]",
      "bands": "[{name: low, minimum: 0}]",
    ],
    .adjustment: ["id": "a", "when": "amount > 0", "value": "total", "gives": "class = slogan"],
    .band: ["name": "low", "minimum": "0", "title": "Low"],
    .directives: [
      "marks": "{demand: demand}", "bearer": "{slot: amount}", "force": "{slot: amount}",
      "core": "[amount]", "substance": "0.5", "bundle-length": "5",
      "class": "{label: class, default: order}",
      "grammar": "{label: kind, when: {unit: amount > 0}}",
      "perspective": "{mark: checks, supervised: amount}",
      "umbrella": "{mark: checks, score: base, slots: [amount]}", "lends": "{amount: stage}",
      "follows": "{amount: stage}",
      "excluded": "checks", "dismissed": "checks",
      "via": "function",
    ],
    .marks: Dictionary(
      uniqueKeysWithValues: MappingKind.marks.definition.names.map {
        ($0, $0 == "standing" ? "standing" : "demand")
      }),
    .bearer: [
      "slot": "amount", "kind": "kind", "inherited": "0.5", "implied": "0.1",
      "implied-kind": "unit", "after": "bearer-line", "after-kind": "unit",
      "heads": "heads",
    ],
    .force: ["slot": "amount", "bare-order": "0.5"],
    .classSetting: ["label": "class", "default": "order"],
    .grammar: ["label": "kind", "when": "{unit: amount > 0}"],
    .perspective: ["mark": "checks", "supervised": "amount", "unnamed": "0.1"],
    .umbrella: [
      "mark": "checks", "score": "base", "slots": "[amount]", "paragraph": "0.5",
      "document": "0.2",
    ],
  ]
}

extension String {
  /// The bytes of the first `text`.
  fileprivate func bytes(of text: String) -> Range<Int>? {
    guard let range = firstRange(of: text) else { return nil }
    return utf8.distance(
      from: startIndex, to: range.lowerBound)..<utf8.distance(
        from: startIndex, to: range.upperBound)
  }
}
