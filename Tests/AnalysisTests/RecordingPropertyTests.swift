import Diagnostics
import Documents
import RuleLanguage
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// The recording evaluator is the evaluator: what it comes to is what is explained.
@Suite struct RecordingPropertyTests {
  @Test("Recording changes nothing, and every tree bears out its root", arguments: 0..<24)
  func randomPacks(batch: Int) throws {
    var usable = 0
    for index in 0..<5 {
      let seed = UInt64(batch * 5 + index)
      var random = RandomPack(seed: seed)
      let rules = random.rules()
      let file = SourceFile(
        name: "r", bytes: Array((TinyPack.header + "\n" + rules + "\n").utf8))
      // Some random packs read a label that they give; such cycles are refused.
      guard let pack = PackResolver.resolve(files: [file]).pack else { continue }
      usable += 1
      let analyzer = try Analyzer(pack)
      for _ in 0..<3 {
        let text = random.text()
        try check(analyzer, text, "seed \(seed)\n\(rules)\n\(text)") { _ in true }
      }
    }
    #expect(usable >= 1, "too few random packs can be used")
  }

  @Test("On articles too, with the shipped pack")
  func articles() throws {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder).map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
    let analyzer = try Analyzer(try #require(PackResolver.resolve(files: files).pack))
    for name in try Repository.names(in: "fixtures/articles") where name.hasSuffix(".txt") {
      let text = try Repository.text("fixtures/articles/\(name)")
      // Every window of every fifth block is recorded; the results are compared whole.
      try check(analyzer, text, name) { $0 % 5 == 2 }
    }
  }

  private func check(
    _ analyzer: Analyzer, _ text: String, _ comment: String,
    isWanted: (Int) -> Bool
  ) throws {
    let document = DocumentReader.read(SourceFile(name: "t", bytes: Array(text.utf8)))
    var scratch = Analyzer.Scratch()
    let run = analyzer.run(document, &scratch)
    let (grants, result) = (grants(run), ResultBuilder(run).result())
    let blocks = document.blocks.indices.filter(isWanted)
    let replay = RuleReplay(run, rules: Set(analyzer.compiled.rules.indices), blocks: blocks)
    let records = blocks.flatMap { replay.records($0) }
    #expect(self.grants(run) == grants, "\(comment)")
    #expect(ResultBuilder(run).result() == result, "\(comment)")
    try checkRecords(records, run, comment, isWanted)
    for record in records {
      let rule = analyzer.compiled.pack.rules[record.rule]
      let isHeld = record.condition.isHeld && !record.vetoes.contains(where: \.isHeld)
      #expect((record.evidence != nil) == isHeld, "\(rule.id) \(comment)")
      checkTree(record.condition, rule.condition, "\(rule.id) \(comment)")
      for (veto, vetoRecord) in zip(rule.vetoes, record.vetoes) {
        checkTree(vetoRecord, veto.condition, "\(rule.id) \(comment)")
      }
    }
    checkScores(run, comment)
  }

  /// Every grant of a run as text.
  private func grants(_ run: AnalysisRun) -> [String] {
    run.evaluator.labels.grants.enumerated().flatMap { label, grants in
      grants.map { "\(label) \($0.rule) \($0.unit) \($0.value) \($0.evidence)" }
    }
  }

  /// What was recorded as given is what was given, no more and no less.
  private func checkRecords(
    _ records: [RuleRecord], _ run: AnalysisRun, _ comment: String,
    _ isWanted: (Int) -> Bool
  ) throws {
    var recorded: [String] = []
    for record in records {
      guard let evidence = record.evidence, !record.isHidden else { continue }
      let rule = run.compiled.rules[record.rule]
      let unit = try #require(record.window.unit(rule.unit))
      // Labels of the document are given from windows in its blocks, which they do not tell.
      guard rule.unit != .document else { continue }
      for gift in rule.gifts { recorded.append("\(gift.label) \(record.rule) \(unit) \(evidence)") }
    }
    var given: [String] = []
    for (label, grants) in run.evaluator.labels.grants.enumerated()
    where run.compiled.pack.labels[label].unit != .document {
      for grant in grants where isWanted(window(label, grant.unit, run).block) {
        given.append("\(label) \(grant.rule) \(grant.unit) \(grant.evidence)")
      }
    }
    #expect(recorded.sorted() == given.sorted(), "\(comment)")
  }

  /// The window of the unit; for the document one that no request for blocks wants.
  private func window(_ label: Int, _ unit: Int, _ run: AnalysisRun) -> TextWindow {
    let kind = run.compiled.pack.labels[label].unit
    switch kind {
    case .document: return run.evaluator.units.document[0]
    case .block, .paragraph: return run.evaluator.units.blocks[unit]
    case .sentence:
      let sentence = run.document.sentences[unit]
      return TextWindow(.sentence, sentence.span, block: sentence.block, sentence: unit)
    case .clause:
      let clause = run.document.clauses[unit]
      let block = run.document.sentences[clause.sentence].block
      return TextWindow(.clause, clause.span, block: block, clause: unit)
    case .directive: return run.evaluator.units.directives[unit]
    }
  }

  private func checkTree(_ record: ConditionRecord, _ condition: Condition, _ comment: String) {
    let held = record.members.count(where: \.isHeld)
    switch condition {
    case .pattern:
      #expect(record.isHeld == (record.patterns.first?.live.isEmpty == false), "\(comment)")
    case .all(let members):
      #expect(record.isHeld == (held == members.count), "all: \(comment)")
      checkMembers(record, members, comment)
    case .any(let members):
      #expect(record.isHeld == (held > 0), "any: \(comment)")
      checkMembers(record, members, comment)
    case .none(let members):
      #expect(record.isHeld == (held == 0), "none: \(comment)")
      checkMembers(record, members, comment)
    case .atLeast(let count, let members):
      #expect(record.isHeld == (held >= count), "at-least: \(comment)")
      checkMembers(record, members, comment)
    case .ordered(let patterns):
      #expect(record.patterns.count == patterns.count, "ordered: \(comment)")
      if record.isHeld { #expect(!record.patterns.contains { $0.live.isEmpty }, "\(comment)") }
    case .near(let patterns, let characters):
      #expect(record.patterns.count == patterns.count, "near: \(comment)")
      let isNear = record.closest.map { $0.characters <= characters } ?? false
      #expect(record.isHeld == isNear, "near: \(comment)")
    case .label, .formula, .rule: #expect(record.members.isEmpty, "\(comment)")
    case .scoped(let scope, let inner):
      #expect(record.isHeld == (held > 0), "scoped: \(comment)")
      if let unit = scope.unit, unit.depth < record.window.kind.depth {
        // What was recorded for another window inside is of the same unit.
        let isAround = record.members.allSatisfy { $0.window.span.covers(record.window.span) }
        #expect(isAround && record.members.count < 2, "scoped: \(comment)")
        #expect(record.members.allSatisfy { $0.answer != nil }, "scoped: \(comment)")
      }
      for member in record.members { checkTree(member, inner, comment) }
    }
  }

  private func checkMembers(
    _ record: ConditionRecord, _ members: [Condition], _ comment: String
  ) {
    #expect(record.members.count == members.count, "nothing is cut short: \(comment)")
    for (member, condition) in zip(record.members, members) {
      checkTree(member, condition, comment)
    }
  }

  /// The steps of every score lead to the points of the plain result.
  private func checkScores(_ run: AnalysisRun, _ comment: String) {
    let plain = DirectiveResultBuilder(run).results()
    let builder = DirectiveResultBuilder(run)
    let outcomes = builder.filledSlots().map { slots in
      run.frames.indices.map { builder.outcome($0, slots, isRecording: true) }
    }
    guard let outcomes else {
      #expect(plain.isEmpty, "\(comment)")
      return
    }
    #expect(plain == outcomes.map(\.result), "\(comment)")
    let explainer = LabelExplainer(run)
    for (frame, outcome) in outcomes.enumerated() {
      for score in explainer.explain(frame, outcome).scores {
        var total = score.parts.reduce(0) { $0 + $1.points }
        for step in score.adjustments {
          #expect(step.before == total, "\(comment)")
          total = step.after
        }
        #expect(total == score.total, "\(comment)")
        #expect(ScoreCourse.free.score(total) == score.result.score, "\(comment)")
        if let course = score.result.course {
          let sum = score.parts.reduce(0) { $0 + $1.points }
          #expect(course.score(sum) == score.result.score, "\(comment)")
        }
      }
    }
  }
}
