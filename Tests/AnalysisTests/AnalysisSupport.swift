import Analysis
import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// A pack small enough to read beside the test, in which `rules` are set.
enum TinyPack {
  static let header = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [footer, body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong]}
      repair: {on: paragraph, role: tag, levels: [weak, strong]}
      opens: {on: clause, mark: true}
      closes: {on: clause, mark: true}
      demand: {on: clause, mark: true}
      imperative: {on: clause, mark: true}
      ordinal: {on: clause, mark: true}
      tail: {on: clause, mark: true}
      opener: {on: clause, mark: true}
      sanction: {on: clause, mark: true}
      statement: {on: clause, mark: true}
      action: {on: directive, role: slot, amount: true}
      object: {on: directive, role: slot, amount: true}
      time: {on: directive, role: slot, amount: true}
      obligor: {on: directive, role: slot, amount: true}
      force: {on: directive, role: slot, amount: true}
      outcome: {on: directive, role: slot, amount: true}
      kind: {on: directive, choices: [unit, audience]}
      class: {on: directive, choices: [slogan, order]}
      umbrella: {on: directive, mark: true}
      boast: {on: directive, mark: true}
      form: {on: directive, choices: [rule, norm]}
    directives:
      marks: {opens: opens, closes: closes, demand: demand, imperative: imperative, ordinal: ordinal, tail: tail, opener: opener, sanction: sanction, statement: statement}
      bearer: {slot: obligor, kind: kind, inherited: 0.8, implied: 0.1, implied-kind: audience}
      force: {slot: force, bare-order: 0.7}
      core: [action, object]
      class: {label: class, default: order}
      grammar: {label: form, when: {norm: force > 0, rule: outcome > 0 and force > 0}}
      umbrella: {mark: umbrella, score: answer, slots: [outcome], paragraph: 0.5, document: 0.25}
    scores:
      precise:
        parts: {action: 20 * action, object: 20 * object, time: 20 * time}
        adjust:
          - {id: gate, when: action == 0, value: "min(total, 15)", gives: class = slogan}
          - {id: boast, when: share(boast) > 0.4, value: total * 0.75}
        bands:
          - {name: sharp, minimum: 40}
          - {name: blunt, minimum: 0}
      answer:
        parts: {obligor: 25 * obligor, force: 10 * force, outcome: 20 * outcome}
    rules:
      - {id: m/opens, gives: opens, any: [(要求|强调)$]}
      - {id: m/demand, gives: demand, any: [要, 必须], except: [要求]}
      - {id: m/imperative, gives: imperative, any: [^(清理|修补|加强|报送|抓好)]}
      - {id: m/ordinal, gives: ordinal, any: [^(一|二|三)(是|要)]}
      - {id: m/tail, gives: tail, any: [^确保]}
      - {id: m/opener, gives: opener, any: [^通过]}
      - {id: m/sanction, gives: sanction, any: [^逾期]}
      - {id: m/statement, gives: statement, any: [去年]}
      - {id: s/action-high, gives: action = 1.0, any: [清理, 修补, 报送]}
      - {id: s/action-low, gives: action = 0.3, any: [加强, 抓好]}
      - {id: s/object-high, gives: object = 1.0, any: [<number>处, 楼道]}
      - {id: s/object-low, gives: object = 0.2, any: [工作, 管理]}
      - {id: s/time, gives: time = 1.0, any: [<number>日前]}
      - {id: s/unsure, gives: time = 0.6, any: [汛期], confidence: 0.5}
      - {id: s/unit, gives: [obligor = 1.0, kind = unit], any: [^..3局]}
      - {id: s/must, gives: force = 1.0, any: [必须]}
      - {id: s/should, gives: force = 0.8, any: [要], except: [要求]}
      - {id: s/outcome, gives: outcome = 0.7, any: [追责, 通报]}
      - {id: s/umbrella, gives: umbrella, any: [一律追责]}
      - {id: s/boast, gives: boast, any: [背水一战, 勇往直前]}
    """

  /// The tiny pack with further `rules`, each indented by two blanks, a further `label`, and the optional
  /// `marks` of directives as labels of these names on `unit`.
  static func pack(
    _ rules: String = "", label: String? = nil, marks: [String] = [], on unit: String = "clause"
  ) throws -> RulePack {
    let labels = (label.map { [$0] } ?? []) + marks.map { "\($0): {on: \(unit), mark: true}" }
    let header = Self.header
      .replacing("labels:", with: (["labels:"] + labels).joined(separator: "\n  "))
      .replacing("marks: {", with: "marks: {" + marks.map { "\($0): \($0), " }.joined())
    return try resolve(header + "\n" + rules + "\n")
  }

  /// Resolves the text of a one-file pack; fails the test with its diagnostics.
  static func resolve(_ text: String) throws -> RulePack {
    let file = SourceFile(name: "tiny.yaml", bytes: Array(text.utf8))
    let (pack, diagnostics) = PackResolver.resolve(files: [file])
    return try #require(
      pack, "\(diagnostics.map { DiagnosticRenderer(colour: false).render($0, files: [file]) })")
  }
}

/// Analyses `text` by the tiny pack with what `TinyPack.pack` may add to it.
func analyze(
  _ text: String, rules: String = "", label: String? = nil, marks: [String] = [],
  on unit: String = "clause"
) throws -> AnalysisResult {
  let analyzer = try Analyzer(
    try TinyPack.pack(rules, label: label, marks: marks, on: unit))
  var scratch = Analyzer.Scratch()
  return analyzer.analyze(SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
}

extension AnalysisResult {
  /// Names of tags with their levels over all paragraphs, such as `duty 2`.
  var tagList: [String] {
    paragraphs.flatMap(\.tags).map { "\($0.tag) \($0.level)" }
  }

  var directiveList: [String] { paragraphs.flatMap(\.directives).map(\.text) }

  var directives: [DirectiveResult] { paragraphs.flatMap(\.directives) }
}

extension DirectiveResult {
  func slot(_ name: String) -> SlotResult? { slots.first { $0.name == name } }

  func score(_ name: String) -> ScoreResult? { scores.first { $0.name == name } }
}
