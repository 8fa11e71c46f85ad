import Analysis
import Diagnostics
import Documents
import Impact
import RuleLanguage
import SourceText
import Testing

/// A pack small enough to read beside the test; its parts are replaced by the cases.
struct SmallPack {
  var labels = """
    zone: {on: block, role: zone, choices: [footer, body]}
      place: {on: document, role: metadata, text: true}
      duty: {on: paragraph, role: tag, levels: [weak, strong]}
      opens: {on: clause, mark: true}
      imperative: {on: clause, mark: true}
      statement: {on: clause, mark: true}
      report: {on: sentence, choices: [report, background]}
      action: {on: directive, role: slot, amount: true}
      time: {on: directive, role: slot, amount: true}
      obligor: {on: directive, role: slot, amount: true}
      force: {on: directive, role: slot, amount: true}
      boast: {on: directive, mark: true}
      class: {on: directive, choices: [slogan, order]}
    """
  var lexicons = "head: [组长, 队长]"
  var scores = """
    precise:
        parts: {action: 50 * action, time: 50 * time}
        adjust:
          - {id: gate, when: action == 0, value: 0, gives: class = slogan}
          - {id: boast, when: boast, value: total * 0.5}
    """
  /// One rule a line.
  var rules = Self.standardRules

  static let standardRules = [
    "{id: z/footer, gives: zone = footer, any: [版权]}",
    "{id: m/place, gives: place, within: block, any: [云川市]}",
    "{id: t/head, gives: duty = strong, any: [<head>负责]}",
    "{id: t/word, gives: duty = weak, any: [责任], except: [责任编辑], unless: [招聘]}",
    "{id: c/opens, gives: opens, any: [(要求|强调)$]}",
    "{id: c/order, gives: imperative, any: [^(清理|修补)]}",
    "{id: f/report, gives: report = report, any: [完成]}",
    "{id: s/action, gives: action = 1.0, any: [清理, 修补]}",
    "{id: s/time, gives: time = 1.0, any: [<number>日前]}",
    "{id: s/boast, gives: boast, any: [勇往直前]}",
  ]

  var text: String {
    """
    pack: {name: small, version: 1.0.0}
    labels:
      \(labels)
    directives:
      marks: {opens: opens, imperative: imperative, statement: statement}
      bearer: {slot: obligor, inherited: 0.8, implied: 0.1}
      force: {slot: force, bare-order: 0.7}
      core: [action]
      class: {label: class, default: order}
      via: report
    lexicons:
      \(lexicons)
    scores:
      \(scores)
    rules:
    \(rules.map { "  - " + $0 }.joined(separator: "\n"))

    """
  }

  /// The compiled pack; fails the test with the diagnostics.
  func analyzer() throws -> Analyzer {
    let file = SourceFile(name: "small.yaml", bytes: Array(text.utf8))
    let (pack, diagnostics) = PackResolver.resolve(files: [file])
    return try Analyzer(
      try #require(
        pack, "\(diagnostics.map { DiagnosticRenderer().render($0, files: [file]) })"))
  }

  /// The pack with the rule of this id replaced, removed (nil) or added at the end.
  func with(_ id: String, _ rule: String?) -> SmallPack {
    var pack = self
    let isOld = { (line: String) in line.hasPrefix("{id: \(id),") }
    if let index = pack.rules.firstIndex(where: isOld) {
      if let rule { pack.rules[index] = rule } else { pack.rules.remove(at: index) }
    } else if let rule {
      pack.rules.append(rule)
    }
    return pack
  }
}

func document(_ text: String) -> Document {
  DocumentReader.read(SourceFile(name: "a.txt", bytes: Array(text.utf8)))
}

/// The flips between two packs, or two versions of an article, in words.
func flips(
  _ before: SmallPack, _ after: SmallPack, _ text: String, then edited: String? = nil
) throws -> [Flip] {
  let (old, new) = (try before.analyzer(), try after.analyzer())
  var scratch = Analyzer.Scratch()
  return FlipFinder(old.rulePack, new.rulePack).flips(
    old.trace(document(text), &scratch), new.trace(document(edited ?? text), &scratch))
}

extension Flip {
  /// Such as `~ tag duty: weak → strong | -t/word +t/head(edited)`.
  var words: String {
    let said = "\(values.before ?? "–") → \(values.after ?? "–")"
    let rules =
      rulesBefore.map { "-\($0.words)" } + rulesAfter.map { "+\($0.words)" }
    let name = label.isEmpty ? kind.rawValue : "\(kind.rawValue) \(label)"
    return "\(sign.rawValue) \(name): \(said) | \(rules.joined(separator: " "))"
      + (isRedefined ? " redefined" : "")
  }

  /// The same difference seen from the other side.
  var inverse: Flip {
    var flip = self
    flip.paragraphs = Change(paragraphs.after, paragraphs.before)
    flip.values = Change(values.after, values.before)
    flip.rulesBefore = rulesAfter.map(\.inverse)
    flip.rulesAfter = rulesBefore.map(\.inverse)
    flip.text = ""
    return flip
  }
}

extension RuleMention {
  fileprivate var words: String {
    switch change {
    case nil: rule
    case .added: "\(rule)(new)"
    case .removed: "\(rule)(gone)"
    case .edited: "\(rule)(edited)"
    case .through(let names): "\(rule)(<\(names.joined(separator: ","))>)"
    }
  }

  fileprivate var inverse: RuleMention {
    switch change {
    case .added: RuleMention(rule: rule, change: .removed)
    case .removed: RuleMention(rule: rule, change: .added)
    case nil, .edited, .through: self
    }
  }
}
