import Diagnostics
import SourceText
import Testing

@testable import RuleLanguage

/// What a good pack becomes.
struct ResolverTests {
  private static let base = """
    labels:
      zone: {on: block, role: zone, choices: [footer, body]}
      prose: {on: block, mark: true}
      place: {on: document, role: metadata, text: true}
      supervision: {on: paragraph, role: tag, levels: [formulaic, substantive]}
      heading: {on: sentence, mark: true}
      demand: {on: clause, mark: true}
      standing: {on: paragraph, mark: true}
      action: {on: directive, role: slot, amount: true}
      obligor: {on: directive, role: slot, amount: true}
      class: {on: directive, choices: [exhortation, directive]}
    """

  static func file(_ text: String, _ name: String = "rules.yaml") -> SourceFile {
    SourceFile(name: name, bytes: Array(text.utf8))
  }

  /// The pack of `text` with a header and some labels.
  static func pack(_ text: String) throws -> RulePack {
    let files = [
      file("pack: {name: example, version: 0.1.0}\n\(base)\n", "pack.yaml"), file(text),
    ]
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(pack)
  }

  static func rule(_ gives: String, _ body: String) throws -> Rule {
    try #require(try pack("rules:\n  - id: x\n    gives: \(gives)\n    \(body)\n").rules.first)
  }

  @Test func `the header has defaults`() throws {
    let pack = try Self.pack("rules: [{id: x, gives: demand, any: [必须]}]")
    #expect(pack.name == "example")
    #expect(pack.version == "0.1.0")
    #expect(pack.title == LocalizedText(en: "example"))
    #expect(pack.confidenceFloor == 0.7)
    #expect(pack.fingerprint.count == 16)
  }

  @Test func `the fingerprint is FNV-1a over names and bytes`() {
    let text = "pack: {name: a, version: 1}"
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in Array("p".utf8) + [0] + Array(text.utf8) + [0] {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    let digits = String(hash, radix: 16)
    let pack = PackResolver.resolve(files: [Self.file(text, "p")]).pack
    #expect(pack?.fingerprint == String(repeating: "0", count: 16 - digits.count) + digits)
    let other = PackResolver.resolve(files: [Self.file(text, "q")]).pack
    #expect(other?.fingerprint != pack?.fingerprint)
  }

  @Test(
    "the window is the sentence for paragraphs, else the unit",
    arguments: [
      ("supervision = substantive", "any: [甲]", UnitKind.sentence),
      ("demand", "any: [甲]", .clause),
      ("zone = body", "any: [甲]", .block),
      ("place", "any: [甲]", .document),
      ("action = 0.5", "any: [甲]", .directive),
      ("supervision = formulaic", "{any: [甲], within: paragraph}", .paragraph),
      ("place", "{any: [甲], within: clause}", .clause),
    ])
  func window(_ gives: String, _ body: String, _ expected: UnitKind) throws {
    let lines =
      body.hasPrefix("{") ? body.dropFirst().dropLast().split(separator: ", ") : [body[...]]
    let rule = try Self.rule(gives, lines.joined(separator: "\n    "))
    #expect(rule.within == expected)
  }

  @Test(
    "gifts are read by the kind of their label",
    arguments: [
      ("supervision = substantive", [Gift(label: "supervision", value: .named(1))]),
      ("zone = footer", [Gift(label: "zone", value: .named(0))]),
      ("demand", [Gift(label: "demand", value: .mark)]),
      ("place", [Gift(label: "place", value: .matchedText)]),
      ("action=0.6", [Gift(label: "action", value: .amount(0.6))]),
      (
        "[action = 1, obligor = 0]",
        [
          Gift(label: "action", value: .amount(1)), Gift(label: "obligor", value: .amount(0)),
        ]
      ),
    ])
  func gifts(_ text: String, _ expected: [Gift]) throws {
    #expect(try Self.rule(text, "any: [甲]").gives == expected)
  }

  @Test(
    "label tests compare by the kind of their label",
    arguments: [
      ("supervision", LabelTest.Comparison.given),
      ("supervision = formulaic", .equals(0)),
      ("supervision >= substantive", .atLeast(1)),
      ("zone = body", .equals(1)),
      ("demand", .given),
    ])
  func labelTest(_ text: String, _ expected: LabelTest.Comparison) throws {
    let gives = text == "demand" ? "action = 1" : "demand"
    let rule = try Self.rule(gives, "within: clause\n    label: \(text)")
    guard case .label(let test) = rule.condition else {
      Issue.record("no label test")
      return
    }
    #expect(test.comparison == expected)
  }

  @Test func `conditions beside one another must all hold`() throws {
    let rule = try Self.rule(
      "heading",
      """
      none: [甲]
          at-least: {count: 2, of: [乙, 丙, 丁]}
          near: {within: 20, of: [戊, 己]}
          ordered: [庚, 辛]
          where: han > 3
      """)
    guard case .all(let members) = rule.condition else {
      Issue.record("not all")
      return
    }
    let kinds = members.map { member in
      switch member {
      case .none: "none"
      case .atLeast(let count, let of): "\(count) of \(of.count)"
      case .ordered(let patterns): "ordered \(patterns.count)"
      case .near(let patterns, let characters): "near \(patterns.count) in \(characters)"
      case .formula: "where"
      default: "other"
      }
    }
    #expect(kinds == ["none", "2 of 3", "ordered 2", "near 2 in 20", "where"])
  }

  @Test func `exceptions cover and vetoes look in the window unless they say otherwise`() throws {
    let rule = try Self.rule(
      "heading",
      """
      any: [甲]
          except: [乙甲, {pattern: 丙, when: sentence}]
          unless: [丁, {any: [戊], in: paragraph}]
          silent-on: [己, {text: 庚, because: unless}]
      """)
    #expect(rule.exceptions.map(\.geometry) == [.covered, .sentence])
    #expect(rule.vetoes.map(\.scope) == [.sentence, .paragraph])
    #expect(rule.silentOn.map(\.because) == [nil, "unless"])
  }

  @Test(
    "Rules wait for what they read, not for other rules of their labels",
    arguments: [
      (
        """
        - {id: c-reads-b, gives: c, label: b}
          - {id: b-reads-a, gives: b, where: before(a) > 0}
          - {id: a-and-c, gives: [a, c], any: [甲]}
          - {id: a-plain, gives: a, any: [乙]}
        """, [2, 1, 0, 0]
      ),
      // What asks whether a label is lacking waits for the other rules of that label alone.
      (
        """
        - {id: a-otherwise, gives: a, lacks: a, any: [甲]}
          - {id: a-otherwise-too, gives: a, lacks: a, rule: a-otherwise}
          - {id: a-reads-b, gives: a, label: b}
          - {id: b-plain, gives: b, any: [乙]}
          - {id: c-otherwise, gives: c, lacks: c, label: a}
        """, [2, 3, 1, 0, 4]
      ),
    ])
  func stages(_ rules: String, _ expected: [Int]) throws {
    let pack = try Self.pack(
      """
      labels:
        a: {on: block, mark: true}
        b: {on: block, mark: true}
        c: {on: block, mark: true}
      rules:
        \(rules)
      """)
    #expect(pack.stages == expected)
  }

  @Test func `directive settings name labels and values`() throws {
    let settings = try Self.pack(
      """
      scores:
        strength:
          parts: {action: 20 * action}
          bands: [{name: low, minimum: 0}, {name: high, minimum: 60}]
          adjust:
            - {id: gate, when: action == 0, value: "min(total, 15)", gives: class = exhortation}
      directives:
        marks: {demand: demand, standing: standing}
        bearer: {slot: obligor, kind: class, inherited: 0.8, implied: 0.1, implied-kind: directive}
        force: {slot: action, bare-order: 0.8}
        core: [action]
        class: {label: class, default: directive}
        via: class-of-sentence
      labels:
        class-of-sentence: {on: sentence, choices: [report, appraisal]}
      """)
    let directives = try #require(settings.directives)
    #expect(directives.marks[.demand] == "demand")
    #expect(directives.marks[.standing] == "standing")
    #expect(directives.bearer.impliedKind == 1)
    #expect(directives.defaultClass == 1)
    #expect(directives.substance == 0.6)
    #expect(directives.bundleLength == 8)
    #expect(directives.via == "class-of-sentence")
    let score = try #require(settings.scores.first)
    #expect(score.bands.map(\.name) == ["high", "low"])
    #expect(score.adjustments.first?.gives == Gift(label: "class", value: .named(0)))
  }
}
