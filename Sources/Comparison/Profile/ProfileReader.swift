package import Analysis

/// Counts in one analysis what the measures are made of.
package struct ProfileReader: Hashable, Sendable {
  /// The slot for how binding a directive is; nil where nothing tells which it is.
  private let force: String?
  /// The slot for what is to be done.
  private let action: String?
  /// What the parts of the scores weigh, as far as that is known.
  private let weights: [ScoreWeights]

  /// A reader that knows the slots of these names, and `weights` as far as the pack is at hand.
  package init(force: String?, action: String?, weights: [ScoreWeights] = []) {
    self.force = force
    self.action = action
    self.weights = weights
  }

  /// The counts and means of one article; directives that averages leave out are not counted.
  ///
  /// - Precondition: every tag has a level of at least 1.
  /// - Complexity: O(paragraphs × tags + directives × slots).
  package func profile(of result: AnalysisResult) -> ArticleProfile {
    var profile = ArticleProfile()
    profile.paragraphs = result.paragraphs.count
    var scores: [String: [ScoreResult]] = [:]
    for paragraph in result.paragraphs {
      count(paragraph, &profile)
      for directive in paragraph.directives where !directive.isExcluded {
        count(directive, &profile)
        for score in directive.scores {
          scores[score.name, default: []].append(score)
        }
      }
    }
    profile.weights = weights
    for (score, results) in scores {
      let sum = results.reduce(0) { $0 + Double($1.score) }
      profile.means[Measure(.scores, score)] = sum / Double(results.count)
      profile.doubts[score] = ScoreDoubt(results, weights.first { $0.name == score })
    }
    return profile
  }

  private func count(_ paragraph: ParagraphResult, _ profile: inout ArticleProfile) {
    for tag in paragraph.tags {
      for level in 1...tag.level {
        profile.counts[Measure(.tags, tag.tag, level: level), default: 0] += 1
      }
    }
    let tags = Set(paragraph.tags.map(\.tag)).sorted()
    let set = tags.isEmpty ? Measure.nothing : tags.joined(separator: "+")
    profile.counts[Measure(.labelSets, set), default: 0] += 1
    guard !tags.isEmpty else { return }
    profile.tagged += 1
    profile.counts[Measure(.functions, paragraph.via), default: 0] += 1
  }

  private func count(_ directive: DirectiveResult, _ profile: inout ArticleProfile) {
    profile.directives += 1
    profile.counts[Measure(.classes, directive.classification), default: 0] += 1
    for slot in directive.slots where slot.isFilled {
      profile.counts[Measure(.slots, slot.name), default: 0] += 1
    }
    for (table, name) in [(Measure.Table.force, force), (.actions, action)] {
      guard let name else { continue }
      let slot = directive.slots.first { $0.name == name }
      // What no rule gave, such as the force of a bare order, has a flag that says why.
      let origin = slot?.rule ?? slot?.flags.first ?? Measure.nothing
      profile.counts[Measure(table, origin), default: 0] += 1
    }
  }
}
