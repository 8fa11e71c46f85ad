package import SourceText

/// What the analysis of one document found: plain values, ready for any report.
package struct AnalysisResult: Sendable, Hashable {
  package var source: String
  /// The encoding of the file, by its usual name.
  package var encoding: String
  package var metadata: Metadata
  /// Body paragraphs in order.
  package var paragraphs: [ParagraphResult]
  /// Blocks outside the body, with their zone.
  package var otherBlocks: [BlockResult]
  package var scores: DocumentScores
  package var noise: [NoiseCount]
  /// Statements about the document as a whole, such as undecodable bytes.
  package var notices: [String]

  package init(
    source: String, encoding: String = "UTF-8", metadata: Metadata, paragraphs: [ParagraphResult],
    otherBlocks: [BlockResult], scores: DocumentScores, noise: [NoiseCount], notices: [String]
  ) {
    self.source = source
    self.encoding = encoding
    self.metadata = metadata
    self.paragraphs = paragraphs
    self.otherBlocks = otherBlocks
    self.scores = scores
    self.noise = noise
    self.notices = notices
  }
}

/// The labels of a document by name, such as `title`, `place` or `date`.
///
/// A field that no rule gave is absent.
package struct Metadata: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String
    /// Bytes of the original file, or nil where the value does not stand in it.
    package var bytes: SourceSpan?
    package var rule: String?
    package var source: Source

    package init(
      name: String, value: String, bytes: SourceSpan?, rule: String?, source: Source = .rules
    ) {
      self.name = name
      self.value = value
      self.bytes = bytes
      self.rule = rule
      self.source = source
    }
  }

  /// Where a value comes from, the strongest first.
  package enum Source: String, Sendable, Hashable, CaseIterable {
    case manifest
    case sidecar
    case record
    case frontMatter = "front-matter"
    case rules
    /// A table of the pack, by the words of another field.
    case gazetteer
  }

  /// The entries of a table that the words of a field may mean.
  package struct Candidates: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
      package var code: String
      /// With the names around it, the outermost first.
      package var name: [String]

      package init(code: String, name: [String]) {
        self.code = code
        self.name = name
      }
    }

    package var field: String
    /// One where the words were resolved; none where the table does not know them.
    package var entries: [Entry]

    package init(field: String, entries: [Entry]) {
      self.field = field
      self.entries = entries
    }
  }

  package var fields: [Field]
  package var candidates: [Candidates]

  package init(fields: [Field], candidates: [Candidates] = []) {
    self.fields = fields
    self.candidates = candidates
  }

  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// Words that earned something, with the rule that says so.
package struct Evidence: Sendable, Hashable {
  package var rule: String
  /// Normalised text.
  package var text: String
  /// Bytes of the original file.
  package var bytes: SourceSpan
  /// Bytes of the normalised text of the paragraph; nil where the words stand outside it, as those
  /// of a heading do.
  package var inText: SourceSpan?

  package init(rule: String, text: String, bytes: SourceSpan, inText: SourceSpan? = nil) {
    self.rule = rule
    self.text = text
    self.bytes = bytes
    self.inText = inText
  }
}

package struct TagResult: Sendable, Hashable {
  package var tag: String
  /// From 1; the name of the level is `levelName`.
  package var level: Int
  package var levelName: String
  package var evidence: [Evidence]

  package init(tag: String, level: Int, levelName: String, evidence: [Evidence]) {
    self.tag = tag
    self.level = level
    self.levelName = levelName
    self.evidence = evidence
  }
}

package struct ParagraphResult: Sendable, Hashable {
  /// 1-based over body paragraphs.
  package var index: Int
  package var zone: String
  /// 1-based line of the original file.
  package var line: Int
  package var bytes: SourceSpan
  package var text: String
  package var tags: [TagResult]
  /// `directive`, `report`, `constitutive`, `background` or `none`.
  package var via: String
  package var directives: [DirectiveResult]
  /// Characters of Han script in the paragraph.
  package var hanCount: Int
  /// What is told of paragraphs beside tags, such as their policy field, in the order of the pack;
  /// what no rule gave is absent.
  package var fields: [Metadata.Field] = []

  package init(
    index: Int, zone: String, line: Int, bytes: SourceSpan, text: String, tags: [TagResult],
    via: String, directives: [DirectiveResult], hanCount: Int
  ) {
    self.index = index
    self.zone = zone
    self.line = line
    self.bytes = bytes
    self.text = text
    self.tags = tags
    self.via = via
    self.directives = directives
    self.hanCount = hanCount
  }
}

package struct BlockResult: Sendable, Hashable {
  package var zone: String
  package var line: Int
  package var bytes: SourceSpan
  package var text: String
  package var rule: String?

  package init(zone: String, line: Int, bytes: SourceSpan, text: String, rule: String?) {
    self.zone = zone
    self.line = line
    self.bytes = bytes
    self.text = text
    self.rule = rule
  }
}

package struct SlotResult: Sendable, Hashable {
  package var name: String
  package var value: Double
  /// The value from rules at or above the pack's confidence floor.
  package var lowValue: Double
  /// Empty where the value was not read off the text, as for an implied bearer.
  package var text: String
  package var bytes: SourceSpan?
  /// Bytes of the normalised text of the paragraph, where the words stand in it.
  package var inText: SourceSpan?
  package var rule: String?
  package var flags: [String]
  /// What the words of the slot count or date, in the order of the text.
  package var measures: [MeasureResult]

  package init(
    name: String, value: Double, lowValue: Double, text: String, bytes: SourceSpan?,
    inText: SourceSpan? = nil, rule: String?, flags: [String], measures: [MeasureResult] = []
  ) {
    self.name = name
    self.value = value
    self.lowValue = lowValue
    self.text = text
    self.bytes = bytes
    self.inText = inText
    self.rule = rule
    self.flags = flags
    self.measures = measures
  }
}

/// A value that the pack defines, read off words.
package struct MeasureResult: Sendable, Hashable {
  package enum Reading: Sendable, Hashable {
    /// A number, with what it counts where the pack says so.
    case number(Double, unit: String?)
    /// ISO 8601, as precise as the words: a day, a month or a year. Nil where the words count from
    /// the date of a document that has none.
    case date(String?)
  }

  /// The name of the value in the pack.
  package var name: String
  package var reading: Reading
  /// Normalised text.
  package var text: String
  /// Bytes of the original file.
  package var bytes: SourceSpan

  package init(name: String, reading: Reading, text: String, bytes: SourceSpan) {
    self.name = name
    self.reading = reading
    self.text = text
    self.bytes = bytes
  }
}

package struct ScoreResult: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package var name: String
    package var points: Double

    package init(name: String, points: Double) {
      self.name = name
      self.points = points
    }
  }

  package struct Adjustment: Sendable, Hashable {
    package var id: String
    package var before: Double
    package var after: Double

    package init(id: String, before: Double, after: Double) {
      self.id = id
      self.before = before
      self.after = after
    }
  }

  package var name: String
  package var score: Int
  package var low: Int
  package var high: Int
  /// The score where all parts have the same weight; nil where it cannot be restated.
  package var equal: Int?
  package var parts: [Part]
  package var adjustments: [Adjustment]
  /// The name of the band, or nil below all bands.
  package var band: String?
  /// The score with umbrella sanctions counted in; nil where the pack knows none for this score.
  package var inContext: Double?
  /// What the adjustments make of any total; nil where that cannot be told in this form.
  package var course: ScoreCourse?

  package init(
    name: String, score: Int, low: Int, high: Int, equal: Int? = nil, parts: [Part],
    adjustments: [Adjustment], band: String?, inContext: Double?, course: ScoreCourse? = nil
  ) {
    self.name = name
    self.score = score
    self.low = low
    self.high = high
    self.equal = equal
    self.parts = parts
    self.adjustments = adjustments
    self.band = band
    self.inContext = inContext
    self.course = course
  }
}

package struct DirectiveResult: Sendable, Hashable {
  package var text: String
  package var bytes: SourceSpan
  /// Bytes of the normalised text of the paragraph.
  package var inText: SourceSpan?
  package var classification: String
  package var obligorKind: String?
  /// What it is as an institutional statement by the slots that are filled.
  package var grammar: String?
  /// In the order in which the pack declares the slots; slots without a value are left out.
  package var slots: [SlotResult]
  /// In the order in which the pack declares the scores.
  package var scores: [ScoreResult]
  /// The unscored purpose clause at the end, if any.
  package var tail: Evidence?
  /// Kept out of averages, such as rules for the public.
  package var isExcluded: Bool
  /// Who says it, where the article tells; the rule is empty.
  package var speaker: Evidence?
  /// The number of the directive that it sanctions, counted from 0 through the document.
  package var orElseOf: Int?
  /// What each slot that is not full could do to the scores; empty unless it was asked for.
  package var prospects: [Prospect] = []

  /// The scores of a directive if one slot were full.
  package struct Prospect: Sendable, Hashable {
    package var slot: String
    /// In the order in which the pack declares the scores.
    package var scores: [Int]

    package init(slot: String, scores: [Int]) {
      self.slot = slot
      self.scores = scores
    }
  }

  package init(
    text: String, bytes: SourceSpan, inText: SourceSpan? = nil, classification: String,
    obligorKind: String?, slots: [SlotResult], scores: [ScoreResult], tail: Evidence?,
    isExcluded: Bool, speaker: Evidence? = nil
  ) {
    self.text = text
    self.bytes = bytes
    self.inText = inText
    self.classification = classification
    self.obligorKind = obligorKind
    self.slots = slots
    self.scores = scores
    self.tail = tail
    self.isExcluded = isExcluded
    self.speaker = speaker
  }
}

/// Figures of one document; means are nil where there is nothing to average.
package struct DocumentScores: Sendable, Hashable {
  package struct Mean: Sendable, Hashable {
    package var name: String
    package var value: Double?

    package init(name: String, value: Double?) {
      self.name = name
      self.value = value
    }
  }

  /// The mean of a score under doubt: with every directive at its lowest, with every one at its
  /// highest, and with all parts weighing the same (nil where one directive cannot be restated).
  package struct Range: Sendable, Hashable {
    package var name: String
    package var low: Double
    package var high: Double
    package var equal: Double?

    package init(name: String, low: Double, high: Double, equal: Double?) {
      self.name = name
      self.low = low
      self.high = high
      self.equal = equal
    }
  }

  package var means: [Mean]
  /// Directives that are not excluded.
  package var directives: Int
  /// Share of directives in the highest band of the first score.
  package var actionableShare: Double?
  /// Share of directives whose class is not the default one.
  package var exhortationShare: Double?
  /// Share of directives in which the slot has at least half its value, by slot in pack order.
  package var slotFill: [Mean]
  /// By score in pack order; empty where there is nothing to average.
  package var ranges: [Range]

  package init(
    means: [Mean], directives: Int, actionableShare: Double?, exhortationShare: Double?,
    slotFill: [Mean], ranges: [Range] = []
  ) {
    self.means = means
    self.ranges = ranges
    self.directives = directives
    self.actionableShare = actionableShare
    self.exhortationShare = exhortationShare
    self.slotFill = slotFill
  }
}

/// How often one kind of noise was repaired or seen.
package struct NoiseCount: Sendable, Hashable {
  package var kind: String
  package var count: Int

  package init(kind: String, count: Int) {
    self.kind = kind
    self.count = count
  }
}
