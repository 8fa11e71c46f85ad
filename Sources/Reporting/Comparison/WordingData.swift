import Comparison
import CorpusStatistics
import RuleLanguage

/// Writes what a comparison says of wording for programs.
///
///     {"frame":{"articles","sentences","names":{kind:count},"least_characters"},
///      "groups":[{"group","shared","shared_with_other_groups","common_runs","formulas"}],
///      "articles":[{"source","shared","sentences","shared_with_other_groups","common_runs",
///        "runs","formula_characters","characters"}],
///      "clusters":[{"text","articles","groups","first":place,"first_date","undated",
///        "sentences":[place]}],
///      "contrasts":[{"group","against","terms":[{"feature","basis","strengths","totals",
///        "background","first":[term],"second":[term],"single_source":[term],"reason"}],
///        "divergences":[{"table","divergence","by_chance","excess","p","p_adjusted","reason"}],
///        "gaps":[{"score","basis","articles","gap","kept_under_weights","weight_draws","reason",
///          "splits":[{"level","parts":[{"name","slot","means","contribution","gap_without",
///          "decides","share","p","p_adjusted","first":[place],"second":[place]}],"unlisted",
///          "remainder"}]}]}],
///      "timelines":[{"unit","undated","outside","reason","points":[{"period","group","articles","figures":
///        {measure:figure},"shared"}]}],
///      "sentences":[{"template","contrast","en","zh"}]}
///
/// `first` is the sentence that counts where repeats are left out, null where dates do not tell it.
/// A figure is `{"n","count","total","estimate","low","high","reason"}`; a place `{"source",
/// "paragraph" from 1, "text"}` with names hidden; a term `{"term","slot","counts","articles","z":
/// [usual prior, a fifth, five times],"delta","sign_holds","examples":[place]}`.
struct WordingData {
  private let wording: WordingComparison
  private let result: ComparisonResult

  init(_ wording: WordingComparison, _ result: ComparisonResult) {
    self.wording = wording
    self.result = result
  }

  private var language: LanguageResult { wording.language }

  func write(to json: inout JSONWriter) {
    json.object("frame") { json in
      json.field("articles", language.frame.articles)
      json.field("sentences", language.frame.sentences)
      json.object("names") { json in
        for name in language.frame.names { json.field(name.name ?? "unknown", name.count) }
      }
      json.field("least_characters", language.frame.leastCharacters)
    }
    json.array("groups", Array(zip(result.groups, language.groups))) { json, pair in
      json.object { json in
        json.field("group", pair.0.name)
        write("shared", pair.1.reuse, to: &json)
        write("shared_with_other_groups", pair.1.foreignReuse, to: &json)
        write("common_runs", pair.1.commonness, to: &json)
        write("formulas", pair.1.lexicon, to: &json)
      }
    }
    json.array("articles", Array(wording.corpus.articles.indices)) { writeShares($1, to: &$0) }
    json.array("clusters", language.reuse.clusters) { write($1, to: &$0) }
    json.array("contrasts", language.contrasts) { write($1, to: &$0) }
    json.array("timelines", language.timelines) { write($1, to: &$0) }
    json.array("sentences", language.sentences) { json, sentence in
      json.object { json in
        json.field("template", sentence.template.rawValue)
        json.key("contrast")
        if let contrast = sentence.contrast { json.integer(contrast) } else { json.null() }
        json.field("en", sentence.text.en)
        json.field("zh", sentence.text.zh)
      }
    }
  }

  private func write(_ name: String, _ figure: Figure, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("n", figure.articles)
      if let count = figure.count, let total = figure.total {
        json.field("count", count)
        json.field("total", total)
      }
      json.field("estimate", figure.estimate)
      json.field("low", figure.interval?.low)
      json.field("high", figure.interval?.high)
      json.field("reason", figure.reason?.name)
    }
  }

  private func writeShares(_ article: Int, to json: inout JSONWriter) {
    let reuse = language.reuse
    json.object { json in
      json.field("source", wording.corpus.articles[article].source)
      json.field("shared", reuse.shares[article].map { Double($0.reused) })
      json.field("sentences", reuse.shares[article].map { Double($0.passages) })
      json.field(
        "shared_with_other_groups", reuse.foreignShares[article].map { Double($0.reused) })
      json.field("common_runs", reuse.commonness[article].map { Double($0.formulaic) })
      json.field("runs", reuse.commonness[article].map { Double($0.total) })
      json.field("formula_characters", reuse.lexicon[article].map { Double($0.count) })
      json.field("characters", reuse.lexicon[article].map { Double($0.total) })
    }
  }

  private func write(_ cluster: ReuseFindings.Cluster, to json: inout JSONWriter) {
    json.object { json in
      json.field("text", cluster.text)
      json.field("articles", cluster.articles)
      json.key("groups")
      json.array(cluster.groups) { json, group in
        if let name = result.groups[group].name { json.string(name) } else { json.null() }
      }
      json.key("first")
      if let first = cluster.first { write(first, to: &json) } else { json.null() }
      json.field("first_date", cluster.firstDate)
      json.field("undated", cluster.undated)
      json.array("sentences", cluster.sentences) { write($1, to: &$0) }
    }
  }

  private func write(_ place: SentencePlace, to json: inout JSONWriter) {
    json.object { json in
      json.field("source", wording.corpus.articles[place.article].source)
      json.field("paragraph", place.paragraph + 1)
    }
  }

  private func write(_ places: [DirectivePlace], _ name: String, to json: inout JSONWriter) {
    json.array(name, places) { json, place in
      json.object { json in
        json.field("source", wording.corpus.articles[place.article].source)
        json.field("paragraph", place.paragraph + 1)
        json.field("text", wording.text(of: place))
      }
    }
  }

  // MARK: - Contrasts

  private func write(_ contrast: ContrastLanguage, to json: inout JSONWriter) {
    json.object { json in
      json.field("group", result.groups[contrast.contrast.first].name)
      json.field("against", contrast.contrast.second.flatMap { result.groups[$0].name })
      json.array("terms", contrast.terms) { write($1, to: &$0) }
      json.array("divergences", contrast.divergences) { json, row in
        json.object { json in
          json.field("table", row.table.rawValue)
          json.field("divergence", row.divergence?.divergence)
          json.field("by_chance", row.divergence?.nullMean)
          json.field("excess", row.divergence?.excess)
          json.field("p", row.divergence?.probability)
          json.field("p_adjusted", row.adjusted)
          json.field("reason", row.reason?.name)
        }
      }
      json.array("gaps", contrast.gaps) { write($1, to: &$0) }
    }
  }

  private func write(_ list: TermList, to json: inout JSONWriter) {
    json.object { json in
      json.field("feature", list.feature.rawValue)
      json.field("basis", list.basis.rawValue)
      json.key("strengths")
      json.array(list.strengths) { $0.number($1) }
      json.key("totals")
      json.array(list.totals) { $0.integer($1) }
      json.field("background", list.backgroundTotal)
      json.array("first", list.first) { write($1, to: &$0) }
      json.array("second", list.second) { write($1, to: &$0) }
      json.array("single_source", list.singleSource) { write($1, to: &$0) }
      json.field("reason", list.reason?.name)
    }
  }

  private func write(_ term: TermList.Term, to json: inout JSONWriter) {
    json.object { json in
      json.field("term", term.text)
      json.field("slot", term.slot)
      json.key("counts")
      json.array(term.counts) { $0.integer($1) }
      json.key("articles")
      json.array(term.articles) { $0.integer($1) }
      json.key("z")
      json.array(term.estimates) { $0.number($1.z) }
      json.field("delta", term.estimates.first?.delta)
      json.field("sign_holds", term.signHolds)
      write(term.examples, "examples", to: &json)
    }
  }

  private func write(_ gap: ScoreGap, to json: inout JSONWriter) {
    json.object { json in
      json.field("score", gap.score)
      json.field("basis", gap.basis.rawValue)
      json.key("articles")
      json.array(gap.articles) { $0.integer($1) }
      json.field("gap", gap.gap)
      json.field("kept_under_weights", gap.keptUnderWeights)
      json.field("weight_draws", gap.weightDraws)
      json.field("reason", gap.reason?.name)
      json.array("splits", gap.splits) { json, split in
        json.object { json in
          json.field("level", split.level.rawValue)
          json.array("parts", split.parts) { write($1, to: &$0) }
          json.field("unlisted", split.unlisted)
          json.field("remainder", split.remainder)
        }
      }
    }
  }

  private func write(_ part: ScoreGap.Part, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", part.name)
      json.field("slot", part.slot)
      json.key("means")
      json.array(part.contribution.means) { $0.number($1) }
      json.field("contribution", part.contribution.contribution)
      json.field("gap_without", part.contribution.gapWithout)
      json.field("decides", part.contribution.decides)
      json.field("share", part.contribution.share)
      json.field("p", part.test?.probability)
      json.field("p_adjusted", part.adjusted)
      write(part.first, "first", to: &json)
      write(part.second, "second", to: &json)
    }
  }

  // MARK: - Time

  private func write(_ timeline: Timeline, to json: inout JSONWriter) {
    json.object { json in
      json.field("unit", timeline.unit.rawValue)
      json.field("undated", timeline.undated)
      json.field("outside", timeline.outside)
      json.field("reason", timeline.reason?.name)
      json.array("points", timeline.points) { json, point in
        json.object { json in
          json.field("period", point.period)
          json.field("group", result.groups[point.group].name)
          json.field("articles", point.articles.count)
          json.object("figures") { json in
            for (measure, figure) in zip(timeline.measures, point.figures) {
              write(measure.id, figure, to: &json)
            }
          }
          write("shared", point.reuse, to: &json)
        }
      }
    }
  }
}
