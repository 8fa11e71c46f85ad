import SourceText

/// Which paragraph and which directive of one labelling is which of another.
package struct LabellingPairs: Sendable, Hashable {
  /// A paragraph of one side or of both.
  package struct Paragraph: Sendable, Hashable {
    /// 1-based, in the labelling that counts as right; nil for a paragraph that is none there.
    package var number: Int?
    /// That of the right labelling, or of the other where it is none there.
    package var text: String
    /// nil for a paragraph that is none there.
    package var truth: Labelling.Paragraph?
    /// nil for a paragraph that was not taken for body text.
    package var given: Labelling.Paragraph?
    /// Directives of both sides, in the order of the right one; optional ones are left out.
    package var frames: [Frames] = []
    /// Directives that were not found.
    package var missed: [Labelling.Frame] = []
    /// Directives that are none.
    package var extra: [Labelling.Frame] = []
  }

  /// A directive as both sides have it.
  package struct Frames: Sendable, Hashable {
    /// As the right labelling has it.
    package var truth: Labelling.Frame
    /// As the other has it.
    package var given: Labelling.Frame
  }

  /// The right labelling, for its name and what it says of the article.
  package let article: Labelling
  /// Those of the right labelling in order, then what else was taken for body text.
  package private(set) var paragraphs: [Paragraph] = []

  /// Pairs paragraphs that say the same or share half of their wording, and in them directives that
  /// share at least half of what either covers.
  ///
  /// - Complexity: O(length), and the pairs of paragraphs that share a run of four letters, once a run.
  package init(truth: Labelling, given: Labelling) {
    article = truth
    let partners = Self.partners(truth.paragraphs, given.paragraphs)
    for (index, paragraph) in truth.paragraphs.enumerated() {
      var pair = Paragraph(number: index + 1, text: paragraph.text, truth: paragraph)
      if let partner = partners[index] { pair.given = given.paragraphs[partner] }
      pair.pairFrames()
      paragraphs.append(pair)
    }
    let used = Set(partners.compactMap { $0 })
    for (index, paragraph) in given.paragraphs.enumerated() where !used.contains(index) {
      var pair = Paragraph(number: nil, text: paragraph.text, given: paragraph)
      pair.pairFrames()
      paragraphs.append(pair)
    }
  }

  /// For each of `left` the most similar of `right`, the most similar pairs first: by the share of common
  /// runs among those of either text, at least half.
  private static func partners(
    _ left: [Labelling.Paragraph], _ right: [Labelling.Paragraph]
  ) -> [Int?] {
    let rightRuns = right.map { ComparableText($0.text).runs }
    var holders: [ArraySlice<Unicode.Scalar>: [Int]] = [:]
    for (index, runs) in rightRuns.enumerated() {
      for run in runs { holders[run, default: []].append(index) }
    }
    var candidates: [(similarity: Double, left: Int, right: Int)] = []
    for (leftIndex, paragraph) in left.enumerated() {
      let runs = ComparableText(paragraph.text).runs
      var shared: [Int: Int] = [:]
      for run in runs { for holder in holders[run] ?? [] { shared[holder, default: 0] += 1 } }
      for (rightIndex, count) in shared {
        let similarity = Double(count) / Double(runs.count + rightRuns[rightIndex].count - count)
        if similarity >= 0.5 { candidates.append((similarity, leftIndex, rightIndex)) }
      }
    }
    candidates.sort { first, second in
      if first.similarity != second.similarity { return first.similarity > second.similarity }
      return (first.left, first.right) < (second.left, second.right)
    }
    var partners = [Int?](repeating: nil, count: left.count)
    var taken: Set<Int> = []
    for candidate in candidates
    where partners[candidate.left] == nil && !taken.contains(candidate.right) {
      partners[candidate.left] = candidate.right
      taken.insert(candidate.right)
    }
    return partners
  }
}

extension LabellingPairs.Paragraph {
  fileprivate mutating func pairFrames() {
    let right = truth?.frames ?? []
    let found = given?.frames ?? []
    let base = ComparableText(text)
    let rightSpans = Self.spans(right, in: base)
    let foundSpans = Self.spans(found, in: base)
    let pairing = SpanPairing(rightSpans, foundSpans)
    for (index, frame) in right.enumerated() where !frame.isOptional {
      if let match = pairing.matches[index] {
        frames.append(LabellingPairs.Frames(truth: frame, given: found[match]))
      } else {
        missed.append(frame)
      }
    }
    extra = pairing.unmatched.map { found[$0] }
  }

  /// Where the frames stand, each at or after the start of the one before where it can be.
  private static func spans(_ frames: [Labelling.Frame], in base: ComparableText) -> [SourceSpan?] {
    var cursor = 0
    return frames.map { frame in
      let part = ComparableText(frame.text).scalars
      let span =
        SourceSpan(of: part, in: base.scalars, from: cursor)
        ?? SourceSpan(of: part, in: base.scalars)
      if let span { cursor = span.start }
      return span
    }
  }
}
