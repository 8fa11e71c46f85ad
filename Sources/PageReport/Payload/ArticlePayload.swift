import Analysis
import Reporting
import SourceText

/// Writes articles for the script of a page: names as numbers, places in UTF-16 units.
///
///     {"s":source,"m":{field:value},"f":{name:fact},"n":{noise:count},"x":[notice],"e":encoding,
///      "g":[mean of each score],"b":[block or paragraph in the order of the text]}
///     block      {"z":zone,"l":line,"t":text,"r":rule}
///     paragraph  {"l":line,"t":text,"v":via,"g":[[tag,level,[[rule,start,end]…]]],"h":{field:value},
///                 "d":[directive]}
///     directive  {"p":[start,end],"t":text,"c":class,"k":kind of bearer,"i":statement,"x":kept out,
///                 "w":speaker,"y":tail,"o":[slot],"n":[number of score]}
///     slot       [number of kind,start,end,[flag],words outside the paragraph]
///     kind       [slot,value,low,rule]
///     score      [score,low,high,in context,band,[[part,points]],[[adjustment,before,after]]]
///
/// What is unknown is null, and fields at the end that are empty are left out. A place outside the
/// paragraph is -1.
struct ArticlePayload {
  private var strings = StringTable()
  private var scores: [ScoreResult] = []
  private var numbers: [ScoreResult: Int] = [:]
  private var kinds: [SlotKind] = []
  private var kindNumbers: [SlotKind: Int] = [:]
  private let pack: PackSummary
  private var mask: PersonMask?
  private var sources = MaskedSources()

  /// Hides names of persons with `mask`, if there is one.
  init(pack: PackSummary, mask: PersonMask?) {
    self.pack = pack
    self.mask = mask
  }

  private mutating func shown(_ text: String) -> String { mask?.masked(text) ?? text }

  mutating func write(
    _ original: AnalysisResult, facts: [String: String] = [:], to json: inout JSONWriter
  ) {
    let article = mask?.masked(original) ?? original
    json.object { json in
      json.field("s", sources.name(original.source, masked: article.source))
      json.object("m") { json in
        for field in article.metadata.fields { json.field(field.name, field.value) }
      }
      if !facts.isEmpty {
        json.object("f") { json in
          for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
            json.field(name, shown(value))
          }
        }
      }
      if !article.noise.isEmpty {
        json.object("n") { json in
          for noise in article.noise { json.field(noise.kind, noise.count) }
        }
      }
      if !article.notices.isEmpty { json.array("x", article.notices) { $0.string($1) } }
      json.array("g", pack.scores) { json, score in
        let mean = article.scores.means.first { $0.name == score.name }?.value
        if let mean { json.number(mean) } else { json.null() }
      }
      json.key("b")
      writeBlocks(article, to: &json)
    }
  }

  private enum Piece {
    case body(ParagraphResult)
    case other(BlockResult)

    var bytes: SourceSpan {
      switch self {
      case .body(let paragraph): paragraph.bytes
      case .other(let block): block.bytes
      }
    }
  }

  /// Body and other blocks as they follow one another in the file.
  private mutating func writeBlocks(_ article: AnalysisResult, to json: inout JSONWriter) {
    let pieces =
      article.paragraphs.map { Piece.body($0) }
      + article.otherBlocks.map { Piece.other($0) }
    json.array(pieces.sorted { $0.bytes < $1.bytes }) { json, piece in
      switch piece {
      case .body(let paragraph): write(paragraph, to: &json)
      case .other(let block): write(block, to: &json)
      }
    }
  }

  private mutating func write(_ block: BlockResult, to json: inout JSONWriter) {
    json.object { json in
      json.field("z", strings.number(of: block.zone))
      json.field("l", block.line)
      json.field("t", block.text)
      if let rule = block.rule { json.field("r", strings.number(of: rule)) }
    }
  }

  private mutating func write(_ paragraph: ParagraphResult, to json: inout JSONWriter) {
    let places = TextPlaces(paragraph.text)
    json.object { json in
      json.field("l", paragraph.line)
      json.field("t", paragraph.text)
      json.field("v", strings.number(of: paragraph.via))
      if !paragraph.tags.isEmpty {
        json.array("g", paragraph.tags) { json, tag in write(tag, places, to: &json) }
      }
      if !paragraph.fields.isEmpty {
        json.object("h") { json in
          for field in paragraph.fields { json.field(field.name, field.value) }
        }
      }
      if !paragraph.directives.isEmpty {
        json.array("d", paragraph.directives) { json, directive in
          write(directive, places, to: &json)
        }
      }
    }
  }

  private mutating func write(
    _ tag: TagResult, _ places: TextPlaces, to json: inout JSONWriter
  ) {
    json.row { json in
      json.integer(pack.tags.firstIndex { $0.name == tag.tag } ?? -1)
      json.integer(tag.level)
      json.array(tag.evidence) { json, evidence in
        json.row { json in
          json.integer(strings.number(of: evidence.rule))
          json.place(places.place(evidence.inText))
          if evidence.inText == nil { json.string(evidence.text) }
        }
      }
    }
  }

  private mutating func write(
    _ directive: DirectiveResult, _ places: TextPlaces, to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("p")
      json.row { $0.place(places.place(directive.inText)) }
      if directive.inText == nil { json.field("t", directive.text) }
      json.field("c", strings.number(of: directive.classification))
      if let kind = directive.obligorKind { json.field("k", strings.number(of: kind)) }
      if let grammar = directive.grammar { json.field("i", strings.number(of: grammar)) }
      if directive.isExcluded { json.field("x", true) }
      if let speaker = directive.speaker { json.field("w", speaker.text) }
      if let tail = directive.tail { json.field("y", tail.text) }
      json.array("o", directive.slots) { json, slot in write(slot, places, to: &json) }
      json.array("n", directive.scores) { json, score in json.integer(number(of: score)) }
    }
  }

  /// What slots have in common wherever they stand.
  private struct SlotKind: Hashable {
    var slot: Int
    var value: Double
    var low: Double
    var rule: Int
  }

  private mutating func write(_ slot: SlotResult, _ places: TextPlaces, to json: inout JSONWriter) {
    json.row { json in
      json.integer(
        number(
          of: SlotKind(
            slot: pack.slots.firstIndex { $0.name == slot.name } ?? -1, value: slot.value,
            low: slot.lowValue, rule: slot.rule.map { strings.number(of: $0) } ?? -1)))
      json.place(places.place(slot.inText))
      let isElsewhere = slot.inText == nil && !slot.text.isEmpty
      let others = slot.others.compactMap { places.place($0.inText) }
      guard !slot.flags.isEmpty || isElsewhere || !others.isEmpty else { return }
      json.array(slot.flags) { json, flag in json.integer(strings.number(of: flag)) }
      guard isElsewhere || !others.isEmpty else { return }
      if isElsewhere { json.string(slot.text) } else { json.null() }
      if !others.isEmpty { json.row { json in for place in others { json.place(place) } } }
    }
  }

  /// The number of `score` among all that differ, since most come again and again.
  private mutating func number(of score: ScoreResult) -> Int {
    if let number = numbers[score] { return number }
    numbers[score] = scores.count
    scores.append(score)
    return scores.count - 1
  }

  private mutating func number(of kind: SlotKind) -> Int {
    if let number = kindNumbers[kind] { return number }
    kindNumbers[kind] = kinds.count
    kinds.append(kind)
    return kinds.count - 1
  }

  /// Writes the scores and kinds of slots that directives name by number, and the strings that all
  /// else names.
  mutating func writeTables(to json: inout JSONWriter) {
    json.array("scores", scores) { json, score in write(score, to: &json) }
    json.array("kinds", kinds) { json, kind in
      json.row { json in
        json.integer(kind.slot)
        json.number(kind.value)
        json.number(kind.low)
        json.integer(kind.rule)
      }
    }
    json.array("strings", strings.strings)
  }

  private mutating func write(_ score: ScoreResult, to json: inout JSONWriter) {
    json.row { json in
      json.integer(score.score)
      json.integer(score.low)
      json.integer(score.high)
      if let inContext = score.inContext { json.number(inContext) } else { json.null() }
      json.integer(score.band.map { strings.number(of: $0) } ?? -1)
      json.array(score.parts) { json, part in
        json.row { json in
          json.integer(strings.number(of: part.name))
          json.number(part.points)
        }
      }
      guard !score.adjustments.isEmpty else { return }
      json.array(score.adjustments) { json, adjustment in
        json.row { json in
          json.integer(strings.number(of: adjustment.id))
          json.number(adjustment.before)
          json.number(adjustment.after)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes `[…]` of values of different kinds, which `body` writes.
  mutating func row(_ body: (inout JSONWriter) -> Void) {
    array(CollectionOfOne(())) { json, _ in body(&json) }
  }

  /// Writes start and end, both -1 where there is no place.
  fileprivate mutating func place(_ place: (start: Int, end: Int)?) {
    integer(place?.start ?? -1)
    integer(place?.end ?? -1)
  }
}
