import Documents
import RuleLanguage
import SourceText

/// The parts that a clause plays for the directive finder.
struct ClauseMarks: Sendable {
  private var bits: UInt32 = 0

  func contains(_ mark: ClauseMark) -> Bool { bits >> UInt32(mark.rawValue) & 1 != 0 }

  mutating func insert(_ mark: ClauseMark) { bits |= 1 << UInt32(mark.rawValue) }
}

/// What the directive finder knows of one clause: its marks and the slots filled by it alone.
struct ClauseProfile: Sendable {
  var marks = ClauseMarks()
  /// The core slots in the order of the settings, such as action and object.
  var core: [Double] = []
  /// The highest slot besides core, bearer and force.
  var richest = 0.0
  var force = 0.0
  /// The same by confident rules alone.
  var confidentForce = 0.0
  var bearer: BearerMention?
  /// The same by confident rules alone.
  var confidentBearer: BearerMention?
  /// Where the words that open a scope end, if the clause has them.
  var openerEnd: Int?
  /// Who speaks, in a clause that opens a scope and names somebody.
  var speaker: SourceSpan?
  /// Characters of the longest part between enumeration commas, without those of demand, ordinal, adverb and bearer.
  var ownLength = 0

  /// Whether the clause plays this part.
  func has(_ mark: ClauseMark) -> Bool { marks.contains(mark) }

  /// Whether the clause does anything at all.
  var hasAction: Bool { (core.first ?? 0) > 0 }
}

/// Builds the profiles of all body clauses.
struct ClauseProfiler {
  let evaluator: Evaluator
  let settings: CompiledDirectiveSettings

  /// Profiles by clause index of the document; clauses outside the body have empty ones.
  func profiles() -> [ClauseProfile] {
    var profiles = Array(
      repeating: ClauseProfile(core: Array(repeating: 0, count: settings.core.count)),
      count: evaluator.document.clauses.count)
    for window in evaluator.units.clauses {
      profiles[window.clause].openerEnd = openerEnd(window.clause)
    }
    addSlots(&profiles)
    for window in evaluator.units.clauses { addMarks(&profiles[window.clause], window) }
    return profiles
  }

  private func openerEnd(_ clause: Int) -> Int? {
    settings.marks[.opens].flatMap { opens in
      evaluator.labels.grants(opens, clause).flatMap(\.evidence).map(\.end).max()
    }
  }

  private func addMarks(_ profile: inout ClauseProfile, _ window: TextWindow) {
    for (mark, label) in settings.marks
    where mark != .standing && evaluator.labels.value(label, window.clause) > 0 {
      profile.marks.insert(mark)
    }
    // Who is named in a heading bears what stands under it, and nothing else that follows.
    let isHead = settings.heads.map { evaluator.labels.value($0, window.sentence) > 0 } ?? false
    if isHead { profile.marks.insert(.passing) }
    if let end = profile.openerEnd, let aside = settings.marks[.aside] {
      let outside = evaluator.labels.grants(aside, window.clause).flatMap(\.evidence)
      profile.speaker = speaker(SourceSpan(window.span.start, end), without: outside)
    }
    let framing = [.demand, .ordinal, .adverb].compactMap { settings.marks[$0] }
      .flatMap { evaluator.labels.grants($0, window.clause).flatMap(\.evidence) }
    let outside = SourceSpan.maximal(framing + (profile.bearer?.evidence ?? []))
    profile.ownLength = ownLength(of: window.span, without: outside)
  }

  /// The first stretch of `span` that none of `outside` covers.
  private func speaker(_ span: SourceSpan, without outside: [SourceSpan]) -> SourceSpan? {
    var start = span.start
    for piece in SourceSpan.maximal(outside) where start < span.end {
      if piece.start > start { return SourceSpan(start, min(piece.start, span.end)) }
      start = max(start, piece.end)
    }
    return start < span.end ? SourceSpan(start, span.end) : nil
  }

  /// Characters of the longest part between enumeration commas, without those of `outside`, which
  /// is sorted by start and end alike.
  private func ownLength(of span: SourceSpan, without outside: [SourceSpan]) -> Int {
    var longest = 0
    var next = 0
    for unit in units(of: span) {
      while next < outside.count, outside[next].end <= unit.start { next += 1 }
      var length = evaluator.characterCount(unit)
      var index = next
      while index < outside.count, outside[index].start < unit.end {
        let (start, end) = (
          max(outside[index].start, unit.start), min(outside[index].end, unit.end)
        )
        length -= evaluator.characterCount(SourceSpan(start, end))
        index += 1
      }
      longest = max(longest, length)
    }
    return longest
  }

  /// The parts of a clause between enumeration commas.
  private func units(of span: SourceSpan) -> [SourceSpan] {
    let text = evaluator.document.text
    let bytes = text.span
    var units: [SourceSpan] = []
    var start = span.start
    var index = span.start
    while index + 2 < span.end {
      // The enumeration comma is U+3001.
      if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x81 {
        units.append(SourceSpan(start, index))
        index += 3
        start = index
      } else {
        index += 1
      }
    }
    units.append(SourceSpan(start, span.end))
    return units
  }

  /// Evaluates the rules for slots with the single clause as their window, and those for labels that such rules
  /// may ask whether they are lacking.
  private func addSlots(_ profiles: inout [ClauseProfile]) {
    let scored = Set(evaluator.compiled.slots)
    let lacked = evaluator.compiled.lacked
    for index in evaluator.compiled.clauseRules where evaluator.isTriggered(index) {
      let rule = evaluator.compiled.rules[index]
      func fill(_ position: Int, _ evidence: [SourceSpan]) {
        let window = evaluator.units.clauses[position]
        for gift in rule.gifts {
          if lacked.contains(gift.label), !rule.lacks.contains(gift.label) {
            evaluator.filledClauses[gift.label, default: []].insert(window.clause)
          }
          if scored.contains(gift.label) {
            add(gift, rule, index, evidence, to: &profiles[window.clause], in: window.span)
          }
        }
      }
      if let patterns = rule.sufficient, evaluator.tally == nil {
        evaluator.forEachFulfilled(rule, by: patterns, in: .clause, fill)
        continue
      }
      for position in evaluator.candidates(rule.triggers ?? [], .clause) {
        let window = evaluator.units.clauses[position]
        if let evidence = evaluator.evidence(rule, window) { fill(position, evidence) }
      }
    }
  }

  private func add(
    _ gift: CompiledGift, _ rule: CompiledRule, _ index: Int, _ evidence: [SourceSpan],
    to profile: inout ClauseProfile, in clause: SourceSpan
  ) {
    if let core = settings.core.firstIndex(of: gift.label) {
      profile.core[core] = max(profile.core[core], gift.value)
    } else if gift.label == settings.force {
      profile.force = max(profile.force, gift.value)
      if rule.isConfident { profile.confidentForce = max(profile.confidentForce, gift.value) }
    } else if gift.label == settings.bearer {
      let kind = rule.gifts.first { $0.label == settings.bearerKind }?.value ?? 0
      // Who says what is to be done does not do it.
      let own = profile.openerEnd.map { end in evidence.filter { $0.start >= end } } ?? evidence
      guard evidence.isEmpty || !own.isEmpty else { return }
      let mention = BearerMention(
        unit: clause, rule: index, value: gift.value, evidence: own, kind: kind)
      if mention.outranks(profile.bearer) { profile.bearer = mention }
      if rule.isConfident, mention.outranks(profile.confidentBearer) {
        profile.confidentBearer = mention
      }
    } else {
      profile.richest = max(profile.richest, gift.value)
    }
  }
}
