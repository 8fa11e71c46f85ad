package import Comparison
import CorpusStatistics

/// Writes a comparison for programs: `duban.comparison/2` as JSON, or tidy rows.
///
///     {"schema","frame":{"by","within","articles","articles_left_out","min_articles","dates":
///       [first,last],"undated","places":[{"name","count"}],"types":[…],"packs":[{"name","version",
///       "fingerprint","schema","articles"}],"mixed","seed","bootstrap_draws","permutation_draws",
///       "level","false_share"},
///      "groups":[{"group","articles":[source],"not_averaged":[source],"paragraphs","directives",
///       "size","types":[…],"dates"}],
///      "tables":[{"table","tests","families":[{"correction","tests"}],"rows":[…]}],
///      "weights":[{"measure","draws","concentration","agreement_with_equal","agreement_low",
///       "reason"}],
///      "unsaid":[{"group","reason","count"}],"wording":{…},"without_repeats":{"tables"},"note"}
///
/// `wording` is there where it was asked for (see `WordingData`), and with it the same tables for the
/// articles without sentences that another article had first, or may have had.
///
/// A row is `{"statistic","group","stratum","against","measure","n","count","total","estimate",
/// "low","high","method","lowest","highest","points","p","p_adjusted","correction","simpson",
/// "reason"}`: `mean` is the mean of the articles' own figures, `standardised` the same with every stratum
/// weighing the same, `pooled` drawn towards the other groups, `difference` first minus second side
/// (`against` null: all other groups), with n the articles of the smaller side. `count` and `total`
/// pool the articles that are averaged. Of scores besides: `all-low` and `all-high`, the mean with every
/// directive at its lowest or highest; `equal-weights`, with all parts weighing the same; `order-kept`
/// for each pair of groups, the share (`count` of `total`) of draws of other weights that keep their
/// order. `points` are the figures of all articles where there are
/// fewer than 20. What is null has a `reason`. Shares go from 0 to 1, scores
/// from 0 to 100. As NDJSON and CSV the rows stand alone, each with key, seed, fingerprint and
/// schema.
package struct ComparisonData: Sendable {
  /// The form of the JSON and of the rows.
  package static let schema = "duban.comparison/2"

  let result: ComparisonResult
  private let corpus: Corpus
  private let wording: WordingComparison?

  /// `corpus` is what was compared; `wording` is nil where it was not asked for.
  package init(
    _ result: ComparisonResult, corpus: Corpus, wording: WordingComparison? = nil
  ) {
    self.result = result
    self.corpus = corpus
    self.wording = wording
  }

  /// The whole comparison as one object on one line.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", ComparisonData.schema)
      json.object("frame") { write(result.frame, to: &$0) }
      json.array("groups", result.groups) { json, group in
        json.object { json in write(group, to: &json) }
      }
      write(result.tables, to: &json)
      json.array("weights", result.reliability) { json, reliability in
        json.object { json in
          json.field("measure", reliability.measure.id)
          json.field("draws", reliability.draws)
          json.field("concentration", OrderStability.usualConcentration)
          json.field("agreement_with_equal", reliability.agreementWithEqual)
          json.field("agreement_low", reliability.lowAgreement)
          json.field("reason", reliability.reason?.name)
        }
      }
      json.array("unsaid", result.unsaid) { json, unsaid in
        json.object { json in
          json.field("group", unsaid.group.map { result.groups[$0].name } ?? unsaid.name)
          json.field("reason", unsaid.reason.name)
          json.key("count")
          if let count = unsaid.reason.count { json.integer(count) } else { json.null() }
        }
      }
      if let wording {
        json.object("wording") { WordingData(wording, result).write(to: &$0) }
        json.object("without_repeats") {
          write(wording.withoutRepeats.tables, isRepeatFree: true, to: &$0)
        }
      }
      json.field("note", ReportWords()[.standingNote])
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// What means hang on is told of all sentences alone.
  private func write(
    _ tables: [ProfileTable], isRepeatFree: Bool = false, to json: inout JSONWriter
  ) {
    json.array("tables", tables) { json, table in
      json.object { json in
        json.field("table", table.table.rawValue)
        json.field("tests", table.tests)
        json.array("families", table.families) { json, family in
          json.object { json in
            json.field("correction", family.correction.rawValue)
            json.field("tests", family.tests)
          }
        }
        let alone = ComparisonResult(
          frame: result.frame, groups: result.groups, strata: result.strata,
          contrasts: result.contrasts, tables: [table],
          reliability: isRepeatFree ? [] : result.reliability, unsaid: [])
        json.array("rows", ComparisonRow.all(alone)) { json, row in
          json.object { json in write(row, to: &json) }
        }
      }
    }
  }

  /// One object a row, each complete in itself.
  package func ndjson() -> [UInt8] {
    var json = JSONWriter()
    var bytes: [UInt8] = []
    for (basis, row) in rows {
      json = JSONWriter()
      json.object { json in
        json.field("schema", ComparisonData.schema)
        json.field("by", result.frame.key)
        json.field("within", result.frame.within)
        write(row, to: &json)
        json.field("basis", basis.rawValue)
        json.field("seed", Int(clamping: result.frame.seed))
        json.field("draws", result.frame.bootstrapDraws)
        json.field("fingerprint", fingerprints)
        json.field("mixed", result.frame.isMixed)
      }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  /// The rows of all text, then those without repeats where wording was asked for.
  var rows: [(TextBasis, ComparisonRow)] {
    ComparisonRow.all(result).map { (.all, $0) }
      + (wording.map { ComparisonRow.all($0.withoutRepeats) } ?? []).map { (.withoutRepeats, $0) }
  }

  var fingerprints: String {
    result.frame.packs.map(\.pack.fingerprint).joined(separator: " ")
  }

  private func write(_ frame: ComparisonFrame, to json: inout JSONWriter) {
    json.field("by", frame.key)
    json.field("within", frame.within)
    json.field("articles", frame.articles)
    json.field("articles_left_out", frame.articlesLeftOut)
    json.field("min_articles", frame.minimumArticles)
    json.field("dates", frame.dates)
    json.field("undated", frame.undated)
    json.field("places", frame.places)
    json.field("types", frame.types)
    json.array("packs", frame.packs) { json, pack in
      json.object { json in
        json.field("name", pack.pack.name)
        json.field("version", pack.pack.version)
        json.field("fingerprint", pack.pack.fingerprint)
        json.field("schema", pack.pack.schema)
        json.field("articles", pack.articles)
      }
    }
    json.field("mixed", frame.isMixed)
    json.field("seed", Int(clamping: frame.seed))
    json.field("bootstrap_draws", frame.bootstrapDraws)
    json.field("permutation_draws", frame.permutationDraws)
    json.field("level", frame.level)
    json.field("false_share", frame.falseShare)
  }

  private func write(_ group: ComparedGroup, to json: inout JSONWriter) {
    json.field("group", group.name)
    json.array("articles", group.articles.map { corpus.articles[$0].source })
    json.array("not_averaged", group.notAveraged.map { corpus.articles[$0].source })
    json.field("paragraphs", group.paragraphs)
    json.field("directives", group.directives)
    json.field("size", group.showable.size.rawValue)
    json.field("types", group.types)
    json.field("dates", group.dates)
  }

  private func write(_ row: ComparisonRow, to json: inout JSONWriter) {
    json.field("statistic", row.statistic.rawValue)
    json.field("group", row.group)
    if let stratum = row.stratum { json.field("stratum", stratum.name ?? "unknown") }
    if row.isPair { json.field("against", row.against) }
    json.field("measure", row.measure.id)
    json.field("n", row.figure.articles)
    if let count = row.figure.count, let total = row.figure.total {
      json.field("count", count)
      json.field("total", total)
    }
    json.field("estimate", row.figure.estimate)
    json.field("low", row.figure.interval?.low)
    json.field("high", row.figure.interval?.high)
    json.field("method", row.method)
    if !row.isPair {
      json.field("lowest", row.figure.lowest)
      json.field("highest", row.figure.highest)
      json.array("points", row.figure.points) { $0.number($1) }
    }
    if let contrast = row.contrast {
      json.field("p", contrast.test?.probability)
      json.field("p_adjusted", contrast.adjusted)
      json.field("correction", contrast.correction?.rawValue)
      json.field("simpson", contrast.simpson?.finding.rawValue)
    }
    json.field("reason", row.figure.reason?.name)
  }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: String, _ range: ClosedRange<String>?) {
    key(name)
    guard let range else { return null() }
    array([range.lowerBound, range.upperBound]) { $0.string($1) }
  }

  fileprivate mutating func field(_ name: String, _ counts: [ComparisonFrame.NamedCount]) {
    array(name, counts) { json, count in
      json.object { json in
        json.field("name", count.name)
        json.field("count", count.count)
      }
    }
  }
}
