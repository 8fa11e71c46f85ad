import Analysis
import CorpusStatistics
import SourceText

/// The terms of every group, counted once for all contrasts.
struct GroupTerms {
  /// By group.
  let cues: [TermTally<String>]
  let grams: [TermTally<String>]
  /// By group, by cue: the first directives with it.
  let examples: [[String: [DirectivePlace]]]

  /// Rarer runs of characters are counted in the totals alone: they could not be listed.
  private static let leastGramCount = 5

  /// - Complexity: O(characters of the articles).
  init(_ corpus: WordingCorpus, groupCount: Int, basis: TextBasis, mostExamples: Int) {
    var cues = [TermTally<String>](repeating: TermTally(), count: groupCount)
    var grams = [TermTally<UInt64>](repeating: TermTally(), count: groupCount)
    var examples = [[String: [DirectivePlace]]](repeating: [:], count: groupCount)
    for (article, group) in corpus.groups.enumerated() {
      guard let group else { continue }
      var found: [String: Int] = [:]
      GroupTerms.forEachCue(corpus, article, basis) { cue, place in
        found[cue, default: 0] += 1
        if examples[group][cue, default: []].count < mostExamples {
          examples[group][cue, default: []].append(place)
        }
      }
      cues[group].add(article: found)
      grams[group].add(article: GroupTerms.grams(corpus, article, basis))
    }
    self.cues = cues
    self.examples = examples
    var everywhere: [UInt64: Int32] = [:]
    for group in grams {
      for (gram, uses) in group.uses { everywhere[gram, default: 0] += uses.count }
    }
    self.grams = grams.map { tally in
      tally.named { gram in
        everywhere[gram, default: 0] >= GroupTerms.leastGramCount
          ? CharacterGrams.text(gram) : nil
      }
    }
  }

  /// A cue is the slot and its words, with what no word holds between them.
  static let separator: Character = "\u{1F}"

  /// Calls `body` with every cue of the directives that count in averages.
  static func forEachCue(
    _ corpus: WordingCorpus, _ article: Int, _ basis: TextBasis,
    _ body: (String, DirectivePlace) -> Void
  ) {
    let wording = corpus.wordings[article]
    for (index, paragraph) in corpus.articles[article].analysis.paragraphs.enumerated()
    where !paragraph.directives.isEmpty {
      let bytes = Array(paragraph.text.utf8)
      for (number, directive) in paragraph.directives.enumerated() where !directive.isExcluded {
        let place = DirectivePlace(article: article, paragraph: index, directive: number)
        if basis == .withoutRepeats, corpus.isRepeat(place) { continue }
        for slot in directive.slots {
          if let cue = cue(slot.text, slot.inText, bytes, wording.nameSpans[index]) {
            body(slot.name + String(separator) + cue, place)
          }
        }
      }
    }
  }

  /// The words of a slot where they stand in the paragraph: elsewhere their names are not known.
  static func cue(
    _ text: String, _ span: SourceSpan?, _ bytes: [UInt8], _ hidden: [SourceSpan]
  ) -> String? {
    guard !text.isEmpty, let span, span.end <= bytes.count else { return nil }
    return ArticleWording.cue(text, in: bytes, span, hidden)
  }

  /// The runs of Han characters of one article; a name or any other sign ends a run.
  private static func grams(
    _ corpus: WordingCorpus, _ article: Int, _ basis: TextBasis
  ) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for (index, sentence) in corpus.wordings[article].sentences.enumerated() {
      if basis == .withoutRepeats, corpus.isRepeat[article][index] { continue }
      let characters = sentence.masked.unicodeScalars.lazy.map { scalar in
        scalar.isHan ? scalar.value : 0
      }
      CharacterGrams.count(characters, into: &counts)
    }
    return counts
  }
}

/// Both sides of a contrast and what neither holds, out of tallies by group.
struct ContrastTally {
  var first: TermTally<String>
  var second: TermTally<String>
  /// Empty where the second side is all other groups.
  var background: TermTally<String>

  init(_ groups: [TermTally<String>], all: TermTally<String>, _ contrast: Contrast) {
    first = groups[contrast.first]
    background = TermTally()
    if let other = contrast.second {
      second = groups[other]
      background = all
      background.remove(first)
      background.remove(second)
    } else {
      second = all
      second.remove(first)
    }
  }
}

extension TermList {
  /// The terms that the sides of a contrast use differently; none where a side is one article, of
  /// which nothing may be called more or less.
  ///
  /// - Complexity: O(terms log terms).
  init(
    _ feature: Feature, _ basis: TextBasis, _ tally: ContrastTally, _ showable: Showable,
    most: Int, examples: (String, Bool) -> [DirectivePlace]
  ) {
    self.feature = feature
    self.basis = basis
    strengths = []
    totals = [tally.first.total, tally.second.total]
    backgroundTotal = tally.background.total
    first = []
    second = []
    singleSource = []
    guard showable.comparison || showable.size == .none else {
      reason = .oneArticle
      return
    }
    guard
      let found = DistinctiveTerms(
        first: tally.first, second: tally.second, background: tally.background)
    else {
      reason = tally.first.total == 0 || tally.second.total == 0 ? .emptySide : .noValues
      return
    }
    strengths = found.strengths
    func term(_ term: DistinctiveTerms.Term) -> Term {
      let parts = term.term.split(
        separator: GroupTerms.separator, maxSplits: 1, omittingEmptySubsequences: false)
      let isCue = feature == .cues && parts.count == 2
      return Term(
        slot: isCue ? String(parts[0]) : nil, text: isCue ? String(parts[1]) : term.term,
        counts: term.counts, articles: term.articles, estimates: term.estimates,
        signHolds: term.signHolds,
        examples: isCue ? examples(term.term, term.estimates[0].delta > 0) : [])
    }
    let listed = TermList.whole(found.terms.filter { $0.standing == .listed }, feature)
    first = TermList.chosen(listed.filter { $0.estimates[0].delta > 0 }, feature, most).map(term)
    second =
      TermList.chosen(listed.reversed().filter { $0.estimates[0].delta < 0 }, feature, most)
      .map(term)
    let single = TermList.whole(
      found.terms.filter { $0.standing == .singleSource && $0.counts[0] + $0.counts[1] >= 5 },
      feature
    ).sorted { one, other in
      let (left, right) = (one.counts[0] + one.counts[1], other.counts[0] + other.counts[1])
      return left != right ? left > right : one.term < other.term
    }
    singleSource = TermList.chosen(single, feature, most).map(term)
  }

  /// The terms without the runs that never stand but in one longer run.
  private static func whole(
    _ terms: [DistinctiveTerms.Term], _ feature: Feature
  ) -> [DistinctiveTerms.Term] {
    guard feature == .grams else { return terms }
    let uses = Dictionary(
      terms.map { ($0.term, $0.counts + $0.articles) }, uniquingKeysWith: { first, _ in first })
    var parts: Set<String> = []
    for term in terms where term.term.unicodeScalars.count > CharacterGrams.lengths.lowerBound {
      for part in [String(term.term.dropFirst()), String(term.term.dropLast())]
      where uses[part] == term.counts + term.articles {
        parts.insert(part)
      }
    }
    return terms.filter { !parts.contains($0.term) }
  }

  /// The first of `terms`; of runs that hold one another only the one that comes first.
  private static func chosen(
    _ terms: [DistinctiveTerms.Term], _ feature: Feature, _ most: Int
  ) -> [DistinctiveTerms.Term] {
    var chosen: [DistinctiveTerms.Term] = []
    var texts: [[Unicode.Scalar]] = []
    for term in terms {
      if chosen.count == most { break }
      if feature == .grams {
        let text = Array(term.term.unicodeScalars)
        if texts.contains(where: { holds($0, text) || holds(text, $0) || shares($0, text) }) {
          continue
        }
        texts.append(text)
      }
      chosen.append(term)
    }
    return chosen
  }

  private static func holds(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...long.count - short.count).contains {
      long[$0..<$0 + short.count].elementsEqual(short)
    }
  }

  /// Whether two runs of one length overlap but for a character: windows of one longer phrase.
  private static func shares(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard one.count > 2, other.count > 2 else { return false }
    let length = min(one.count, other.count) - 1
    return one.suffix(length).elementsEqual(other.prefix(length))
      || other.suffix(length).elementsEqual(one.prefix(length))
  }
}
