package import Analysis
import RuleLanguage
package import SourceText

/// Writes an explanation as one JSON object, schema `duban.explanation/1`.
///
/// Bytes are those of the original file; texts of the article are normalised. Of vetoes and members that do
/// not hold only those are written that hold in part, unless everything is asked for; `left_out` counts the
/// others. What a unit around several windows was asked for is written where it stands first in its rule; where it
/// stands again, `same_as` points there (RFC 6901, from the rule).
package struct ExplanationJSON: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.explanation/1"

  private let pack: PackSummary
  private let sentences: ExplanationSentences
  private let showsEverything: Bool

  /// The summaries of rules are in the given language.
  package init(
    pack: PackSummary, language: ReportLanguage, words: ReportWords, showsEverything: Bool
  ) {
    self.pack = pack
    self.showsEverything = showsEverything
    sentences = ExplanationSentences(language: language, words: words)
  }

  /// Writes the explanation of one article as one value; `blocks` writes its blocks, and may take what is
  /// written on the way.
  ///
  /// - Throws: what `blocks` throws; the value is broken off then.
  package func write<Failure: Error>(
    _ source: SourceFile, paragraphCount: Int, to json: inout JSONWriter,
    blocks: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try json.object { (json: inout JSONWriter) throws(Failure) in
      json.field("schema", ExplanationJSON.schema)
      json.field("source", source.name)
      json.field("pack", pack)
      json.field("paragraph_count", paragraphCount)
      try json.array("blocks", body: blocks)
    }
  }

  /// Writes one block as one value.
  package func write(_ block: BlockExplanation, to json: inout JSONWriter) {
    json.object { json in
      json.key("paragraph")
      if let paragraph = block.paragraph { json.integer(paragraph) } else { json.null() }
      json.field("zone", block.zone)
      json.field("line", block.line)
      writeFields(block.place, to: &json)
      json.array("labels", block.labels, write)
      json.array("hits", block.hits, write)
      json.array("misses", block.misses, write)
      json.array("directives", block.directives) { writeDirective($1, to: &$0) }
    }
  }

  private func write(_ json: inout JSONWriter, _ label: LabelExplanation) {
    json.object { json in
      json.field("label", label.name)
      json.field("unit", label.unit.rawValue)
      writeFields(label.place, to: &json)
      json.field("value", label.value.text)
      json.field("resolution", label.resolution.rawValue)
      json.key("stated")
      if let stated = label.stated { write(&json, stated) } else { json.null() }
      json.array("grants", label.grants, write)
    }
  }

  private func write(_ json: inout JSONWriter, _ stated: LabelExplanation.Statement) {
    json.object { json in
      json.field("source", stated.source.rawValue)
      json.key("bytes")
      if let bytes = stated.bytes {
        json.array([bytes.start, bytes.end]) { $0.integer($1) }
      } else {
        json.null()
      }
    }
  }

  func write(_ json: inout JSONWriter, _ grant: GrantExplanation) {
    json.object { json in
      json.field("rule", grant.rule)
      json.field("value", grant.value.text)
      json.field("confident", grant.isConfident)
      json.array("evidence", grant.evidence, write)
    }
  }

  private func write(_ json: inout JSONWriter, _ rule: RuleExplanation) {
    json.object { json in
      json.field("rule", rule.rule)
      json.field("title", rule.title?.en)
      json.field("title_zh", rule.title?.zh)
      json.field("note", rule.note)
      json.field("file", rule.file)
      json.field("line", rule.line)
      json.array("gives", rule.gifts) { json, gift in
        json.object { json in
          json.field("label", gift.label)
          json.field("value", gift.value.text)
        }
      }
      json.field("unit", rule.unit.rawValue)
      json.field("within", rule.within.rawValue)
      json.key("window")
      write(&json, rule.window)
      json.field("outcome", rule.outcome.rawValue)
      json.field("distance", rule.distance)
      json.field("confident", rule.isConfident)
      // What keeps the rule from holding is told from all that it asks for.
      json.field("summary", sentences.summary(rule))
      let rule = showsEverything ? rule.tellingOnce : rule.abridged
      var answers: [Int: String] = [:]
      json.array("evidence", rule.evidence, write)
      json.key("condition")
      write(&json, rule.condition, at: "/condition", &answers)
      json.array("vetoes", rule.vetoes.enumerated()) { json, veto in
        json.object { json in
          json.field("in", veto.element.scope.rawValue)
          json.key("condition")
          write(&json, veto.element.condition, at: "/vetoes/\(veto.offset)/condition", &answers)
        }
      }
      json.field("left_out", rule.vetoesLeftOut)
    }
  }

  /// Writes a condition that stands at `place` of its rule; `answers` are the places of what larger units were asked
  /// for.
  private func write(
    _ json: inout JSONWriter, _ condition: ConditionExplanation, at place: String,
    _ answers: inout [Int: String]
  ) {
    if let answer = condition.answer, !condition.isRepeated { answers[answer] = place }
    json.object { json in
      json.field("kind", condition.kind.rawValue)
      json.field("source", condition.source)
      json.field("holds", condition.isHeld)
      json.field("distance", condition.distance)
      json.array("matches", condition.matches, write)
      json.array("void", condition.voided) { json, void in
        json.object { json in
          json.key("match")
          write(&json, void.match)
          json.field("exception", void.exception)
          json.field("when", void.geometry.rawValue)
          json.key("cause")
          write(&json, void.cause)
        }
      }
      json.array("values", condition.readings, Self.write)
      json.key("shortfall")
      if let shortfall = condition.shortfall { write(&json, shortfall) } else { json.null() }
      json.array("members", condition.members.enumerated()) { json, member in
        write(&json, member.element, at: "\(place)/members/\(member.offset)", &answers)
      }
      json.field("left_out", condition.membersLeftOut)
      if condition.isRepeated { json.field("same_as", condition.answer.flatMap { answers[$0] }) }
    }
  }

  private func write(_ json: inout JSONWriter, _ shortfall: Shortfall) {
    json.object { json in
      json.field("kind", shortfall.name)
      switch shortfall {
      case .gap(let before, let after, let found, let minimum, let maximum):
        write("before", before, to: &json)
        write("after", after, to: &json)
        json.field("found", found)
        json.field("minimum", minimum)
        json.field("maximum", maximum)
      case .clause(let before, let after):
        write("before", before, to: &json)
        write("after", after, to: &json)
      case .parts(let found, let missing):
        json.array("found", found, write)
        json.array("missing", missing)
      case .order(let places): json.array("found", places, write)
      case .count(let found, let needed):
        json.field("found", found)
        json.field("needed", needed)
      case .distance(let found, let allowed, let places):
        json.field("found", found)
        json.field("maximum", allowed)
        json.array("places", places, write)
      case .value(let found, let needed):
        json.field("found", found)
        json.field("needed", needed)
      case .unmeasured(let cause): json.field("cause", cause)
      case .given(let rule): json.field("rule", rule)
      case .formula, .voided, .place, .ruleSilent, .present, .nothing: break
      }
    }
  }

  static func write(_ json: inout JSONWriter, _ reading: ScoreExplanation.Reading) {
    json.object { json in
      json.field("name", reading.name)
      json.field("value", reading.value)
    }
  }

  private func write(_ json: inout JSONWriter, _ place: ExplainedPlace) {
    json.object { writeFields(place, to: &$0) }
  }

  private func write(_ name: String, _ place: ExplainedPlace?, to json: inout JSONWriter) {
    json.key(name)
    if let place { write(&json, place) } else { json.null() }
  }

  private func writeFields(_ place: ExplainedPlace, to json: inout JSONWriter) {
    json.field("text", place.text)
    json.array("bytes", [place.bytes.start, place.bytes.end]) { $0.integer($1) }
  }
}

extension Shortfall {
  fileprivate var name: String {
    switch self {
    case .gap: "gap"
    case .clause: "clause"
    case .parts: "parts"
    case .order: "order"
    case .count: "count"
    case .distance: "distance"
    case .value: "value"
    case .formula: "formula"
    case .voided: "void"
    case .place: "place"
    case .ruleSilent: "rule"
    case .present: "present"
    case .given: "given"
    case .unmeasured: "unmeasured"
    case .nothing: "nothing"
    }
  }
}
