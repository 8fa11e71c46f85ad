import Analysis
import Diagnostics
import Documents
import Reporting
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// A small pack and an invented article in which rules hold, nearly hold and are stopped.
enum ExplainedArticle {
  private static let pack = """
    pack: {name: small, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [footer, body], value-titles: {footer: {zh: 页脚}}}
      checks:
        on: paragraph
        role: tag
        levels: [words, deeds]
        value-titles: {words: {zh: 表态}, deeds: {zh: 实招}}
        title: {en: checks, zh: 检查}
      demand: {on: clause, mark: true, title: {en: demand, zh: 要求}}
      action: {on: directive, role: slot, amount: true, title: {en: action, zh: 行动}}
      time: {on: directive, role: slot, amount: true, title: {en: time, zh: 时限}}
      bearer: {on: directive, role: slot, amount: true, title: {en: bearer, zh: 主体}}
      force: {on: directive, role: slot, amount: true, title: {en: force, zh: 力度}}
      class: {on: directive, choices: [slogan, order]}
    lexicons:
      team: [巡查组, 抽检队]
    directives:
      marks: {demand: demand}
      bearer: {slot: bearer, inherited: 0.8, implied: 0.1}
      force: {slot: force, bare-order: 0.7}
      core: [action]
      class: {label: class, default: order}
    scores:
      clarity:
        title: {en: clarity, zh: 明晰度}
        parts: {action: 50 * action, time: 50 * time}
        adjust:
          - {id: no-action, when: action == 0, value: "min(total, 10)", gives: class = slogan}
          - {id: haste, when: time > 0.5, value: total - 5}
        bands:
          - {name: clear, minimum: 60, title: {en: clear, zh: 清楚}}
          - {name: vague, minimum: 0, title: {en: vague, zh: 含糊}}
    rules:
      - {id: zone/footer, gives: zone = footer, any: [^版权]}
      - id: checks/visit
        title: {en: visits of a team, zh: 上门检查}
        gives: checks = deeds
        any:
          - <team>..6(走访|暗访)
          - 每..2日巡查
        except: ['(拍摄|播放)..4暗访片']
        unless: [演练]
        note: a team that goes there
        fires-on: [巡查组每周走访各店。]
      - {id: checks/word, gives: checks = words, any: [加强检查]}
      - {id: demand/must, gives: demand, any: [要, 必须]}
      - {id: action/do, gives: action = 1.0, any: [走访, 张贴]}
      - {id: action/drive, gives: action = 0.3, any: [加强]}
      - {id: time/week, gives: time = 1.0, any: [每周, 每月]}
      - {id: time/soon, gives: time = 0.6, any: [近期], confidence: 0.5}
      - {id: bearer/team, gives: bearer = 1.0, any: [<team>]}
    """

  private static let text = """
    巡查组要每周走访各店,近期张贴告示。镇里加强检查。
    抽检队必须在汛期到来之前把各处都走访一遍。
    大家一起播放巡查组暗访片。

    版权归镇里所有
    """

  static func analyzer() throws -> Analyzer {
    let file = SourceFile(name: "small.yaml", bytes: Array(pack.utf8))
    let (resolved, diagnostics) = PackResolver.resolve(files: [file])
    let pack = try #require(
      resolved, "\(diagnostics.map { DiagnosticRenderer(colour: false).render($0, files: [file]) })"
    )
    return try Analyzer(pack)
  }

  static func explanation(
    _ change: (inout ExplanationRequest) -> Void = { _ in }
  ) throws -> Explanation {
    var request = ExplanationRequest()
    change(&request)
    var scratch = Analyzer.Scratch()
    return try analyzer().explain(
      SourceFile(name: "article.txt", bytes: Array(text.utf8)), request, &scratch)
  }

  /// The same block by block.
  static func course(_ scratch: inout Analyzer.Scratch) throws -> ExplanationCourse {
    var request = ExplanationRequest()
    request.includesAll = true
    let file = SourceFile(name: "article.txt", bytes: Array(text.utf8))
    return try analyzer().course(DocumentReader.read(file), request, &scratch)
  }

  /// The words of the shipped table for the language.
  static func words(_ language: ReportLanguage) throws -> ReportWords {
    guard language == .zh else { return ReportWords() }
    let name = "rules/words/zh.yaml"
    return ReportWords.read(SourceFile(name: name, bytes: try Repository.bytes(name))).words
  }
}

extension ExplanationReport {
  /// The whole explanation as the program writes it.
  func text(_ explanation: Explanation) -> String {
    let blocks = explanation.blocks
    return head(explanation.source) + blocks.map { text($0, of: explanation.source) }.joined()
      + foot(
        blocks: blocks.count, paragraphs: blocks.count { $0.paragraph != nil },
        of: explanation.paragraphCount)
  }
}

extension ExplanationJSON {
  /// Writes the whole explanation at once.
  func write(_ explanation: Explanation, to json: inout JSONWriter) {
    write(explanation.source, paragraphCount: explanation.paragraphCount, to: &json) { json in
      for block in explanation.blocks { write(block, to: &json) }
    }
  }
}
