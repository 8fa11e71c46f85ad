package import Analysis
import JSONText
import SourceText

/// An analysis that `classify` wrote as JSON, read back.
package struct SavedAnalysis: Hashable, Sendable {
  /// Why bytes are no saved analysis that can be read.
  package struct Failure: Error, Hashable, Sendable {
    /// Lower case, without a full stop.
    package let message: String
    /// 0-based, in the bytes of the object.
    package let offset: Int
  }

  /// What was kept; a text or list that was not is empty, a span that was not is that of no bytes.
  package var result: AnalysisResult
  /// Whose rules made it, in which form.
  package var pack: PackIdentity
  /// What the parts of the scores weigh; empty where the analysis does not say.
  package var weights: [ScoreWeights]

  /// Reads one object from end to end of `bytes`, keeping `kept` of it.
  ///
  /// Fields that are not known are passed over, so that later versions can be read as far as they
  /// agree; the caller decides whether versions may be mixed.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: `Failure` where the bytes are no JSON object, a field stands twice or has a value of
  ///   the wrong kind, a field without which nothing can be compared is missing, or `schema` names
  ///   no form of a saved analysis.
  package init(_ bytes: [UInt8], keeping kept: KeptParts) throws(Failure) {
    do throws(JSONCursor.Failure) {
      var cursor = try JSONCursor(bytes)
      var reader = AnalysisReader(kept: kept)
      try reader.read(&cursor)
      try cursor.end()
      result = reader.result
      pack = reader.pack
      weights = reader.weights
    } catch {
      throw Failure(message: error.message, offset: error.offset)
    }
  }
}

/// Fills an analysis from the fields of an object, in whatever order they stand.
private struct AnalysisReader {
  /// No tag has more levels.
  private static let mostLevels = 100

  let kept: KeptParts
  var pack = PackIdentity(name: "", version: "", fingerprint: "", schema: "")
  var result = AnalysisResult(
    source: "", metadata: Metadata(fields: []), paragraphs: [], otherBlocks: [],
    scores: DocumentScores(
      means: [], directives: 0, actionableShare: nil, exhortationShare: nil, slotFill: []),
    noise: [], notices: [])
  private(set) var weights: [ScoreWeights] = []
  private var origins: [Metadata.Field] = []

  init(kept: KeptParts) { self.kept = kept }

  private var keepsTexts: Bool { kept != .figures }
  private var keepsAll: Bool { kept == .everything }

  mutating func read(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    var seen: Set<String> = []
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      guard seen.insert(name).inserted else {
        throw cursor.failure("the field `\(name)` stands twice")
      }
      switch AnalysisKey(rawValue: name) {
      case .schema: pack.schema = try cursor.string()
      case .source: result.source = try cursor.string()
      case .encoding: result.encoding = try cursor.string()
      case .pack: try readPack(&cursor)
      case .document: try readDocument(&cursor)
      case .metadata where keepsAll: try readOrigins(&cursor)
      case .paragraphs: try readParagraphs(&cursor)
      case .blocks where keepsAll: try readBlocks(&cursor)
      case .scores: try readScores(&cursor)
      case .noise:
        try cursor.object { cursor, kind throws(JSONCursor.Failure) in
          result.noise.append(NoiseCount(kind: kind, count: try cursor.integer()))
        }
      case .diagnostics where keepsAll:
        try cursor.list { cursor throws(JSONCursor.Failure) in
          result.notices.append(try cursor.string())
        }
      default: try cursor.skip()
      }
    }
    guard pack.schema.hasPrefix(AnalysisForm.family) else {
      throw cursor.failure(
        "is no saved analysis: its `schema` is not `\(AnalysisForm.family)…`")
    }
    for key in [AnalysisKey.source, .pack, .document, .paragraphs]
    where !seen.contains(key.rawValue) {
      throw cursor.failure("has no field `\(key.rawValue)`")
    }
    arrangeMetadata()
  }

  /// Puts the facts in the order that the analysis had them in; `document` has them in that of the pack.
  private mutating func arrangeMetadata() {
    let stated = Set(result.metadata.fields.map(\.name))
    let known = Set(origins.map(\.name))
    result.metadata.fields =
      origins.filter { stated.contains($0.name) }
      + result.metadata.fields.filter { !known.contains($0.name) }
  }

  private mutating func readPack(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .name: pack.name = try cursor.string()
      case .version: pack.version = try cursor.string()
      case .fingerprint: pack.fingerprint = try cursor.string()
      case .weights:
        try cursor.object { cursor, score throws(JSONCursor.Failure) in
          var parts: [ScoreWeights.Part] = []
          try cursor.object { cursor, part throws(JSONCursor.Failure) in
            parts.append(ScoreWeights.Part(name: part, full: try cursor.figure()))
          }
          weights.append(ScoreWeights(name: score, parts: parts))
        }
      default: try cursor.skip()
      }
    }
  }

  private mutating func readDocument(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    let ending = AnalysisForm.candidatesEnding
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      if name.hasSuffix(ending) {
        let field = String(name.dropLast(ending.count))
        let entries = try Self.candidates(&cursor)
        result.metadata.candidates.append(Metadata.Candidates(field: field, entries: entries))
      } else if let value = try cursor.optionalString() {
        result.metadata.fields.append(
          Metadata.Field(name: name, value: value, bytes: nil, rule: nil))
      }
    }
  }

  private static func candidates(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> [Metadata.Candidates.Entry] {
    var entries: [Metadata.Candidates.Entry] = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      var entry = Metadata.Candidates.Entry(code: "", name: [])
      try cursor.object { cursor, name throws(JSONCursor.Failure) in
        switch AnalysisKey(rawValue: name) {
        case .code: entry.code = try cursor.string()
        case .name:
          try cursor.list { cursor throws(JSONCursor.Failure) in
            entry.name.append(try cursor.string())
          }
        default: try cursor.skip()
        }
      }
      entries.append(entry)
    }
    return entries
  }

  private mutating func readOrigins(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    origins = try Self.fields(&cursor)
  }

  private static func fields(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> [Metadata.Field] {
    var fields: [Metadata.Field] = []
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      var field = Metadata.Field(name: name, value: "", bytes: nil, rule: nil)
      try cursor.object { cursor, name throws(JSONCursor.Failure) in
        switch AnalysisKey(rawValue: name) {
        case .value: field.value = try cursor.string()
        case .source: field.source = Metadata.Source(rawValue: try cursor.string()) ?? .rules
        case .rule: field.rule = try cursor.optionalString()
        case .bytes: field.bytes = try cursor.optionalSpan()
        default: try cursor.skip()
        }
      }
      fields.append(field)
    }
    return fields
  }

  private mutating func readParagraphs(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    try cursor.list { cursor throws(JSONCursor.Failure) in
      var paragraph = ParagraphResult(
        index: 0, zone: "", line: 0, bytes: SourceSpan(0, 0), text: "", tags: [], via: "",
        directives: [])
      try cursor.object { cursor, name throws(JSONCursor.Failure) in
        switch AnalysisKey(rawValue: name) {
        case .index: paragraph.index = try cursor.integer()
        case .zone: paragraph.zone = try cursor.string()
        case .line: paragraph.line = try cursor.integer()
        case .bytes where keepsTexts: paragraph.bytes = try cursor.span()
        case .text where keepsTexts: paragraph.text = try cursor.string()
        case .tags: paragraph.tags = try tags(&cursor)
        case .via: paragraph.via = try cursor.string()
        case .fields where keepsTexts: paragraph.fields = try Self.fields(&cursor)
        case .directives: paragraph.directives = try DirectiveReader(kept: kept).all(&cursor)
        default: try cursor.skip()
        }
      }
      result.paragraphs.append(paragraph)
    }
  }

  private func tags(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) -> [TagResult] {
    var tags: [TagResult] = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      var tag = TagResult(tag: "", level: 0, levelName: "", evidence: [])
      try cursor.object { cursor, name throws(JSONCursor.Failure) in
        switch AnalysisKey(rawValue: name) {
        case .tag: tag.tag = try cursor.string()
        case .level: tag.level = try cursor.integer()
        case .levelName: tag.levelName = try cursor.string()
        case .evidence where keepsAll:
          try cursor.list { cursor throws(JSONCursor.Failure) in
            tag.evidence.append(try cursor.evidence())
          }
        default: try cursor.skip()
        }
      }
      guard (1...Self.mostLevels).contains(tag.level) else {
        throw cursor.failure("a tag has no level from 1 to \(Self.mostLevels)")
      }
      tags.append(tag)
    }
    return tags
  }

  private mutating func readBlocks(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    try cursor.list { cursor throws(JSONCursor.Failure) in
      var block = BlockResult(zone: "", line: 0, bytes: SourceSpan(0, 0), text: "", rule: nil)
      try cursor.object { cursor, name throws(JSONCursor.Failure) in
        switch AnalysisKey(rawValue: name) {
        case .zone: block.zone = try cursor.string()
        case .line: block.line = try cursor.integer()
        case .bytes: block.bytes = try cursor.span()
        case .text: block.text = try cursor.string()
        case .rule: block.rule = try cursor.optionalString()
        default: try cursor.skip()
        }
      }
      result.otherBlocks.append(block)
    }
  }

  private static func range(
    _ score: String, _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> DocumentScores.Range {
    var range = DocumentScores.Range(name: score, low: 0, high: 0, equal: nil)
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .low: range.low = try cursor.figure()
      case .high: range.high = try cursor.figure()
      case .equalWeights: range.equal = try cursor.optionalFigure()
      default: try cursor.skip()
      }
    }
    return range
  }

  private mutating func readScores(_ cursor: inout JSONCursor) throws(JSONCursor.Failure) {
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      switch AnalysisKey(rawValue: name) {
      case .directives: result.scores.directives = try cursor.integer()
      case .actionableShare: result.scores.actionableShare = try cursor.optionalFigure()
      case .exhortationShare: result.scores.exhortationShare = try cursor.optionalFigure()
      case .slotFill:
        try cursor.object { cursor, slot throws(JSONCursor.Failure) in
          let value = try cursor.optionalFigure()
          result.scores.slotFill.append(DocumentScores.Mean(name: slot, value: value))
        }
      case .ranges:
        try cursor.object { cursor, score throws(JSONCursor.Failure) in
          result.scores.ranges.append(try Self.range(score, &cursor))
        }
      default:
        let value = try cursor.optionalFigure()
        result.scores.means.append(DocumentScores.Mean(name: name, value: value))
      }
    }
  }
}
