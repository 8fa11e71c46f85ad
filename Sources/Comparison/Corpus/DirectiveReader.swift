import Analysis
import JSONText
import SourceText

/// Reads the directives of a saved analysis.
struct DirectiveReader {
  let kept: KeptParts

  private var keepsTexts: Bool { kept != .figures }
  private var keepsAll: Bool { kept == .everything }

  func all(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) -> [DirectiveResult] {
    var directives: [DirectiveResult] = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      directives.append(try directive(&cursor))
    }
    return directives
  }

  private func directive(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) -> DirectiveResult {
    var directive = DirectiveResult(
      text: "", bytes: SourceSpan(0, 0), classification: "", obligorKind: nil, slots: [],
      scores: [], tail: nil, isExcluded: false)
    var slots: Set<String> = []
    var scores: Set<String> = []
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .text where keepsTexts: directive.text = try cursor.string()
      case .bytes where keepsTexts: directive.bytes = try cursor.span()
      case .inText where keepsTexts: directive.inText = try cursor.optionalSpan()
      case .text, .bytes, .inText: try cursor.skip()
      case .class: directive.classification = try cursor.string()
      case .obligorKind: directive.obligorKind = try cursor.optionalString()
      case .grammar: directive.grammar = try cursor.optionalString()
      case .slots:
        try cursor.object { cursor, slot throws(JSONCursor.Failure) in
          guard slots.insert(slot).inserted else {
            throw cursor.failure("the slot `\(slot)` stands twice")
          }
          directive.slots.append(try self.slot(slot, &cursor))
        }
      case .tail: directive.tail = try optionalEvidence(&cursor)
      case .speaker: directive.speaker = try optionalEvidence(&cursor)
      case .excluded: directive.isExcluded = try cursor.boolean()
      case .orElseOf: directive.orElseOf = try cursor.integer()
      default:
        guard let score = try score(name, &cursor) else { break }
        guard scores.insert(name).inserted else {
          throw cursor.failure("the score `\(name)` stands twice")
        }
        directive.scores.append(score)
      }
    }
    return directive
  }

  private func optionalEvidence(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> Evidence? {
    if keepsAll { return try cursor.takeNull() ? nil : try cursor.evidence() }
    try cursor.skip()
    return nil
  }

  private func slot(
    _ name: String, _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> SlotResult {
    var slot = SlotResult(
      name: name, value: 0, lowValue: 0, text: "", bytes: nil, rule: nil, flags: [])
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .value: slot.value = try cursor.figure()
      case .low: slot.lowValue = try cursor.figure()
      case .text where keepsTexts: slot.text = try cursor.string()
      case .bytes where keepsTexts: slot.bytes = try cursor.optionalSpan()
      case .inText where keepsTexts: slot.inText = try cursor.optionalSpan()
      case .rule: slot.rule = try cursor.optionalString()
      case .flags:
        try cursor.list { cursor throws(JSONCursor.Failure) in
          slot.flags.append(try cursor.string())
        }
      case .measures where keepsAll:
        try cursor.list { cursor throws(JSONCursor.Failure) in
          slot.measures.append(try measure(&cursor))
        }
      case .others where keepsAll:
        try cursor.list { cursor throws(JSONCursor.Failure) in
          slot.others.append(try cursor.evidence())
        }
      default: try cursor.skip()
      }
    }
    return slot
  }

  private func measure(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) -> MeasureResult {
    var measure = MeasureResult(
      name: "", reading: .date(nil), text: "", bytes: SourceSpan(0, 0))
    var number: Double?
    var unit: String?
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .name: measure.name = try cursor.string()
      case .number: number = try cursor.number()
      case .unit: unit = try cursor.optionalString()
      case .date: measure.reading = .date(try cursor.optionalString())
      case .text: measure.text = try cursor.string()
      case .bytes: measure.bytes = try cursor.span()
      default: try cursor.skip()
      }
    }
    if let number { measure.reading = .number(number, unit: unit) }
    return measure
  }

  /// Any other field that is an object with a score is one; the rest is not known here.
  private func score(
    _ name: String, _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> ScoreResult? {
    guard cursor.kind() == .object else {
      try cursor.skip()
      return nil
    }
    var score = ScoreResult(
      name: name, score: 0, low: 0, high: 0, parts: [], adjustments: [], band: nil, inContext: nil)
    var isScore = false
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .score:
        score.score = try cursor.points()
        isScore = true
      case .low: score.low = try cursor.points()
      case .high: score.high = try cursor.points()
      case .equalWeights: score.equal = try cursor.takeNull() ? nil : try cursor.points()
      case .course: score.course = try course(&cursor)
      case .parts:
        try cursor.object { cursor, part throws(JSONCursor.Failure) in
          score.parts.append(ScoreResult.Part(name: part, points: try cursor.figure()))
        }
      case .adjustments where keepsTexts:
        try cursor.list { cursor throws(JSONCursor.Failure) in
          score.adjustments.append(try adjustment(&cursor))
        }
      case .band: score.band = try cursor.optionalString()
      case .inContext: score.inContext = try cursor.optionalFigure()
      default: try cursor.skip()
      }
    }
    return isScore ? score : nil
  }

  private func course(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) -> ScoreCourse? {
    guard try !cursor.takeNull() else { return nil }
    var course = ScoreCourse(times: 1, plus: 0, least: 0, most: 100)
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .times: course.times = try cursor.number()
      case .plus: course.plus = try cursor.number()
      case .least: course.least = try cursor.number()
      case .most: course.most = try cursor.number()
      default: try cursor.skip()
      }
    }
    return course
  }

  private func adjustment(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> ScoreResult.Adjustment {
    var adjustment = ScoreResult.Adjustment(id: "", before: 0, after: 0)
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .id: adjustment.id = try cursor.string()
      case .before: adjustment.before = try cursor.figure()
      case .after: adjustment.after = try cursor.figure()
      default: try cursor.skip()
      }
    }
    return adjustment
  }
}

extension JSONCursor {
  /// A value of a slot, a part of a score, a weight or a mean: sums of any number of them stay finite.
  mutating func figure() throws(Failure) -> Double {
    try number(in: -1_000_000...1_000_000)
  }

  mutating func optionalFigure() throws(Failure) -> Double? {
    try takeNull() ? nil : try figure()
  }

  /// A score.
  mutating func points() throws(Failure) -> Int {
    let points = try integer()
    guard 0...100 ~= points else { throw failure("a score is no number from 0 to 100") }
    return points
  }

  /// `[start, end)`.
  mutating func span() throws(Failure) -> SourceSpan {
    var ends: [Int] = []
    try list { cursor throws(Failure) in ends.append(try cursor.integer()) }
    guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else {
      throw failure("expected `[start, end]`")
    }
    return SourceSpan(ends[0], ends[1])
  }

  mutating func optionalSpan() throws(Failure) -> SourceSpan? {
    try takeNull() ? nil : try span()
  }

  mutating func evidence() throws(Failure) -> Evidence {
    var evidence = Evidence(rule: "", text: "", bytes: SourceSpan(0, 0))
    try object { cursor, name throws(Failure) in
      switch AnalysisKey(rawValue: name) {
      case .rule: evidence.rule = try cursor.string()
      case .text: evidence.text = try cursor.string()
      case .bytes: evidence.bytes = try cursor.span()
      case .inText: evidence.inText = try cursor.optionalSpan()
      default: try cursor.skip()
      }
    }
    return evidence
  }
}
