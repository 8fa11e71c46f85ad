import Analysis
import CorpusStatistics
import Verification

/// Writes evaluations as `duban.evaluation/1` or as CSV, one row a figure.
///
///     {"schema":"duban.evaluation/1","pack":{"name","version","fingerprint"},"split","seed",
///      "articles":n,"figures":[{"of","part","name","subject","item","measure","count","total",
///      "value","low","high","method"}],
///      "levels":[{"tag","counts":[[n]]}],
///      "worst":[{"article","paragraph","text","cost","tags":[{"tag","right","given"}],
///      "missed","extra","rules"}]}
///
/// `of` is `program` for the program against the person and `coder` for a second person.
extension EvaluationReport {
  private var figures: [(of: String, row: EvaluationRow)] {
    let all = [Part(kind: .all, name: "", evaluation: whole)] + parts
    let coder = coders.map { Self.rows(Part(kind: .all, name: "", evaluation: $0)) } ?? []
    return all.flatMap { part in Self.rows(part).map { ("program", $0) } }
      + coder.map { ("coder", $0) }
  }

  /// One JSON object on one line.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(Self.schema, pack)
      json.field("split", split)
      json.field("seed", Int(clamping: seed))
      json.field("articles", whole.articles)
      json.array("figures", figures) { json, figure in
        json.object { json in Self.write(figure.row, of: figure.of, to: &json) }
      }
      json.array("levels", whole.tags) { json, tag in
        json.object { json in
          json.field("tag", tag.name)
          json.array("counts", tag.levels.counts) { json, row in
            json.array(row) { $0.integer($1) }
          }
        }
      }
      json.array("worst", worst) { json, paragraph in
        json.object { json in Self.write(paragraph, to: &json) }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ row: EvaluationRow, of side: String, to json: inout JSONWriter) {
    json.field("of", side)
    json.field("part", row.part.rawValue)
    json.field("name", row.name)
    json.field("subject", row.subject)
    json.field("item", row.item)
    json.field("measure", row.measure)
    json.key("count")
    if let count = row.count { json.integer(count) } else { json.null() }
    json.key("total")
    if let total = row.total { json.integer(total) } else { json.null() }
    json.field("value", row.value)
    json.field("low", row.interval?.low)
    json.field("high", row.interval?.high)
    json.field("method", row.interval?.method.rawValue)
  }

  private static func write(_ paragraph: MisreadParagraph, to json: inout JSONWriter) {
    json.field("article", paragraph.article)
    json.key("paragraph")
    if let number = paragraph.number { json.integer(number) } else { json.null() }
    json.field("text", paragraph.text)
    json.field("cost", paragraph.cost)
    json.array("tags", paragraph.tags) { json, error in
      json.object { json in
        json.field("tag", error.tag)
        json.field("right", error.right)
        json.field("given", error.given)
      }
    }
    json.array("missed", paragraph.missed)
    json.array("extra", paragraph.extra)
    json.array("rules", paragraph.rules)
  }

  /// A header, in the language of `words`, and one row a figure.
  package func csv(_ words: ReportWords = ReportWords()) -> [UInt8] {
    var csv = CSVWriter()
    var header = CSVHeader()
    header.add(
      [
        .of, .part, .name, .subject, .item, .measure, .count, .total, .value, .low, .high, .method,
      ], words)
    header.write(to: &csv)
    for (side, row) in figures {
      csv.row([
        .text(side), .text(row.part.rawValue), .text(row.name), .text(row.subject),
        .text(row.item), .text(row.measure), row.count.map { .integer($0) } ?? .empty,
        row.total.map { .integer($0) } ?? .empty, .init(row.value), .init(row.interval?.low),
        .init(row.interval?.high), .init(row.interval?.method.rawValue),
      ])
    }
    return csv.bytes
  }
}
