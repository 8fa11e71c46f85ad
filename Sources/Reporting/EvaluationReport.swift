package import Analysis
import CorpusStatistics
package import Verification

/// What `duban evaluate` found: how well labels agree with those of a person.
package struct EvaluationReport: Sendable {
  /// The figures of one selection of the articles, such as a document type.
  package struct Part: Sendable {
    /// By what the articles were selected.
    package var kind: Kind
    /// The document type or noise; empty for all articles.
    package var name: String
    /// The program against the person, on these articles.
    package var evaluation: Evaluation

    /// The figures of the articles that `name` selects.
    package init(kind: Kind, name: String, evaluation: Evaluation) {
      self.kind = kind
      self.name = name
      self.evaluation = evaluation
    }
  }

  /// What articles are selected by.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing: the figures are those of all of them.
    case all
    /// The document type that the person gave.
    case type
    /// A kind of noise that the person noted; an article may count in several.
    case noise
  }

  /// The form of the JSON.
  package static let schema = "duban.evaluation/1"

  let pack: PackSummary
  let split: String?
  let seed: UInt64
  /// The program against the person.
  let whole: Evaluation
  let parts: [Part]
  /// A second person against the first.
  let coders: Evaluation?
  let worst: [MisreadParagraph]

  /// The report on labels of `split`, or of all where it is nil; `coders` is nil without a second
  /// person.
  package init(
    pack: PackSummary, split: String?, seed: UInt64, whole: Evaluation, parts: [Part],
    coders: Evaluation?, worst: [MisreadParagraph]
  ) {
    self.pack = pack
    self.split = split
    self.seed = seed
    self.whole = whole
    self.parts = parts
    self.coders = coders
    self.worst = worst
  }
}

/// A line of figures that every format of the report shows.
struct EvaluationRow: Hashable {
  let part: EvaluationReport.Kind
  let name: String
  /// Such as `tag`, `directives`, `slot`, `score`.
  let subject: String
  /// The tag, slot or score; empty for others.
  let item: String
  /// Such as `f1`, `level`, `error`.
  let measure: String
  let count: Int?
  let total: Int?
  let value: Double?
  let interval: Interval?

  init(
    _ part: EvaluationReport.Part, _ subject: String, _ item: String, _ measure: String,
    count: Int? = nil, total: Int? = nil, value: Double?, interval: Interval? = nil
  ) {
    self.part = part.kind
    name = part.name
    self.subject = subject
    self.item = item
    self.measure = measure
    self.count = count
    self.total = total
    self.value = value
    self.interval = interval
  }
}

extension EvaluationReport {
  /// All figures of `part`, a row each.
  static func rows(_ part: Part) -> [EvaluationRow] {
    let evaluation = part.evaluation
    var rows: [EvaluationRow] = []
    func add(_ quality: DetectionQuality, _ subject: String, _ item: String = "") {
      for (name, measure) in [
        ("precision", quality.precision), ("recall", quality.recall), ("f1", quality.f1),
      ] {
        rows.append(
          EvaluationRow(
            part, subject, item, name, count: measure.numerator, total: measure.denominator,
            value: measure.value, interval: measure.overArticles ?? measure.wilson))
      }
    }
    func add(_ share: Evaluation.Share, _ subject: String, _ item: String, _ measure: String) {
      rows.append(
        EvaluationRow(
          part, subject, item, measure, count: share.count, total: share.total, value: share.value,
          interval: wilsonInterval(count: share.count, total: share.total)))
    }
    func add(_ agreement: Evaluation.Agreement, _ subject: String, _ item: String) {
      rows.append(
        EvaluationRow(
          part, subject, item, "alpha", count: agreement.alpha.units,
          value: agreement.alpha.alpha, interval: agreement.interval))
    }
    add(evaluation.paragraphs, "paragraphs")
    for tag in evaluation.tags {
      add(tag.presence, "tag", tag.name)
      add(tag.sameLevel, "tag", tag.name, "level")
      add(tag.alpha, "tag", tag.name)
    }
    add(evaluation.directives, "directives")
    add(evaluation.sameClass, "directives", "", "class")
    add(evaluation.slotPresence, "slots")
    for slot in evaluation.slots {
      add(slot.presence, "slot", slot.name)
      add(slot.sameValue, "slot", slot.name, "value")
      add(slot.sameWords, "slot", slot.name, "words")
      rows.append(
        EvaluationRow(
          part, "slot", slot.name, "overlap", count: slot.sameWords.total, value: slot.wordOverlap,
          interval: nil))
      add(slot.alpha, "slot", slot.name)
    }
    for score in evaluation.scores {
      let measures = [
        ("error", score.error, score.errorInterval), ("bias", score.bias, nil),
        ("spearman", score.rankCorrelation, nil),
      ]
      for (name, value, interval) in measures {
        rows.append(
          EvaluationRow(
            part, "score", score.name, name, count: score.pairs, value: value, interval: interval))
      }
    }
    return rows
  }
}
