import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// One mistake gives one diagnostic, at the words that are wrong.
struct ResolverMistakeTests {
  private static let base = """
    pack: {name: example, version: 0.1.0}
    labels:
      prose: {on: block, mark: true}
      zone: {on: block, role: zone, choices: [footer, body]}
      place: {on: document, role: metadata, text: true}
      supervision: {on: paragraph, role: tag, levels: [formulaic, substantive]}
      heading: {on: sentence, mark: true}
      demand: {on: clause, mark: true}
      action: {on: directive, role: slot, amount: true}
      class: {on: directive, choices: [exhortation, directive]}

    """

  /// `id «words under the caret»` of each diagnostic.
  private func mistakes(_ text: String, base: String = base) -> [String] {
    let files = [("pack.yaml", base), ("rules.yaml", text)].map {
      SourceFile(name: $0.0, bytes: Array($0.1.utf8))
    }
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    let errors = diagnostics.filter { $0.severity == .error }
    #expect((pack == nil) == !errors.isEmpty)
    return diagnostics.map {
      "\($0.id.rawValue) «\(files[$0.primary.file].text($0.primary.span))»"
    }
  }

  private func rule(_ gives: String, _ body: String) -> [String] {
    mistakes("rules:\n  - id: x\n    gives: \(gives)\n    \(body)\n")
  }

  @Test(
    "in a rule",
    arguments: [
      ("demand", "any: [<nothing>甲]", "unknown-reference «<nothing>»"),
      ("demand", "any: [\"\\u7532<nothing>\"]", "unknown-reference «<nothing>»"),
      ("demand", "any: ['甲''s<nothing>']", "unknown-reference «<nothing>»"),
      ("demand", "any: [{}]", "missing-condition «{}»"),
      ("demand", "any: [甲, [乙]]", "expected-text «[乙]»"),
      ("demand", "at-least: {count: 3, of: [甲, 乙]}", "expected-number «3»"),
      ("demand", "at-least: {count: 1.5, of: [甲, 乙]}", "expected-number «1.5»"),
      ("demand", "at-least: {count: 2, of: [甲, (乙]}", "pattern-unbalanced «(»"),
      ("demand", "at-least: {of: [甲]}", "missing-required-key «{of: [甲]}»"),
      ("demand", "near: {within: 0, of: [甲, 乙]}", "expected-number «0»"),
      ("demand", "ordered: []", "empty-list «[]»"),
      ("demand", "label: demnd", "unknown-label «demnd»"),
      ("action = 1", "label: heading = 1", "wrong-kind-of-label «1»"),
      ("heading", "label: supervision >= high", "invalid-value «high»"),
      ("heading", "label: zone >= body", "malformed-label «body»"),
      ("action = 1", "label: class > directive", "malformed-label «class > directive»"),
      ("action = 1", "label: action = 0.5", "malformed-label «0.5»"),
      ("demand", "where: share(demand) > 0", "unknown-name «share»"),
      ("demand", "where: count(1) > 0", "wrong-arguments «count»"),
      ("demand", "where: before(heading) > 0", "wrong-kind-of-label «heading»"),
      ("demand", "where: han > place", "wrong-kind-of-label «place»"),
      ("demand", "where: han > 1 + total", "unknown-name «total»"),
      ("demand", "where: minn(han) > 1", "unknown-name «minn»"),
      ("heading", "where: 2 * demand > 1", "label-of-smaller-unit «demand»"),
      ("demand", "where: action > 1", "label-of-later-unit «action»"),
      ("action = 2", "any: [甲]", "expected-number «2»"),
      ("action = 1e-1", "any: [甲]", "expected-number «1e-1»"),
      ("supervision", "any: [甲]", "invalid-value «supervision»"),
      ("supervision = 1", "any: [甲]", "invalid-value «1»"),
      ("demand = 1", "any: [甲]", "wrong-kind-of-label «1»"),
      ("demand >= 1", "any: [甲]", "malformed-label «demand >= 1»"),
      ("[demand, demand]", "any: [甲]", "duplicate-definition «demand»"),
      ("{demand: 1}", "any: [甲]", "expected-text «{demand: 1}»"),
      ("demand", "any: [甲]\n    within: claus", "invalid-value «claus»"),
      ("zone = body", "any: [甲]\n    within: sentence", "scope-of-later-unit «sentence»"),
      ("heading", "any: [甲]\n    within: directive", "scope-of-later-unit «directive»"),
      ("zone = body", "label: place", "label-of-later-unit «place»"),
      ("zone = body", "lacks: place", "label-of-later-unit «place»"),
      ("zone = body", "where: count(place) > 0", "label-of-later-unit «place»"),
      ("heading", "lacks: demand", "label-of-smaller-unit «demand»"),
      ("demand", "lacks: heading = 1", "wrong-kind-of-label «heading = 1»"),
      ("demand", "any: [甲]\n    except: [{when: clause}]", "missing-required-key «{when: clause}»"),
      (
        "demand", "any: [甲]\n    except: [{pattern: 乙, when: inside}]", "invalid-value «inside»"
      ),
      ("demand", "any: [甲]\n    unless: [{in: paragraph}]", "missing-condition «{in: paragraph}»"),
      ("demand", "any: [甲]\n    unless: 乙", "expected-list «乙»"),
      ("demand", "any: [甲]\n    silent-on: [{text: 乙, because: no}]", "invalid-value «no»"),
      ("demand", "any: [甲]\n    fires-on: [{text: 乙, because: except}]", "unknown-key «because»"),
      ("demand", "anny: [甲]", "unknown-key «anny»"),
    ])
  func rule(_ gives: String, _ body: String, _ expected: String) {
    #expect(rule(gives, body) == [expected])
  }

  @Test(
    "in a definition",
    arguments: [
      ("labels: {x: {on: clause}}", "missing-required-key «x»"),
      ("labels: {x: {mark: true}}", "missing-required-key «x»"),
      ("labels: {x: {on: page, mark: true}}", "invalid-value «page»"),
      ("labels: {x: {on: clause, mark: yes}}", "invalid-value «yes»"),
      ("labels: {x: {on: clause, levels: [a, a]}}", "duplicate-definition «a»"),
      ("labels: {x: {on: clause, choices: [a b]}}", "invalid-name «a b»"),
      ("labels: {x: {on: clause, choices: []}}", "empty-list «[]»"),
      ("labels: {x: {on: clause, role: slot, amount: true}}", "wrong-kind-of-label «x»"),
      ("labels: {x: {on: block, role: zone, choices: [body]}}", "duplicate-definition «x»"),
      ("labels: {demand: {on: clause, mark: true}}", "duplicate-definition «demand»"),
      ("labels: {han: {on: clause, mark: true}}", "reserved-name «han»"),
      ("lexicons: {x: {terms: [甲], inklude: [y]}}\n", "unknown-key «inklude»"),
      ("lexicons: {x: {include: [y]}}", "unknown-reference «y»"),
      ("lexicons: {x: 甲}", "expected-list «甲»"),
      ("lexicons: {x: {include: [x]}}", "reference-cycle «x»"),
      ("lexicons: {x: [甲]}\npatterns: {x: 乙}", "duplicate-definition «x»"),
      ("patterns: {X: 乙}", "invalid-name «X»"),
      ("scores: {s: {}}", "missing-required-key «s»"),
      ("scores: {s: {parts: {a: demand}}}", "wrong-kind-of-label «demand»"),
      ("scores: {s: {parts: {a: total}}}", "unknown-name «total»"),
      ("scores: {s: {parts: {a: han}}}", "unknown-name «han»"),
      (
        "scores: {s: {parts: {a: action}, bands: [{name: a, minimum: 101}]}}",
        "expected-number «101»"
      ),
      (
        "scores: {s: {parts: {a: action}, adjust: [{id: b, value: 1, gives: demand}]}}",
        "wrong-kind-of-label «demand»"
      ),
      ("rulez: []", "unknown-key «rulez»"),
      ("[rules]", "expected-mapping «[rules]»"),
      ("pack: {name: other, version: 1}", "duplicate-definition «{name: other, version: 1}»"),
      (
        "directives: {bearer: {slot: action}, force: {slot: action}, core: [action]}",
        "missing-required-key «{bearer: {slot: action}, force: {slot: action}, core: [action]}»"
      ),
    ])
  func definition(_ text: String, _ expected: String) {
    #expect(mistakes(text) == [expected])
  }

  @Test(
    "in a phase",
    arguments: [
      ("2021", "2023", []), ("2021-05", "2021", []), ("2021", "2021-05", []),
      ("2021-05-31", "2021-05-31", []), ("2020-02-29", "2020-03", []),
      ("2023", "2021", ["phase-reversed «2021»"]),
      ("2021-05", "2021-04-30", ["phase-reversed «2021-04-30»"]),
      ("2021-05-02", "2021-05-01", ["phase-reversed «2021-05-01»"]),
      ("2021-13", "2022", ["expected-date «2021-13»"]),
      ("2021", "2021-02-29", ["expected-date «2021-02-29»"]),
      ("2021-00", "2021-04-31", ["expected-date «2021-00»", "expected-date «2021-04-31»"]),
      ("21", "2021-4", ["expected-date «21»", "expected-date «2021-4»"]),
      ("2021年", "2021-01-01-01", ["expected-date «2021年»", "expected-date «2021-01-01-01»"]),
      ("2021-", "２０２１", ["expected-date «2021-»", "expected-date «２０２１»"]),
      ("soon", "[2021]", ["expected-date «soon»", "expected-text «[2021]»"]),
    ] as [(String, String, [String])])
  func phase(_ from: String, _ to: String, _ expected: [String]) {
    #expect(mistakes("comparison: {phases: {x: {from: \(from), to: \(to)}}}") == expected)
  }

  @Test func `a broken definition is not reported again where its name is used`() {
    let text = """
      labels: {tail: {on: claus, mark: true}}
      patterns: {body: 甲(乙}
      lexicons: {Bad_name: [甲]}
      rules:
        - {id: a, gives: tail, any: [<body>, <Bad_name>]}
        - {id: b, gives: demand, all: [{label: tail}, {where: tail > 0}]}
      """
    #expect(
      mistakes(text) == [
        "invalid-value «claus»", "pattern-unbalanced «(»", "invalid-name «Bad_name»",
      ])
  }

  @Test func `a rule shows all its mistakes in one run, in the order of the text`() {
    let text = """
      rules:
        - id: a
          gives: demnd
          any: [甲|, <body>]
          confidence: 2
      """
    #expect(
      mistakes(text) == [
        "unknown-label «demnd»", "pattern-empty-alternative «|»", "unknown-reference «<body>»",
        "expected-number «2»",
      ])
  }

  @Test func `a pattern that holds only at an edge cannot stand inside another`() {
    let text = """
      patterns:
        opening: ^(甲|乙)
        closing: <opening>丙
      rules:
        - {id: a, gives: demand, any: [<closing>丁]}
        - {id: b, gives: demand, any: [丁<closing>]}
      """
    #expect(mistakes(text) == ["pattern-misplaced-edge «<closing>»"])
  }

  @Test func `what must follow is looked into`() {
    let text = """
      patterns:
        closing: 甲(?=乙$)
      values:
        days: {forms: [{pattern: '<number>天(?=<number>次)', value: second-number}]}
        last: {forms: [{pattern: '<number>天(?=$)', value: number}]}
      rules:
        - {id: a, gives: demand, any: [<closing>, '丙(?=<closing>)', '丙(?=<nothing>)']}
        - {id: b, gives: demand, any: [<closing>丁]}
      """
    #expect(
      mistakes(text) == [
        "missing-number «second-number»", "edge-in-value «last»", "unknown-reference «<nothing>»",
        "pattern-misplaced-edge «<closing>»",
      ])
  }

  @Test func `a file that cannot be read hides what would follow from it`() {
    #expect(mistakes("labels: {a: 1, a: 2}\nrules: [{id: x}]") == ["duplicate-key «a»"])
  }

  @Test func `a label that depends on itself is a cycle`() {
    #expect(rule("zone = body", "label: zone = footer") == ["label-cycle «zone»"])
  }

  @Test(
    "a rule that the others of its label wait for may not ask whether it is lacking",
    arguments: [
      (
        "{id: b, gives: demand, rule: a}, {id: a, gives: demand, lacks: demand, any: [甲]}",
        "rule-cycle «a»"
      ),
      (
        "{id: a, gives: hint, label: demand}, {id: b, gives: demand, lacks: hint, any: [甲]}",
        "label-cycle «demand»"
      ),
    ])
  func lackOfItself(_ rules: String, _ expected: String) {
    let text = "labels: {hint: {on: clause, mark: true}}\nrules: [\(rules)]"
    #expect(mistakes(text) == [expected])
  }

  @Test func `a circle names the rule behind each label`() {
    let rules = "{id: a, gives: demand, lacks: demand, any: [甲]}, {id: b, gives: demand, rule: a}"
    let files = [("pack.yaml", Self.base), ("rules.yaml", "rules: [\(rules)]")].map {
      SourceFile(name: $0.0, bytes: Array($0.1.utf8))
    }
    let messages = PackResolver.resolve(files: files).diagnostics.map(\.message)
    #expect(messages == ["rules depend on each other: a → label `demand` → b → a"])
  }

  @Test func `an empty pack lacks its header`() {
    #expect(mistakes("", base: "") == ["missing-pack-header «»"])
  }
}
