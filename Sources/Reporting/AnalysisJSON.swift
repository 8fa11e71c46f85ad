package import Analysis
import SourceText

/// Writes an analysis as a JSON object by the contract `duban.analysis/1`.
///
///     {"schema":"duban.analysis/1","source":…,"encoding":…,"pack":{"name","version","fingerprint",
///        "weights":{<score>:{<part>:points}}},
///      "document":{"title","place","region","level","date","type","outlet",…,
///        <field>_candidates:[{"code","name":[text]}]},
///      "metadata":{<field>:{"value","source","rule","bytes"}},
///      "paragraphs":[{"index","zone","line","bytes":[start,end],"text","tags":[{"tag","level",
///        "level_name","evidence":[{"rule","text","bytes","in_text"}]}],"via",
///        "directives":[{"text","bytes","in_text","class","obligor_kind","grammar",
///        "slots":{name:{"value","low","text","bytes","in_text","rule","flags","measures",
///        "others":[{"rule","text","bytes","in_text"}]}},
///        <score>:{"score","low","high","equal_weights","parts":{name:points},"adjustments":[{"id",
///        "before","after"}],"band","in_context","course":{"times","plus","least","most"}},
///        "tail","speaker","excluded"}]}],
///      "blocks":[{"zone","line","bytes","text","rule"}],
///      "scores":{<score>:mean,"directives","actionable_share","exhortation_share",
///        "slot_fill":{name:share},"ranges":{<score>:{"low","high","equal_weights"}}},
///      "noise":{kind:count},"diagnostics":[text]}
///
/// Paragraphs have `"fields":{name:{"value","source","rule","bytes"}}` where the pack has metadata of
/// paragraphs, and directives `grammar` where it tells what they are as institutional statements.
/// A directive that is the or-else of another has `"or_else_of"`, its number in the document from 0.
/// Bytes are 0-based half-open offsets into the original file, `in_text` such offsets into the UTF-8
/// form of the paragraph's `text`, or null where the words stand elsewhere; lines count from 1.
/// `weights` are the points of each part where all that it reads is 1; `equal_weights` is the score where
/// all parts weigh the same, `course` what the adjustments make of any total of points:
/// `min(max(times * total + plus, least), most)`.
/// Fields are only added within a version; what is unknown is null.
package struct AnalysisJSON: Sendable {
  /// The fields of `document` that stand there even where nothing is known.
  private static let documentFields = [
    "title", "place", "region", "level", "date", "type", "outlet",
  ]
  private let pack: PackSummary

  /// A writer of analyses by `pack`.
  package init(pack: PackSummary) { self.pack = pack }

  /// Writes `result` as one value.
  package func write(_ result: AnalysisResult, to json: inout JSONWriter) {
    json.object { json in
      json.field(.schema, AnalysisForm.schema)
      json.field(.source, result.source)
      json.field(.encoding, result.encoding)
      json.object(.pack) { json in
        json.field(.name, pack.name)
        json.field(.version, pack.version)
        json.field(.fingerprint, pack.fingerprint)
        json.object(.weights) { json in
          for score in pack.weights {
            json.object(score.name) { json in
              for part in score.parts { json.field(part.name, part.full) }
            }
          }
        }
      }
      json.object(.document) { write(result.metadata, to: &$0) }
      json.object(.metadata) { json in
        for field in result.metadata.fields {
          json.object(field.name) { write(field, to: &$0) }
        }
      }
      json.array(.paragraphs, result.paragraphs) { write($1, to: &$0) }
      json.array(.blocks, result.otherBlocks) { write($1, to: &$0) }
      json.object(.scores) { write(result.scores, to: &$0) }
      json.object(.noise) { json in
        for count in result.noise { json.field(count.kind, count.count) }
      }
      json.array(.diagnostics, result.notices)
    }
  }

  private func write(_ metadata: Metadata, to json: inout JSONWriter) {
    // A table may give an article many thousands of facts.
    let values = Dictionary(metadata.fields.map { ($0.name, $0.value) }) { first, _ in first }
    let names =
      AnalysisJSON.documentFields + pack.metadata.map(\.name) + metadata.fields.map(\.name)
    var written: Set<String> = []
    for name in names where written.insert(name).inserted { json.field(name, values[name]) }
    for candidates in metadata.candidates {
      json.array(candidates.field + AnalysisForm.candidatesEnding, candidates.entries) {
        json, entry in
        json.object { json in
          json.field(.code, entry.code)
          json.array(.name, entry.name)
        }
      }
    }
  }

  private func write(_ field: Metadata.Field, to json: inout JSONWriter) {
    json.field(.value, field.value)
    json.field(.source, field.source.rawValue)
    json.field(.rule, field.rule)
    json.field(.bytes, field.bytes)
  }

  private func write(_ paragraph: ParagraphResult, to json: inout JSONWriter) {
    json.object { json in
      json.field(.index, paragraph.index)
      json.field(.zone, paragraph.zone)
      json.field(.line, paragraph.line)
      json.field(.bytes, paragraph.bytes)
      json.field(.text, paragraph.text)
      json.array(.tags, paragraph.tags) { json, tag in
        json.object { json in
          json.field(.tag, tag.tag)
          json.field(.level, tag.level)
          json.field(.levelName, tag.levelName)
          json.array(.evidence, tag.evidence) { write($1, to: &$0) }
        }
      }
      json.field(.via, paragraph.via)
      if !pack.paragraphMetadata.isEmpty {
        json.object(.fields) { json in
          for field in paragraph.fields {
            json.object(field.name) { write(field, to: &$0) }
          }
        }
      }
      json.array(.directives, paragraph.directives) { write($1, to: &$0) }
    }
  }

  private func write(_ block: BlockResult, to json: inout JSONWriter) {
    json.object { json in
      json.field(.zone, block.zone)
      json.field(.line, block.line)
      json.field(.bytes, block.bytes)
      json.field(.text, block.text)
      json.field(.rule, block.rule)
    }
  }

  private func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.object { json in
      json.field(.rule, evidence.rule)
      json.field(.text, evidence.text)
      json.field(.bytes, evidence.bytes)
      json.field(.inText, evidence.inText)
    }
  }

  private func write(_ directive: DirectiveResult, to json: inout JSONWriter) {
    json.object { json in
      json.field(.text, directive.text)
      json.field(.bytes, directive.bytes)
      json.field(.inText, directive.inText)
      json.field(.class, directive.classification)
      json.field(.obligorKind, directive.obligorKind)
      if pack.grammar != nil { json.field(.grammar, directive.grammar) }
      json.object(.slots) { json in
        for slot in directive.slots {
          json.object(slot.name) { write(slot, to: &$0) }
        }
      }
      for score in directive.scores {
        json.object(score.name) { write(score, to: &$0) }
      }
      json.key(.tail)
      if let tail = directive.tail { write(tail, to: &json) } else { json.null() }
      json.key(.speaker)
      if let speaker = directive.speaker { write(speaker, to: &json) } else { json.null() }
      json.field(.excluded, directive.isExcluded)
      if let order = directive.orElseOf { json.field(.orElseOf, order) }
    }
  }

  private func write(_ slot: SlotResult, to json: inout JSONWriter) {
    json.field(.value, slot.value)
    json.field(.low, slot.lowValue)
    json.field(.text, slot.text)
    json.field(.bytes, slot.bytes)
    json.field(.inText, slot.inText)
    json.field(.rule, slot.rule)
    json.array(.flags, slot.flags)
    json.array(.measures, slot.measures) { write($1, to: &$0) }
    json.array(.others, slot.others) { write($1, to: &$0) }
  }

  private func write(_ measure: MeasureResult, to json: inout JSONWriter) {
    json.object { json in
      json.field(.name, measure.name)
      switch measure.reading {
      case .number(let number, let unit):
        json.field(.number, number)
        json.field(.unit, unit)
      case .date(let date): json.field(.date, date)
      }
      json.field(.text, measure.text)
      json.field(.bytes, measure.bytes)
    }
  }

  private func write(_ score: ScoreResult, to json: inout JSONWriter) {
    json.field(.score, score.score)
    json.field(.low, score.low)
    json.field(.high, score.high)
    json.key(.equalWeights)
    if let equal = score.equal { json.integer(equal) } else { json.null() }
    json.object(.parts) { json in
      for part in score.parts { json.field(part.name, part.points) }
    }
    json.array(.adjustments, score.adjustments) { json, adjustment in
      json.object { json in
        json.field(.id, adjustment.id)
        json.field(.before, adjustment.before)
        json.field(.after, adjustment.after)
      }
    }
    json.field(.band, score.band)
    json.field(.inContext, score.inContext)
    json.key(.course)
    guard let course = score.course else { return json.null() }
    json.object { json in
      json.key(.times)
      json.exact(course.times)
      json.key(.plus)
      json.exact(course.plus)
      json.key(.least)
      json.exact(course.least)
      json.key(.most)
      json.exact(course.most)
    }
  }

  private func write(_ scores: DocumentScores, to json: inout JSONWriter) {
    for mean in scores.means { json.field(mean.name, mean.value) }
    json.field(.directives, scores.directives)
    json.field(.actionableShare, scores.actionableShare)
    json.field(.exhortationShare, scores.exhortationShare)
    json.object(.slotFill) { json in
      for share in scores.slotFill { json.field(share.name, share.value) }
    }
    json.object(.ranges) { json in
      for range in scores.ranges {
        json.object(range.name) { json in
          json.field(.low, range.low)
          json.field(.high, range.high)
          json.field(.equalWeights, range.equal)
        }
      }
    }
  }
}
