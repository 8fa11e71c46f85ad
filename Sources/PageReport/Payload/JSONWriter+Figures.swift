import Comparison
import CorpusStatistics
import Reporting

extension JSONWriter {
  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  mutating func optional(_ value: Double?) {
    if let value { number(value) } else { null() }
  }

  mutating func optional(_ value: Int?) {
    if let value { integer(value) } else { null() }
  }

  /// `[articles,count,total,estimate,lowest,highest,low,high,reason]`.
  mutating func figure(_ figure: Figure) {
    row { json in
      json.integer(figure.articles)
      json.optional(figure.count)
      json.optional(figure.total)
      json.optional(figure.estimate)
      json.optional(figure.lowest)
      json.optional(figure.highest)
      json.optional(figure.interval?.low)
      json.optional(figure.interval?.high)
      json.reason(figure.reason)
    }
  }

  /// `[name]` or `[name,number]`, or null.
  mutating func reason(_ reason: Unsaid.Reason?) {
    guard let reason else { return null() }
    row { json in
      json.string(reason.name)
      if let count = reason.count { json.integer(count) }
    }
  }
}
