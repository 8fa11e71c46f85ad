import CorpusStatistics

/// Counts the pairs of all articles and puts the statistics over them together.
struct EvaluationFigures {
  let articles: [LabellingPairs]
  let draws: Int
  let seed: UInt64

  init(_ articles: [LabellingPairs], draws: Int, seed: UInt64) {
    self.articles = articles
    self.draws = draws
    self.seed = seed
  }

  func detection(
    _ label: String, _ counts: (LabellingPairs) -> DetectionCounts
  ) -> DetectionQuality {
    DetectionQuality(articles.map(counts), draws: draws, seed: seed, label: label)
  }

  func tag(_ name: String, levels: Int) -> Evaluation.Tag {
    var table = ConfusionTable(classes: levels + 1)
    var units: [CodedUnit] = []
    var (same, both) = (0, 0)
    for article in articles {
      for paragraph in article.paragraphs {
        let right = min(paragraph.truth?.tags[name] ?? 0, levels)
        let given = min(paragraph.given?.tags[name] ?? 0, levels)
        table.add(truth: right, given: given)
        units.append(CodedUnit(article: article.article.article, values: [right, given]))
        if right > 0 && given > 0 {
          both += 1
          if right == given { same += 1 }
        }
      }
    }
    return Evaluation.Tag(
      name: name,
      presence: detection("tag \(name)") { $0.tagCounts(name) }, levels: table,
      sameLevel: Evaluation.Share(count: same, total: both),
      alpha: agreement(units, values: levels + 1, label: "tag \(name)"))
  }

  var sameClass: Evaluation.Share {
    let known = frames.filter { $0.truth.classification != nil && $0.given.classification != nil }
    return Evaluation.Share(
      count: known.count { $0.truth.classification == $0.given.classification },
      total: known.count)
  }

  func slot(_ name: String) -> Evaluation.Slot {
    let filled = frames.compactMap { pair in
      pair.truth.slots[name].flatMap { right in
        pair.given.slots[name].map { (right: right, given: $0) }
      }
    }
    let worded = filled.compactMap { pair in
      pair.right.words.flatMap { right in pair.given.words.map { (right, $0) } }
    }
    return Evaluation.Slot(
      name: name, presence: detection("slot \(name)") { $0.slotCounts(name) },
      sameValue: Evaluation.Share(
        count: filled.count {
          $0.right.values.overlaps($0.given.values, within: SlotTolerance.labelled)
        },
        total: filled.count),
      sameWords: Evaluation.Share(
        count: worded.count { Self.sharesWords($0.0, $0.1) }, total: worded.count),
      wordOverlap: worded.isEmpty
        ? nil : worded.reduce(0) { $0 + Self.overlap($1.0, $1.1) } / Double(worded.count),
      alpha: slotAgreement(name))
  }

  func score(_ name: String) -> Evaluation.Score {
    var pairs: [(right: Double, given: Double)] = []
    var clusters: [BootstrapArticle] = []
    for article in articles {
      let own = article.frames.compactMap { pair in
        pair.truth.scores[name].flatMap { right in
          pair.given.scores[name].map { (right: right, given: $0) }
        }
      }
      pairs += own
      clusters.append(
        BootstrapArticle(values: [
          WeightedValue(
            value: own.reduce(0) { $0 + abs($1.given - $1.right) }, weight: Double(own.count))
        ]))
    }
    let bootstrap = ClusterBootstrap(clusters, draws: draws, seed: seed, label: "score \(name)")
    let bias = pairs.reduce(0) { $0 + $1.given - $1.right } / Double(max(1, pairs.count))
    return Evaluation.Score(
      name: name, pairs: pairs.count,
      error: meanAbsoluteError(pairs.map(\.given), pairs.map(\.right)),
      errorInterval: clusters.isEmpty ? nil : bootstrap.interval(0),
      bias: pairs.isEmpty ? nil : bias,
      rankCorrelation: spearmanCorrelation(pairs.map(\.given), pairs.map(\.right)))
  }

  private var frames: [LabellingPairs.Frames] { articles.flatMap(\.frames) }

  /// Alpha over the ranks of the values that occur, 0 for an empty slot.
  private func slotAgreement(_ name: String) -> Evaluation.Agreement {
    func value(_ frame: Labelling.Frame) -> Double {
      guard let values = frame.slots[name]?.values else { return 0 }
      return (values.lowerBound + values.upperBound) / 2
    }
    let ranks = Set(frames.flatMap { [value($0.truth), value($0.given)] }).sorted()
    func rank(_ frame: Labelling.Frame) -> Int {
      ranks.firstIndex(of: value(frame)) ?? 0
    }
    let units = articles.flatMap { article in
      article.frames.map { pair in
        CodedUnit(article: article.article.article, values: [rank(pair.truth), rank(pair.given)])
      }
    }
    return agreement(units, values: max(1, ranks.count), label: "slot \(name)")
  }

  private func agreement(
    _ units: [CodedUnit], values: Int, label: String
  ) -> Evaluation.Agreement {
    Evaluation.Agreement(
      alpha: KrippendorffAlpha(units, values: values),
      interval: KrippendorffAlpha.bootstrap(
        units, values: values, draws: draws, seed: seed, label: label))
  }

  /// Whether words of the one side and of the other have two letters in a row in common, or one is a single
  /// letter of the other.
  static func sharesWords(_ left: String, _ right: String) -> Bool {
    func words(_ text: String) -> [ComparableText] {
      text.split(separator: Labelling.Slot.separator).map { ComparableText(String($0)) }
    }
    let right = words(right)
    return words(left).contains { left in right.contains { sharesRun(left, $0) } }
  }

  /// Twice the letters that both have, divided by the letters of both.
  ///
  /// - Complexity: O(letters).
  static func overlap(_ left: String, _ right: String) -> Double {
    let (left, right) = (ComparableText(left).scalars, ComparableText(right).scalars)
    var rest = Dictionary(left.map { ($0, 1) }, uniquingKeysWith: +)
    var common = 0
    for letter in right where rest[letter, default: 0] > 0 {
      rest[letter, default: 0] -= 1
      common += 1
    }
    return left.isEmpty && right.isEmpty ? 0 : Double(2 * common) / Double(left.count + right.count)
  }

  private static func sharesRun(_ left: ComparableText, _ right: ComparableText) -> Bool {
    let size = min(2, left.scalars.count, right.scalars.count)
    guard size > 0 else { return false }
    func runs(_ text: ComparableText) -> Set<ArraySlice<Unicode.Scalar>> {
      Set((0...(text.scalars.count - size)).map { text.scalars[$0..<$0 + size] })
    }
    return !runs(left).isDisjoint(with: runs(right))
  }
}

extension ClosedRange<Double> {
  fileprivate func overlaps(_ other: ClosedRange<Double>, within slack: Double) -> Bool {
    lowerBound - slack <= other.upperBound && other.lowerBound <= upperBound + slack
  }
}

extension LabellingPairs {
  var frames: [Frames] { paragraphs.flatMap(\.frames) }

  var paragraphCounts: DetectionCounts {
    DetectionCounts(paragraphs.map { ($0.truth != nil, $0.given != nil) })
  }

  func tagCounts(_ name: String) -> DetectionCounts {
    DetectionCounts(
      paragraphs.map { ($0.truth?.tags[name] ?? 0 > 0, $0.given?.tags[name] ?? 0 > 0) })
  }

  var directiveCounts: DetectionCounts {
    paragraphs.reduce(.none) { sum, paragraph in
      sum
        + DetectionCounts(
          hits: paragraph.frames.count, falseAlarms: paragraph.extra.count,
          misses: paragraph.missed.count)
    }
  }

  func slotCounts(_ name: String) -> DetectionCounts {
    DetectionCounts(frames.map { ($0.truth.slots[name] != nil, $0.given.slots[name] != nil) })
  }
}
