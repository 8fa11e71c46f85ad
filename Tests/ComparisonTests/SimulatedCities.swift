import Analysis
import Comparison
import CorpusStatistics
import RuleLanguage
import SourceText

/// Articles made by chance, with what is true of them known.
enum SimulatedCities {
  static let slots = ["action", "closure", "method", "object", "target", "time"]

  /// A directive: its words and the values of its slots with the words that earned them.
  struct Order {
    var text: String
    var slots: [(name: String, value: Double, words: String)] = []
  }

  static let noRules = RulePack(
    name: "none", version: "1", title: LocalizedText(en: "none"), fingerprint: "0", files: [],
    labels: [], lexicons: [], patterns: [], values: [], rules: [], stages: [], scores: [],
    directives: nil, confidenceFloor: 0)

  /// An article with one paragraph, each order a sentence of it that ends with a stop.
  static func article(
    _ source: String, place: String, date: String? = nil, _ orders: [Order]
  ) -> CorpusArticle {
    var text = ""
    var directives: [DirectiveResult] = []
    for order in orders {
      let start = text.utf8.count
      text += order.text + "。"
      let span = SourceSpan(start, start + order.text.utf8.count)
      let slots = order.slots.map { slot -> SlotResult in
        let range = order.text.firstRange(of: slot.words)
        let place = range.map { range -> SourceSpan in
          let from = order.text.utf8.distance(from: order.text.startIndex, to: range.lowerBound)
          return SourceSpan(start + from, start + from + slot.words.utf8.count)
        }
        return SlotResult(
          name: slot.name, value: slot.value, lowValue: slot.value, text: slot.words, bytes: place,
          inText: place, rule: "\(slot.name)/rule", flags: [])
      }
      let parts = order.slots.map { ScoreResult.Part(name: $0.name, points: 20 * $0.value) }
      let score = Int(parts.reduce(0) { $0 + $1.points }.rounded())
      directives.append(
        DirectiveResult(
          text: order.text, bytes: span, inText: span, classification: "directive",
          obligorKind: nil, slots: slots,
          scores: [
            ScoreResult(
              name: "clarity", score: score, low: score, high: score, parts: parts,
              adjustments: [], band: nil, inContext: nil,
              course: ScoreCourse(times: 1, plus: 0, least: 0, most: 100))
          ], tail: nil, isExcluded: false))
    }
    let paragraph = ParagraphResult(
      index: 1, zone: "body", line: 1, bytes: SourceSpan(0, text.utf8.count), text: text, tags: [],
      via: "directive", directives: directives)
    var fields = [("place", place)]
    if let date { fields.append(("date", date)) }
    return CorpusArticle(
      AnalysisResult(
        source: source,
        metadata: Metadata(
          fields: fields.map {
            Metadata.Field(name: $0.0, value: $0.1, bytes: nil, rule: nil)
          }), paragraphs: [paragraph], otherBlocks: [],
        scores: DocumentScores(
          means: [], directives: directives.count, actionableShare: nil, exhortationShare: nil,
          slotFill: []), noise: [], notices: []),
      pack: PackIdentity(name: "none", version: "1", fingerprint: "0", schema: "s"))
  }

  /// What the parts of the score weigh.
  static let weights = ScoreWeights(
    name: "clarity",
    parts: ["time", "action", "bearer"].map { ScoreWeights.Part(name: $0, full: 20) })

  /// Two cities with `count` articles each.
  ///
  /// An article fills each slot with a chance of its own
  /// around one half; in the first city that of `planted` is higher by `effect`.
  static func pair(
    count: Int, planted: String? = nil, effect: Double = 0, seed: UInt64
  ) -> [CorpusArticle] {
    var stream = RandomStream(seed: seed, label: "cities")
    return (0..<2 * count).map { index in
      let isFirst = index < count
      let chances = slots.map { slot in
        0.45 + 0.15 * stream.normal() + (isFirst && slot == planted ? effect : 0)
      }
      let orders = (0..<5 + stream.index(below: 5)).map { _ -> Order in
        // Too short for anybody's sentence: wording is not what these articles are about.
        let text = han(8, &stream)
        return Order(
          text: text,
          slots: zip(slots, chances).compactMap { slot, chance in
            stream.fraction() < chance ? (slot, 1, String(text.prefix(3))) : nil
          })
      }
      return article("\(index)", place: isFirst ? "A" : "B", orders)
    }
  }

  /// That many characters of Han script by chance.
  static func han(_ count: Int, _ stream: inout RandomStream) -> String {
    var text = ""
    for _ in 0..<count {
      if let scalar = Unicode.Scalar(0x4E00 + UInt32(stream.index(below: 20_000))) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The articles with the group of each.
  static func corpus(
    _ articles: [CorpusArticle], groups: [Int?], pack: RulePack = noRules
  ) throws -> WordingCorpus {
    try WordingCorpus(articles, groups: groups, pack: pack, seed: 1)
  }
}
