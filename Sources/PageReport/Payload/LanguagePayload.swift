import Comparison
import CorpusStatistics
import Reporting
import RuleLanguage

/// Writes what a comparison says of wording for the script of a page.
///
///     {"sentenceCount","leastCharacters","clusters":[{"t":text,"a":articles,"g":[group],"date",
///        "undated","s":[[article,paragraph]]}],"clusterCount",
///      "groups":[{"reuse":figure,"foreignReuse":figure,"commonness":figure,"lexicon":figure}],
///      "contrasts":[{"terms":[{"feature","basis","totals","strengths","first":[term],
///        "second":[term],"single":[term],"reason"}],
///        "divergences":[{"table","bits","null","excess","p","adjusted","reason"}],
///        "gaps":[{"score","basis","gap","articles","kept","draws","reason",
///          "splits":[{"level","parts":[part],"unlisted","remainder"}]}]}],
///      "sentences":[{"contrast","en","zh"}],
///      "phases":{"scores":[name],"points":[[phase,group,[article],[figure]]],"undated",
///        "outside"}}
///     term  [slot,text,[uses],[articles],[[delta,z]],holds,[[article,paragraph,directive]]]
///     part  [name,slot,contribution,share,[mean],decides,adjusted,[place of first],[of second]]
struct LanguagePayload {
  /// Of long lists the first are shown.
  private static let mostClusters = 100
  private static let mostTerms = 15
  private static let mostPlaces = 60

  /// Names are hidden in its texts already.
  let result: LanguageResult

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("sentenceCount", result.frame.sentences)
      json.field("leastCharacters", result.frame.leastCharacters)
      json.field("clusterCount", result.reuse.clusters.count)
      json.array("clusters", result.reuse.clusters.prefix(Self.mostClusters)) { json, cluster in
        write(cluster, to: &json)
      }
      json.array("groups", result.groups) { json, group in
        json.object { json in
          for (name, figure) in [
            ("reuse", group.reuse), ("foreignReuse", group.foreignReuse),
            ("commonness", group.commonness), ("lexicon", group.lexicon),
          ] {
            json.key(name)
            json.figure(figure)
          }
        }
      }
      json.array("contrasts", result.contrasts) { json, contrast in
        json.object { json in
          json.array("terms", contrast.terms) { json, list in write(list, to: &json) }
          json.array("divergences", contrast.divergences) { json, each in write(each, to: &json) }
          json.array("gaps", contrast.gaps) { json, gap in write(gap, to: &json) }
        }
      }
      json.array("sentences", result.sentences) { json, sentence in
        json.object { json in
          if let contrast = sentence.contrast { json.field("contrast", contrast) }
          json.field("en", sentence.text.en)
          json.field("zh", sentence.text.zh)
        }
      }
      if let timeline = result.timelines.first(where: { $0.unit == .phase }) {
        json.object("phases") { json in write(timeline, to: &json) }
      }
    }
  }

  private func write(_ timeline: Timeline, to json: inout JSONWriter) {
    let scores = timeline.measures.indices.filter { timeline.measures[$0].table == .scores }
    json.array("scores", scores) { json, score in json.string(timeline.measures[score].name) }
    json.array("points", timeline.points) { json, point in
      json.row { json in
        json.string(point.period)
        json.integer(point.group)
        json.array(point.articles) { $0.integer($1) }
        json.array(scores) { json, score in json.figure(point.figures[score]) }
      }
    }
    json.field("undated", timeline.undated)
    json.field("outside", timeline.outside)
  }

  private func write(_ cluster: ReuseFindings.Cluster, to json: inout JSONWriter) {
    json.object { json in
      json.field("t", cluster.text)
      json.field("a", cluster.articles)
      json.array("g", cluster.groups) { $0.integer($1) }
      json.field("date", cluster.firstDate)
      json.field("undated", cluster.undated)
      json.array("s", cluster.sentences.prefix(Self.mostPlaces)) { json, place in
        json.array([place.article, place.paragraph]) { $0.integer($1) }
      }
    }
  }

  private func write(_ list: TermList, to json: inout JSONWriter) {
    json.object { json in
      json.field("feature", list.feature.rawValue)
      json.field("basis", list.basis.rawValue)
      json.array("totals", list.totals) { $0.integer($1) }
      json.array("strengths", list.strengths) { $0.number($1) }
      for (name, terms) in [
        ("first", list.first), ("second", list.second), ("single", list.singleSource),
      ] {
        json.array(name, terms.prefix(Self.mostTerms)) { json, term in write(term, to: &json) }
      }
      json.key("reason")
      json.reason(list.reason)
    }
  }

  private func write(_ term: TermList.Term, to json: inout JSONWriter) {
    json.row { json in
      json.optional(term.slot)
      json.string(term.text)
      json.array(term.counts) { $0.integer($1) }
      json.array(term.articles) { $0.integer($1) }
      json.array(term.estimates) { json, estimate in
        json.array([estimate.delta, estimate.z]) { $0.number($1) }
      }
      json.boolean(term.signHolds)
      json.array(term.examples, place)
    }
  }

  private func place(_ json: inout JSONWriter, _ place: DirectivePlace) {
    json.array([place.article, place.paragraph, place.directive]) { $0.integer($1) }
  }

  private func write(_ divergence: Divergence, to json: inout JSONWriter) {
    json.object { json in
      json.field("table", divergence.table.rawValue)
      json.field("bits", divergence.divergence?.divergence)
      json.field("null", divergence.divergence?.nullMean)
      json.field("excess", divergence.divergence?.excess)
      json.field("p", divergence.divergence?.probability)
      json.field("adjusted", divergence.adjusted)
      json.key("reason")
      json.reason(divergence.reason)
    }
  }

  private func write(_ gap: ScoreGap, to json: inout JSONWriter) {
    json.object { json in
      json.field("score", gap.score)
      json.field("basis", gap.basis.rawValue)
      json.field("gap", gap.gap)
      json.array("articles", gap.articles) { $0.integer($1) }
      json.field("kept", gap.keptUnderWeights)
      json.field("draws", gap.weightDraws)
      json.array("splits", gap.splits) { json, split in
        json.object { json in
          json.field("level", split.level.rawValue)
          json.array("parts", split.parts) { json, part in write(part, to: &json) }
          json.field("unlisted", split.unlisted)
          json.field("remainder", split.remainder)
        }
      }
      json.key("reason")
      json.reason(gap.reason)
    }
  }

  private func write(_ part: ScoreGap.Part, to json: inout JSONWriter) {
    json.row { json in
      json.string(part.name)
      json.string(part.slot)
      json.number(part.contribution.contribution)
      json.optional(part.contribution.share)
      json.array(part.contribution.means) { $0.number($1) }
      json.boolean(part.contribution.decides)
      json.optional(part.adjusted)
      json.array(part.first, place)
      json.array(part.second, place)
    }
  }
}
