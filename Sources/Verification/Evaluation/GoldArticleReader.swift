import JSONText

/// Reads files of labels, and knows where in them it is when something is wrong.
///
/// Keys that are not known are passed over, and `null` is as good as a key that is not there; a key
/// that stands twice is refused, since one of its values would be lost.
struct GoldArticleReader {
  /// The names and places that lead to what is read, such as `paragraphs`, `[0]`, `text`.
  private var path: [String] = []
  private let scores: Set<String>

  private init(scores: Set<String>) { self.scores = scores }

  /// The article in `json`, whose frames may say a value for each of `scores` by its name.
  ///
  /// - Throws: `GoldProblem` with the place of what is wrong.
  /// - Complexity: O(bytes).
  static func read(
    _ json: [UInt8], scores: Set<String>
  ) throws(GoldProblem) -> GoldArticle {
    var reader = GoldArticleReader(scores: scores)
    do throws(JSONCursor.Failure) {
      var cursor = try JSONCursor(json)
      let article = try reader.article(&cursor)
      try cursor.end()
      return article
    } catch {
      let steps = reader.path.map { $0.hasPrefix("[") ? $0 : ".\($0)" }.joined()
      let place = steps.isEmpty ? "" : " at `\(steps.drop { $0 == "." })`"
      let line = json.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw GoldProblem(message: "\(error.message)\(place), in line \(line)")
    }
  }

  private mutating func article(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> GoldArticle {
    var article = GoldArticle(paragraphs: [])
    var paragraphs: [GoldArticle.Paragraph]?
    var seed: String?
    try object(&cursor) { reader, cursor, name throws(JSONCursor.Failure) in
      switch name {
      case "article": article.article = try cursor.string()
      case "seed": seed = try cursor.string()
      case "doc_type": article.metadata["type"] = try cursor.string()
      case "place", "province", "date", "field": article.metadata[name] = try cursor.string()
      case "split": article.split = try cursor.string()
      case "noise":
        article.noise = try reader.list(&cursor) { _, cursor throws(JSONCursor.Failure) in
          try cursor.string()
        }
      case "paragraphs":
        paragraphs = try reader.list(&cursor) { reader, cursor throws(JSONCursor.Failure) in
          try reader.paragraph(&cursor)
        }
      default: try cursor.skip()
      }
    }
    article.article = article.article ?? seed
    article.paragraphs = try required(paragraphs, "paragraphs", cursor)
    return article
  }

  private mutating func paragraph(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> GoldArticle.Paragraph {
    var paragraph = GoldArticle.Paragraph(text: "", tags: [:], frames: [])
    var text: String?
    var tags: [String: Int]?
    try object(&cursor) { reader, cursor, name throws(JSONCursor.Failure) in
      switch name {
      case "text": text = try cursor.string()
      case "via": paragraph.via = try cursor.string()
      case "tags":
        tags = try reader.table(&cursor) { _, cursor throws(JSONCursor.Failure) in
          try cursor.integer()
        }
      case "frames":
        paragraph.frames = try reader.list(&cursor) { reader, cursor throws(JSONCursor.Failure) in
          try reader.frame(&cursor)
        }
      default: try cursor.skip()
      }
    }
    paragraph.text = try required(text, "text", cursor)
    paragraph.tags = try required(tags, "tags", cursor)
    return paragraph
  }

  private mutating func frame(
    _ cursor: inout JSONCursor
  ) throws(JSONCursor.Failure) -> GoldArticle.Frame {
    var frame = GoldArticle.Frame(text: "")
    var text: String?
    try object(&cursor) { reader, cursor, name throws(JSONCursor.Failure) in
      switch name {
      case "text": text = try cursor.string()
      case "class": frame.classification = try cursor.string()
      case "kind": frame.kind = try cursor.string()
      case "one_coder": frame.isOptional = try cursor.boolean()
      case "slots":
        frame.slots = try reader.table(&cursor) { reader, cursor throws(JSONCursor.Failure) in
          try reader.band(&cursor, in: 0...1)
        }
      case "evidence":
        frame.evidence = try reader.table(&cursor) { _, cursor throws(JSONCursor.Failure) in
          try cursor.string()
        }
      case _ where reader.scores.contains(name):
        frame.scores[name] = try reader.band(&cursor, in: 0...100)
      default: try cursor.skip()
      }
    }
    frame.text = try required(text, "text", cursor)
    return frame
  }

  /// The lowest and the highest of several numbers, or one number.
  private mutating func band(
    _ cursor: inout JSONCursor, in range: ClosedRange<Double>
  ) throws(JSONCursor.Failure) -> ClosedRange<Double> {
    guard cursor.kind() == .list else {
      let one = try cursor.number(in: range)
      return one...one
    }
    let values = try list(&cursor) { _, cursor throws(JSONCursor.Failure) in
      try cursor.number(in: range)
    }
    guard let low = values.min(), let high = values.max() else {
      throw cursor.failure("expected a number in the list")
    }
    return low...high
  }
}

extension GoldArticleReader {
  private func required<Value>(
    _ value: Value?, _ name: String, _ cursor: JSONCursor
  ) throws(JSONCursor.Failure) -> Value {
    guard let value else { throw cursor.failure("`\(name)` is missing") }
    return value
  }

  private mutating func object(
    _ cursor: inout JSONCursor,
    _ field: (inout Self, inout JSONCursor, String) throws(JSONCursor.Failure) -> Void
  ) throws(JSONCursor.Failure) {
    var names: Set<String> = []
    try cursor.object { cursor, name throws(JSONCursor.Failure) in
      path.append(name)
      guard names.insert(name).inserted else { throw cursor.failure("stands twice") }
      if try !cursor.takeNull() { try field(&self, &cursor, name) }
      path.removeLast()
    }
  }

  private mutating func table<Value>(
    _ cursor: inout JSONCursor,
    _ value: (inout Self, inout JSONCursor) throws(JSONCursor.Failure) -> Value
  ) throws(JSONCursor.Failure) -> [String: Value] {
    var values: [String: Value] = [:]
    try object(&cursor) { reader, cursor, name throws(JSONCursor.Failure) in
      values[name] = try value(&reader, &cursor)
    }
    return values
  }

  private mutating func list<Value>(
    _ cursor: inout JSONCursor,
    _ element: (inout Self, inout JSONCursor) throws(JSONCursor.Failure) -> Value
  ) throws(JSONCursor.Failure) -> [Value] {
    var values: [Value] = []
    try cursor.list { cursor throws(JSONCursor.Failure) in
      path.append("[\(values.count)]")
      values.append(try element(&self, &cursor))
      path.removeLast()
    }
    return values
  }
}
