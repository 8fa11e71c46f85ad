import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// The formulas of the shipped pack against directives whose scores were worked by hand.
@Suite struct WorkedScoreTests {
  private struct Worked: Sendable, CustomStringConvertible {
    let name: String
    let slots: [String: Double]
    var slogan = 0.0
    let specificity: Int
    let accountability: Int

    var description: String { name }
  }

  private static let examples = [
    Worked(
      name: "counted repair with date, checker and sanction",
      slots: [
        "action": 1, "object": 1, "target": 1, "time": 1, "site": 1, "obligor": 1,
        "deontic": 0.8, "monitor": 1, "consequence": 1, "closure": 1,
      ], specificity: 90, accountability: 78),
    Worked(
      name: "weekly ledger to a named office",
      slots: [
        "action": 1, "object": 0.6, "time": 1, "obligor": 0.5, "deontic": 0.8, "reporting": 1,
        "consequence": 1,
      ], specificity: 52, accountability: 61),
    Worked(
      name: "attitude wrapped in slogans",
      slots: ["object": 0.2, "obligor": 0.1, "deontic": 0.8], slogan: 0.9, specificity: 3,
      accountability: 11),
    Worked(
      name: "bundle of generic drives",
      slots: [
        "action": 0.3, "object": 0.2, "obligor": 0.2, "deontic": 0.8, "monitor": 0.35,
        "consequence": 0.35,
      ], slogan: 0.8, specificity: 8, accountability: 27),
    Worked(
      name: "rule for traders",
      slots: ["action": 1, "object": 0.6, "site": 0.6, "obligor": 0.1, "deontic": 1],
      specificity: 38, accountability: 13),
    Worked(
      name: "patrols of traders",
      slots: [
        "action": 0.6, "object": 0.6, "time": 1, "site": 0.6, "obligor": 1, "deontic": 0.8,
      ], specificity: 50, accountability: 33),
    Worked(
      name: "covert checks with published ranking",
      slots: [
        "action": 1, "object": 1, "target": 1, "time": 1, "site": 0.6, "method": 0.6,
        "obligor": 0.8, "deontic": 0.8, "monitor": 1, "reporting": 0.7, "consequence": 1,
      ], specificity: 92, accountability: 82),
    Worked(
      name: "sharp target that nobody owns",
      slots: [
        "action": 0.6, "object": 0.6, "target": 1, "time": 1, "obligor": 0.1, "deontic": 0.4,
      ], specificity: 64, accountability: 7),
    Worked(
      name: "order to become specific later",
      slots: [
        "action": 0.6, "object": 0.6, "target": 0.3, "time": 0.3, "obligor": 0.3, "deontic": 0.8,
      ], specificity: 36, accountability: 16),
    Worked(
      name: "clearance by a date",
      slots: [
        "action": 1, "object": 0.6, "target": 0.6, "time": 1, "site": 0.6, "obligor": 0.5,
        "deontic": 1,
      ], specificity: 70, accountability: 23),
    Worked(
      name: "general sanction",
      slots: ["action": 0.6, "object": 0.6, "obligor": 0.5, "deontic": 1, "consequence": 0.7],
      specificity: 24, accountability: 37),
  ]

  private static func pack() throws -> CompiledPack {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder)
      .map { SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)")) }
    return try PackCompiler.compile(try #require(PackResolver.resolve(files: files).pack))
  }

  @Test("The scores come out as worked by hand")
  func scores() throws {
    let pack = try Self.pack()
    let scorer = DirectiveScorer(compiled: pack)
    for example in Self.examples {
      var values = SlotValues()
      for (name, value) in example.slots {
        values.all[try #require(pack.labelIndex[name], "\(name)")] = value
      }
      values.confident = values.all
      let marks = DirectiveMarks(share: { _ in example.slogan }, other: { _ in 0 })
      let scores = pack.scores.map {
        scorer.score($0, values, marks, confident: marks).result.score
      }
      #expect(scores == [example.specificity, example.accountability], "\(example)")
    }
  }

  @Test("A sanction over all is lent by half in its paragraph, by a quarter elsewhere")
  func context() throws {
    let pack = try Self.pack()
    let scorer = DirectiveScorer(compiled: pack)
    let score = try #require(pack.scores.first { $0.name == "accountability" })
    let consequence = try #require(pack.labelIndex["consequence"])
    var values = SlotValues()
    values.all[try #require(pack.labelIndex["obligor"])] = 0.5
    values.all[try #require(pack.labelIndex["deontic"])] = 1
    let none = DirectiveMarks(share: { _ in 0 }, other: { _ in 0 })
    func inContext(_ lent: Double) -> Double {
      scorer.inContext(score, values, covered: [consequence: lent], none)
    }
    #expect(abs(inContext(0.5 * 0.7) - 29.5) < 1e-9)
    #expect(abs(inContext(0.25 * 0.7) - 26) < 1e-9)
  }
}
