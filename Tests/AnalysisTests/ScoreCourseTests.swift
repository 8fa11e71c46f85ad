import RuleLanguage
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// What adjustments make of a total that is left open.
struct ScoreCourseTests {
  private typealias F = CompiledFormula

  private func step(_ value: F, when: F? = nil) -> CompiledScore.Adjustment {
    CompiledScore.Adjustment(id: "step", when: when, value: value, gift: nil)
  }

  /// Label 1 is worth 0.5, all else nothing.
  private func course(_ steps: [CompiledScore.Adjustment]) -> ScoreCourse? {
    CourseTracer.course(steps) { leaf in if case .label(1) = leaf { 0.5 } else { 0 } }
  }

  @Test(
    "Steps one after the other come to what they come to one by one",
    arguments: [0.0, 3, 14.9, 15, 15.1, 40, 60, 99.5, 130])
  func composition(total: Double) throws {
    let steps = [
      step(.minimum([.total, .number(60)])),
      step(.binary(.multiply, .total, .binary(.subtract, .number(1), .label(1)))),
      step(.binary(.add, .total, .number(4)), when: .label(0)),
      step(
        .maximum([.binary(.divide, .binary(.subtract, .total, .number(2)), .number(2)), .number(5)])
      ),
      step(.binary(.subtract, .number(90), .total)),
      step(.negate(.negate(.total)), when: .binary(.greater, .label(1), .number(0.4))),
    ]
    let found = try #require(course(steps))
    var expected = min(total, 60) * 0.5
    expected = max((expected - 2) / 2, 5)
    expected = 90 - expected
    #expect(abs(found(total) - expected) < 1e-9)
  }

  @Test("A formula that comes to no finite number comes to 0")
  func finite() {
    let huge = F.number(1e200)
    let infinite = F.binary(.multiply, huge, huge)
    let formulas: [F] = [
      infinite, .negate(infinite), .binary(.subtract, infinite, infinite),
      .binary(.multiply, infinite, .number(0)), .binary(.divide, huge, .number(1e-200)),
      .label(0), .maximum([]),
    ]
    #expect(formulas.map { $0.value { _ in .infinity } } == formulas.map { _ in 0 })
  }

  @Test("A course beyond the numbers is none, and what is no number scores 0")
  func beyond() {
    let steep = step(.binary(.multiply, .total, .number(1e200)))
    #expect(course([steep])?(1) == 100)
    #expect(course([steep, steep]) == nil)
    #expect(ScoreCourse.free.score(.nan) == 0)
  }

  @Test("A total that is set is set whatever it was")
  func constant() throws {
    let found = try #require(course([step(.number(33)), step(.binary(.add, .total, .number(1)))]))
    #expect([0, 50, 100].map { found($0) } == [34, 34, 34])
  }

  @Test("Scores stay between 0 and 100 and round half up")
  func ends() throws {
    let found = try #require(course([step(.binary(.subtract, .total, .number(10)))]))
    #expect([0.0, 12.4, 12.5, 200].map { found.score($0) } == [0, 2, 3, 100])
  }

  @Test("What asks how high the total is, or reckons with it twice, has no course")
  func untold() {
    #expect(course([step(.number(1), when: .binary(.greater, .total, .number(5)))]) == nil)
    #expect(course([step(.binary(.multiply, .total, .total))]) == nil)
    let steep = F.binary(.multiply, .total, .number(2))
    #expect(course([step(.minimum([.total, steep]))]) == nil)
    #expect(course([step(.condition(.total, .number(1), .number(2)))]) == nil)
  }

  private static func pack() throws -> CompiledPack {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder)
      .map { SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)")) }
    return try PackCompiler.compile(try #require(PackResolver.resolve(files: files).pack))
  }

  /// Worked by hand: six parts of 100/6 points each, then gate, factor and cap as they are.
  static let worked: [(slots: [String: Double], slogan: Double, scores: [Int])] = [
    (
      [
        "action": 1, "object": 1, "target": 1, "time": 1, "site": 1, "obligor": 1, "deontic": 0.8,
        "monitor": 1, "consequence": 1, "closure": 1,
      ], 0, [83, 80]
    ),
    // (0.2 × 16.67) × (1 − 0.25 × 0.5 / 0.6), and 0.9 × 16.67
    (["object": 0.2, "obligor": 0.1, "deontic": 0.8], 0.9, [3, 15]),
    // Nobody answers for it, so 5.2 × 16.67 is capped at 55.
    (
      [
        "action": 0.3, "object": 0.2, "obligor": 0.2, "deontic": 1, "monitor": 1, "reporting": 1,
        "consequence": 1, "closure": 1,
      ], 0, [8, 55]
    ),
  ]

  @Test("With equal weights the shipped scores are as worked by hand", arguments: worked)
  func equalWeights(slots: [String: Double], slogan: Double, scores: [Int]) throws {
    let pack = try Self.pack()
    #expect(pack.scores.map(\.weights.sum) == [100, 100])
    let scorer = DirectiveScorer(compiled: pack)
    var values = SlotValues()
    for (name, value) in slots {
      values.all[try #require(pack.labelIndex[name], "\(name)")] = value
    }
    values.confident = values.all
    let marks = DirectiveMarks(share: { _ in slogan }, other: { _ in 0 })
    let results = pack.scores.map { scorer.score($0, values, marks, confident: marks).result }
    #expect(results.map(\.equal) == scores)
    #expect(results.allSatisfy { $0.course != nil })
  }
}
