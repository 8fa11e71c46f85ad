import Analysis
import CorpusStatistics

/// Writes a comparison for programs: `duban.comparison/1` as JSON, or a row a group as CSV.
///
/// A group in JSON is `{"schema","by","group","pack":{…},"articles","paragraphs","directives",
/// "size","not_averaged":[source],"types":[{"type","count"}],"tags":{tag:{level:{"count","total",
/// "share","mean_of_shares"}}},"scores":{score:{"mean","lowest","highest","articles"}},
/// "slot_fill":{slot:{"count","total","share","mean_of_shares"}},"note"}`; `size` is `single`, `few`
/// (2–4), `unstable` (5–7), `moderate` (8–19) or `ample`. `scores` are means of article means over
/// articles with at least 3 directives; `share` pools the group, `mean_of_shares` gives each
/// article the same weight.
package struct ComparisonData: Sendable {
  package static let schema = "duban.comparison/1"

  private let comparison: GroupComparison

  package init(_ comparison: GroupComparison) { self.comparison = comparison }

  /// Writes one object for `group`.
  package func write(_ group: GroupComparison.Group, to json: inout JSONWriter) {
    let pack = comparison.pack
    json.object { json in
      json.field("schema", ComparisonData.schema)
      json.field("by", comparison.key)
      json.field("group", group.name)
      json.object("pack") { json in
        json.field("name", pack.name)
        json.field("version", pack.version)
        json.field("fingerprint", pack.fingerprint)
      }
      writeCounts(group, to: &json)
      json.object("tags") { json in
        for (tag, levels) in zip(pack.tags, group.summary.tagged) {
          json.object(tag.name) { json in
            for (index, proportion) in levels.enumerated() {
              json.field("\(index + 1)", proportion)
            }
          }
        }
      }
      json.object("scores") { json in
        for (score, mean) in zip(pack.scores, group.summary.scores) {
          json.field(score.name, mean)
        }
      }
      json.object("slot_fill") { json in
        for (slot, proportion) in zip(pack.slots, group.summary.filled) {
          json.field(slot.name, proportion)
        }
      }
      json.field("note", ReportWords()[.standingNote])
    }
  }

  private func writeCounts(_ group: GroupComparison.Group, to json: inout JSONWriter) {
    json.field("articles", group.summary.articles)
    json.field("paragraphs", group.summary.paragraphs)
    json.field("directives", group.summary.directives)
    json.field("size", group.summary.size.rawValue)
    json.array("not_averaged", group.notAveraged)
    json.array("types", group.types) { json, type in
      json.object { json in
        json.field("type", type.type)
        json.field("count", type.count)
      }
    }
  }

  /// One row for each group; the group of unknown articles has an empty name.
  package func csv() -> [UInt8] {
    var csv = CSVWriter()
    csv.row(header.map { .text($0) })
    for group in comparison.groups { csv.row(row(group)) }
    return csv.bytes
  }

  private var header: [String] {
    let pack = comparison.pack
    var names = [comparison.key, "articles", "paragraphs", "directives", "size", "not_averaged"]
    for tag in pack.tags {
      for level in 1...max(1, tag.values.count) {
        names += ["tag_\(tag.name)_\(level)_count", "tag_\(tag.name)_\(level)_share"]
      }
    }
    for score in pack.scores {
      names += ["", "_lowest", "_highest", "_articles"].map { score.name + $0 }
    }
    for slot in pack.slots { names += ["slot_\(slot.name)_count", "slot_\(slot.name)_share"] }
    return names + ["types", "schema", "fingerprint"]
  }

  private func row(_ group: GroupComparison.Group) -> [CSVWriter.Cell] {
    let summary = group.summary
    var cells: [CSVWriter.Cell] = [
      .init(group.name), .integer(summary.articles), .integer(summary.paragraphs),
      .integer(summary.directives), .text(summary.size.rawValue),
      .integer(group.notAveraged.count),
    ]
    for proportion in summary.tagged.joined() {
      cells += [.integer(proportion.count), .init(proportion.share)]
    }
    for score in summary.scores {
      cells += [
        .init(score.mean), .init(score.lowest), .init(score.highest), .integer(score.articles),
      ]
    }
    for proportion in summary.filled {
      cells += [.integer(proportion.count), .init(proportion.share)]
    }
    let types = group.types.map { "\($0.type ?? "unknown") \($0.count)" }
    return cells + [
      .text(types.joined(separator: "; ")), .text(ComparisonData.schema),
      .text(comparison.pack.fingerprint),
    ]
  }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: String, _ proportion: Proportion) {
    object(name) { json in
      json.field("count", proportion.count)
      json.field("total", proportion.total)
      json.field("share", proportion.share)
      json.field("mean_of_shares", proportion.meanOfShares)
    }
  }

  fileprivate mutating func field(_ name: String, _ mean: MeanOfMeans) {
    object(name) { json in
      json.field("mean", mean.mean)
      json.field("lowest", mean.lowest)
      json.field("highest", mean.highest)
      json.field("articles", mean.articles)
    }
  }
}
