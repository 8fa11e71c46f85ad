package import Analysis
package import Impact

/// Writes flips as `duban.flips/1` or as CSV.
///
///     {"schema":"duban.flips/1","before":{"name","version","fingerprint"},"after":{…},
///      "articles":n,"labels":[{"kind","label","only":"before"|"after"}],
///      "flips":[{"article","paragraph","line","kind","label","before","after",
///        "rules_before":[{"rule","change","through":[…]}],"rules_after":[…],
///        "score_redefined","text"}],
///      "totals":{"labels":[{"kind","label","added","removed","changed"}],
///        "rules":[{"rule","added","removed","changed"}]}}
///
/// `change` is `added`, `removed`, `edited`, `through` or null. The rows of CSV have the columns
/// `article, paragraph, line, kind, label, before, after, rules_before, rules_after, rules_changed,
/// text`, the rules separated by blanks.
package enum FlipData {
  /// The form of the JSON.
  package static let schema = "duban.flips/1"

  /// All flips of a run, in the order of the articles.
  package struct Content: Sendable {
    /// The pack of what was.
    package var before: PackSummary
    /// The pack of what is instead.
    package var after: PackSummary
    /// Articles that both packs analysed, those without flips too.
    package var articles: Int
    /// Labels and scores that only one pack has, which give no flips.
    package var oneSided: [PackDelta.OneSided]
    /// In the order of the articles, inside one in that of the text.
    package var flips: [Flip]

    /// The flips of a run with what they are of.
    package init(
      before: PackSummary, after: PackSummary, articles: Int, oneSided: [PackDelta.OneSided],
      flips: [Flip]
    ) {
      self.before = before
      self.after = after
      self.articles = articles
      self.oneSided = oneSided
      self.flips = flips
    }
  }

  /// One JSON object on one line.
  package static func json(_ content: Content) -> [UInt8] {
    var json = JSONWriter()
    let totals = FlipTotals(content.flips)
    json.object { json in
      json.field("schema", schema)
      json.field("before", content.before)
      json.field("after", content.after)
      json.field("articles", content.articles)
      json.array("labels", content.oneSided) { json, label in
        json.object { json in
          json.field("kind", label.kind.rawValue)
          json.field("label", label.name)
          json.field("only", label.isNew ? "after" : "before")
        }
      }
      json.array("flips", content.flips) { write($1, to: &$0) }
      json.object("totals") { json in
        json.array("labels", totals.labels) { json, entry in
          json.object { json in
            json.field("kind", entry.kind.rawValue)
            json.field("label", entry.label)
            write(entry.count, to: &json)
          }
        }
        json.array("rules", totals.rules) { json, entry in
          json.object { json in
            json.field("rule", entry.mention.rule)
            write(entry.count, to: &json)
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ count: FlipTotals.Count, to json: inout JSONWriter) {
    json.field("added", count.added)
    json.field("removed", count.removed)
    json.field("changed", count.changed)
  }

  private static func write(_ flip: Flip, to json: inout JSONWriter) {
    json.object { json in
      json.field("article", flip.article)
      json.key("paragraph")
      if let paragraph = flip.paragraph { json.integer(paragraph) } else { json.null() }
      json.key("line")
      if let line = flip.line { json.integer(line) } else { json.null() }
      json.field("kind", flip.kind.rawValue)
      json.field("label", flip.label)
      json.field("before", flip.values.before)
      json.field("after", flip.values.after)
      json.array("rules_before", flip.rulesBefore) { write($1, to: &$0) }
      json.array("rules_after", flip.rulesAfter) { write($1, to: &$0) }
      json.field("score_redefined", flip.isRedefined)
      json.field("text", flip.text)
    }
  }

  private static func write(_ mention: RuleMention, to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", mention.rule)
      json.field("change", mention.change?.name)
      if case .through(let names) = mention.change { json.array("through", names) }
    }
  }

  /// A header, in the language of `words`, and one row a flip.
  package static func csv(_ flips: [Flip], _ words: ReportWords = ReportWords()) -> [UInt8] {
    var csv = CSVWriter()
    var header = CSVHeader()
    header.add(
      [
        .article, .paragraph, .line, .kind, .label, .before, .after, .rulesBefore, .rulesAfter,
        .rulesChanged, .text,
      ], words)
    header.write(to: &csv)
    for flip in flips {
      let mentions = flip.rulesBefore + flip.rulesAfter.filter { !flip.rulesBefore.contains($0) }
      csv.row([
        .text(flip.article), flip.paragraph.map { .integer($0) } ?? .empty,
        flip.line.map { .integer($0) } ?? .empty, .text(flip.kind.rawValue), .text(flip.label),
        .init(flip.values.before), .init(flip.values.after), .text(ids(flip.rulesBefore)),
        .text(ids(flip.rulesAfter)), .text(ids(mentions.filter { $0.change != nil })),
        .text(flip.text),
      ])
    }
    return csv.bytes
  }

  private static func ids(_ mentions: [RuleMention]) -> String {
    mentions.map(\.rule).joined(separator: " ")
  }
}

extension RuleChange {
  fileprivate var name: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .edited: "edited"
    case .through: "through"
    }
  }
}
