import RuleLanguage
import SourceText

/// The value of every slot of one directive: with all rules, and with confident rules only.
struct SlotValues: Sendable {
  var all = LabelValues()
  var confident = LabelValues()
}

/// What formulas over a directive read besides its slots.
struct DirectiveMarks {
  /// The share of the directive's Han characters that the evidence of a mark covers.
  let share: (Int) -> Double
  /// The value of a label that is no slot.
  let other: (Int) -> Double
}

/// Values of labels, where they are given; an array, as formulas look up a hundred for a directive.
struct LabelValues: Sendable {
  /// By label, not a number where none is given.
  private var values: [Double] = []

  init(_ values: [Int: Double] = [:]) {
    for (label, value) in values { self[label] = value }
  }

  subscript(label: Int) -> Double? {
    get { label < values.count && !values[label].isNaN ? values[label] : nil }
    set {
      if label >= values.count {
        values.append(contentsOf: repeatElement(.nan, count: label + 1 - values.count))
      }
      values[label] = newValue ?? .nan
    }
  }
}

/// Computes the scores of directives from their slots by the pack's formulas.
struct DirectiveScorer {
  let compiled: CompiledPack
  /// Whether outcomes hold how each step of a score came about.
  var isRecording = false

  struct Outcome: Sendable {
    var result: ScoreResult
    /// The number of the class that an adjustment gave, or nil.
    var classification: Double?
    /// With what all rules gave, and with what confident rules alone gave.
    var trace: (all: ScoreTrace, confident: ScoreTrace)
  }

  /// How the points of a score add up; steps only while recording.
  struct ScoreTrace: Sendable {
    struct Step: Sendable {
      /// An adjustment whose condition does not hold leaves the total alone.
      let applies: Bool
      let total: Double
      let readings: [Reading]
    }

    /// One for each part of the score; `total` is the part's own points.
    var parts: [Step] = []
    /// One for each adjustment, with the running total after it.
    var adjustments: [Step] = []
    var total = 0.0
  }

  /// The score with its parts; `marks` are those of all rules, `confident` those of confident rules
  /// only.
  func score(
    _ score: CompiledScore, _ slots: SlotValues, _ marks: DirectiveMarks, confident: DirectiveMarks
  ) -> Outcome {
    let main = run(score, slots.all, marks)
    let confident = run(score, slots.confident, confident)
    let rounded = ScoreCourse.free.score(main.total)
    let low = ScoreCourse.free.score(confident.total)
    let course = CourseTracer.course(score.adjustments) {
      Self.value($0, slots.all, marks)
    }
    let evenTotal = score.weights.total(of: main.points, under: score.weights.equal)
    let result = ScoreResult(
      name: score.name, score: rounded, low: min(low, rounded), high: max(low, rounded),
      equal: course?.score(evenTotal), parts: main.parts, adjustments: main.adjustments,
      band: score.bands.first { Double(rounded) >= $0.minimum }?.name, inContext: nil,
      course: course)
    return Outcome(
      result: result, classification: main.classification, trace: (main.trace, confident.trace))
  }

  /// The unrounded score where the slots in `covered` are at least the given values.
  func inContext(
    _ score: CompiledScore, _ slots: SlotValues, covered: [Int: Double], _ marks: DirectiveMarks
  ) -> Double {
    var values = slots.all
    for (label, value) in covered { values[label] = max(values[label] ?? value, value) }
    let total = run(score, values, marks).total
    return min(max(total, 0), 100)
  }

  private struct Run {
    var total = 0.0
    /// By part of the score.
    var points: [Double] = []
    var parts: [ScoreResult.Part] = []
    var adjustments: [ScoreResult.Adjustment] = []
    var classification: Double?
    var readings: [Reading] = []
    var trace = ScoreTrace()

    /// The step that is over, with what was read in it.
    mutating func step(_ total: Double, applies: Bool = true) -> ScoreTrace.Step {
      let step = ScoreTrace.Step(applies: applies, total: total, readings: readings)
      readings = []
      return step
    }
  }

  private func run(
    _ score: CompiledScore, _ slots: LabelValues, _ marks: DirectiveMarks
  ) -> Run {
    var run = Run()
    func lookup(_ leaf: CompiledFormula) -> Double {
      let value: Double =
        if case .total = leaf { run.total } else {
          Self.value(leaf, slots, marks)
        }
      if isRecording { run.readings.append(Reading(leaf: leaf, value: value)) }
      return value
    }
    for part in score.parts {
      let points = part.formula.value(lookup)
      run.total = CompiledFormula.finite(run.total + points)
      run.points.append(points)
      if points != 0 { run.parts.append(ScoreResult.Part(name: part.name, points: points)) }
      if isRecording { run.trace.parts.append(run.step(points)) }
    }
    for adjustment in score.adjustments {
      guard adjustment.when.map({ $0.value(lookup) != 0 }) ?? true else {
        if isRecording { run.trace.adjustments.append(run.step(run.total, applies: false)) }
        continue
      }
      let before = run.total
      let after = adjustment.value.value(lookup)
      if let gift = adjustment.gift { run.classification = gift.value }
      if after != before {
        run.adjustments.append(
          ScoreResult.Adjustment(id: adjustment.id, before: before, after: after))
      }
      run.total = after
      if isRecording { run.trace.adjustments.append(run.step(after)) }
    }
    run.trace.total = run.total
    return run
  }

  /// What stands for a leaf other than the total in formulas over the slots of a directive.
  static func value(
    _ leaf: CompiledFormula, _ slots: LabelValues, _ marks: DirectiveMarks
  ) -> Double {
    switch leaf {
    case .label(let label): slots[label] ?? marks.other(label)
    case .share(let label): marks.share(label)
    default: 0
    }
  }
}
