import Analysis
import RuleLanguage
import SourceText

extension ExplanationJSON {
  func writeDirective(_ directive: DirectiveExplanation, to json: inout JSONWriter) {
    json.object { json in
      let result = directive.result
      json.field("text", result.text)
      json.array("bytes", [result.bytes.start, result.bytes.end]) { $0.integer($1) }
      json.field("class", result.classification)
      json.field("obligor_kind", result.obligorKind)
      json.array("slots", directive.slots) { json, slot in
        json.object { json in
          json.field("slot", slot.result.name)
          json.field("value", slot.result.value)
          json.field("low_value", slot.result.lowValue)
          json.field("rule", slot.result.rule)
          json.field("text", slot.result.text)
          json.array("flags", slot.result.flags)
          json.field("resolution", slot.resolution?.rawValue)
          json.array("grants", slot.grants, write)
        }
      }
      json.array("scores", directive.scores, Self.write)
    }
  }

  private static func write(_ json: inout JSONWriter, _ score: ScoreExplanation) {
    json.object { json in
      json.field("score", score.result.name)
      json.field("points", score.result.score)
      json.field("low", score.result.low)
      json.field("high", score.result.high)
      json.field("total", score.total)
      json.field("confident_total", score.confidentTotal)
      json.array("parts", score.parts, write)
      json.array("confident_parts", score.confidentParts, write)
      json.array("adjustments", score.adjustments) { json, adjustment in
        json.object { json in
          json.field("id", adjustment.id)
          json.field("when", adjustment.condition)
          json.field("formula", adjustment.formula)
          json.field("applies", adjustment.applies)
          json.array("values", adjustment.readings, write)
          json.field("before", adjustment.before)
          json.field("after", adjustment.after)
        }
      }
      json.field("band", score.band?.name)
      json.field("band_minimum", score.band?.minimum)
      json.field("in_context", score.result.inContext)
    }
  }

  private static func write(_ json: inout JSONWriter, _ part: ScoreExplanation.Part) {
    json.object { json in
      json.field("part", part.name)
      json.field("formula", part.formula)
      json.array("values", part.readings, write)
      json.field("points", part.points)
    }
  }
}
