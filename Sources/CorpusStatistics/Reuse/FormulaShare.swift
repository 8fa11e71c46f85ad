/// One article of a formula share.
package struct FormulaArticle: Hashable, Sendable {
  /// The group (the city) whose own articles do not count as evidence of a formula.
  package let group: String
  /// Its sentences; no run of characters crosses from one to the next.
  package let sentences: [String]

  /// The article of a group, sentence by sentence.
  package init(group: String, sentences: [String]) {
    self.group = group
    self.sentences = sentences
  }
}

/// How much of each article is wording that other groups use too.
///
/// The share of an article's runs of six characters, each place counted, that are found in articles
/// of at least three groups other than its own (leaving one group out). What is common to the
/// genre, without a list of formulas.
package struct FormulaShare: Hashable, Sendable {
  /// Characters of a run, counted as Unicode scalars.
  package static let length = 6
  /// Groups that must have a run besides the article's own for it to be a formula.
  package static let otherGroups = 3

  /// The runs of one article.
  package struct Count: Hashable, Sendable {
    /// Places at which a run begins that enough other groups have.
    package let formulaic: Int
    /// Places at which a run begins.
    package let total: Int

    /// From 0 to 1; nil without a run.
    package var share: Double? { total > 0 ? Double(formulaic) / Double(total) : nil }
  }

  /// By article, in the order of the input; nil where fewer than three other groups have articles.
  package let articles: [Count?]

  /// The share of every article as against all the others.
  ///
  /// - Complexity: O(characters).
  package init(_ articles: [FormulaArticle]) {
    let byGroup = Dictionary(grouping: articles.indices) { articles[$0].group }
    var groupsWith: [UInt64: Int32] = [:]
    for members in byGroup.values {
      var own = Set<UInt64>()
      for member in members {
        for sentence in articles[member].sentences {
          own.formUnion(shingleHashes(sentence, length: FormulaShare.length))
        }
      }
      for hash in own { groupsWith[hash, default: 0] += 1 }
    }
    let isSayable = byGroup.count > FormulaShare.otherGroups
    self.articles = articles.map { article in
      guard isSayable else { return nil }
      var formulaic = 0
      var total = 0
      for sentence in article.sentences {
        for hash in shingleHashes(sentence, length: FormulaShare.length) {
          total += 1
          // The article's own group is always among those that have the run.
          if Int(groupsWith[hash] ?? 0) - 1 >= FormulaShare.otherGroups { formulaic += 1 }
        }
      }
      return Count(formulaic: formulaic, total: total)
    }
  }
}
