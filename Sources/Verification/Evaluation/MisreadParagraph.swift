/// A paragraph that was read wrong, with what misled.
package struct MisreadParagraph: Sendable, Hashable {
  /// Its name in the right labelling.
  package let article: String
  /// 1-based among the right body paragraphs; nil for text that is no body paragraph.
  package let number: Int?
  /// As the right labelling has it, or the other where it is no paragraph there.
  package let text: String
  /// What it costs: a level of a tag 1, a directive missed or invented 1, a score a hundredth a
  /// point.
  package let cost: Double
  /// Tags whose level differs.
  package let tags: [TagError]
  /// Words of directives that were not found.
  package let missed: [String]
  /// Words of directives that are none.
  package let extra: [String]
  /// Rules behind what is wrong, those of most errors first.
  package let rules: [String]

  /// A tag with both levels, which differ.
  package struct TagError: Sendable, Hashable {
    /// Name of the tag in the pack.
    package let tag: String
    /// The right level, from 1; 0 for absent.
    package let right: Int
    /// The level that was given, from 1; 0 for absent.
    package let given: Int
  }

  /// Nil where nothing is wrong.
  ///
  /// - Complexity: O(tags log tags + directives · slots).
  package init?(_ paragraph: LabellingPairs.Paragraph, of article: String) {
    var rules: [String: Int] = [:]
    func blame(_ names: [String]) { for name in names { rules[name, default: 0] += 1 } }
    let names = Set(paragraph.truth?.tags.keys.map { $0 } ?? [])
      .union(paragraph.given?.tags.keys.map { $0 } ?? []).sorted()
    tags = names.compactMap { name in
      let right = paragraph.truth?.tags[name] ?? 0
      let given = paragraph.given?.tags[name] ?? 0
      if given > right { blame(paragraph.given?.rules[name] ?? []) }
      return right == given ? nil : TagError(tag: name, right: right, given: given)
    }
    var cost = tags.reduce(0) { $0 + Double(abs($1.right - $1.given)) }
    for pair in paragraph.frames {
      // A sum depends on its order, and that of a dictionary on the process.
      for (name, right) in pair.truth.scores.sorted(by: { $0.key < $1.key }) {
        cost += abs((pair.given.scores[name] ?? 0) - right) / 100
      }
      for (name, slot) in pair.given.slots {
        let right = pair.truth.slots[name]?.values ?? 0...0
        if slot.values.lowerBound > right.upperBound + SlotTolerance.labelled {
          blame(slot.rule.map { [$0] } ?? [])
        }
      }
    }
    cost += Double(paragraph.missed.count + paragraph.extra.count)
    for frame in paragraph.extra { blame(frame.slots.values.compactMap(\.rule)) }
    guard cost > 0 else { return nil }
    self.article = article
    number = paragraph.number
    text = paragraph.text
    self.cost = cost
    missed = paragraph.missed.map(\.text)
    extra = paragraph.extra.map(\.text)
    self.rules = rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The `count` worst, the worst first.
  ///
  /// - Complexity: O(n log n) for n paragraphs.
  package static func worst(_ count: Int, of articles: [LabellingPairs]) -> [MisreadParagraph] {
    let all = articles.flatMap { article in
      article.paragraphs.compactMap { MisreadParagraph($0, of: article.article.article) }
    }
    return Array(
      all.sorted { ($1.cost, $0.article, $0.number ?? 0) < ($0.cost, $1.article, $1.number ?? 0) }
        .prefix(count))
  }
}
