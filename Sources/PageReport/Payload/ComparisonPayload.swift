import Comparison
import CorpusStatistics
import Reporting

/// Writes a comparison for the script of a page.
///
///     {"by","within","articles","leftOut","minimum","dates":[first,last],"undated",
///      "places":[[name,count]],"types":[[name,count]],"packs":[{"name","version","fingerprint",
///      "articles"}],"seed","bootstrap","permutations","level","falseShare",
///      "groups":[{"name","articles":[position],"notAveraged":[position],"paragraphs","directives",
///        "types":[[name,count]],"dates"}],"strata":[name],
///      "contrasts":[{"first","second","declared"}],
///      "tables":[{"table","tests","rows":[{"name","level","groups":[{"f":figure,"pooled",
///        "strata":[figure],"standardised":figure}],"contrasts":[difference]}]}],
///      "withoutRepeats":[table],"unsaid":[{"group","name","reason","n"}]}
///     figure      [articles,count,total,estimate,lowest,highest,low,high,reason]
///     difference  [difference,low,high,p,method,adjusted,correction,simpson,reason]
///     reason      [name] or [name,number]
struct ComparisonPayload {
  let result: ComparisonResult
  /// The tables of `result`, row by row, with repeated sentences left out; nil where nobody looked.
  var withoutRepeats: [ProfileTable]?

  func write(to json: inout JSONWriter) {
    let frame = result.frame
    json.object { json in
      json.field("by", frame.key)
      json.field("within", frame.within)
      json.field("articles", frame.articles)
      json.field("leftOut", frame.articlesLeftOut)
      json.field("minimum", frame.minimumArticles)
      write("dates", frame.dates, to: &json)
      json.field("undated", frame.undated)
      write("places", frame.places, to: &json)
      write("types", frame.types, to: &json)
      json.array("packs", frame.packs) { json, each in
        json.object { json in
          json.field("name", each.pack.name)
          json.field("version", each.pack.version)
          json.field("fingerprint", each.pack.fingerprint)
          json.field("articles", each.articles)
        }
      }
      json.field("seed", String(frame.seed))
      json.field("bootstrap", frame.bootstrapDraws)
      json.field("permutations", frame.permutationDraws)
      json.field("level", frame.level)
      json.field("falseShare", frame.falseShare)
      json.array("groups", result.groups) { json, group in write(group, to: &json) }
      json.array("strata", result.strata) { json, name in json.optional(name) }
      json.array("contrasts", result.contrasts) { json, contrast in
        json.object { json in
          json.field("first", contrast.first)
          json.key("second")
          if let second = contrast.second { json.integer(second) } else { json.null() }
          json.field("declared", contrast.isDeclared)
        }
      }
      json.array("tables", result.tables, write)
      if let withoutRepeats { json.array("withoutRepeats", withoutRepeats, write) }
      json.array("unsaid", result.unsaid) { json, unsaid in write(unsaid, to: &json) }
    }
  }

  private func write(
    _ name: String, _ dates: ClosedRange<String>?, to json: inout JSONWriter
  ) {
    json.key(name)
    guard let dates else { return json.null() }
    json.array([dates.lowerBound, dates.upperBound]) { $0.string($1) }
  }

  private func write(
    _ name: String, _ counts: [ComparisonFrame.NamedCount], to json: inout JSONWriter
  ) {
    json.array(name, counts) { json, count in
      json.row { json in
        json.optional(count.name)
        json.integer(count.count)
      }
    }
  }

  private func write(_ group: ComparedGroup, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", group.name)
      json.array("articles", group.articles) { $0.integer($1) }
      json.array("notAveraged", group.notAveraged) { $0.integer($1) }
      json.field("paragraphs", group.paragraphs)
      json.field("directives", group.directives)
      write("types", group.types, to: &json)
      write("dates", group.dates, to: &json)
    }
  }

  private func write(_ json: inout JSONWriter, _ table: ProfileTable) {
    json.object { json in
      json.field("table", table.table.rawValue)
      json.field("tests", table.tests)
      json.array("rows", table.rows) { json, row in write(row, to: &json) }
    }
  }

  private func write(_ row: MeasureRow, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", row.measure.name)
      json.field("level", row.measure.level)
      json.array("groups", row.groups) { json, group in
        json.object { json in
          json.key("f")
          json.figure(group.all)
          if let pooled = group.pooled { json.field("pooled", pooled) }
          if !group.strata.isEmpty {
            json.array("strata", group.strata) { json, figure in json.figure(figure) }
          }
          if let standardised = group.standardised {
            json.key("standardised")
            json.figure(standardised)
          }
        }
      }
      json.array("contrasts", row.contrasts) { json, figure in write(figure, to: &json) }
    }
  }

  private func write(_ figure: ContrastFigure, to json: inout JSONWriter) {
    json.row { json in
      json.optional(figure.difference)
      json.optional(figure.interval?.low)
      json.optional(figure.interval?.high)
      json.optional(figure.test?.probability)
      json.optional(figure.test.flatMap(Self.method))
      json.optional(figure.adjusted)
      json.optional(figure.correction?.rawValue)
      json.optional(figure.simpson?.finding.rawValue)
      json.reason(figure.reason)
    }
  }

  private static func method(of test: PermutationTest) -> String? {
    guard case .tested(let result) = test else { return nil }
    return switch result.method {
    case .exact: "exact"
    case .monteCarlo: "random"
    }
  }

  private func write(_ unsaid: Unsaid, to json: inout JSONWriter) {
    json.object { json in
      if let group = unsaid.group { json.field("group", group) }
      if let name = unsaid.name { json.field("name", name) }
      json.key("reason")
      json.reason(unsaid.reason)
    }
  }
}
