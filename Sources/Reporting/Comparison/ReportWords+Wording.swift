extension ReportWords {
  /// Words and sentences of what comparisons say of wording; `{name}` stands for what is filled in.
  package enum Wording: String, Hashable, Sendable, CaseIterable {
    case basisAll = "wording-all"
    case basisOwn = "wording-without-repeats"
    case chance = "wording-chance"
    case clusters = "wording-clusters"
    case cluster = "wording-cluster"
    case corrected = "wording-corrected"
    case commonness = "wording-commonness"
    case contribution = "wording-contribution"
    case divergence = "wording-divergence"
    case excess = "wording-excess"
    case firstDated = "wording-first-dated"
    case firstUnknown = "wording-first-unknown"
    case foreignReuse = "wording-shared-with-others"
    case frame = "wording-frame"
    case gap = "wording-gap"
    case grams = "wording-grams"
    case hidden = "wording-hidden"
    case heading = "wording-heading"
    case lexicon = "wording-lexicon"
    case level = "wording-part"
    case outsidePhases = "wording-outside-phases"
    case remainder = "wording-remainder"
    case reuse = "wording-shared"
    case share = "wording-share"
    case singleSource = "wording-single-source"
    case stated = "wording-stated"
    case term = "wording-term"
    case terms = "wording-terms"
    case termsReading = "wording-terms-reading"
    case unstableSign = "wording-unstable-sign"
    case without = "wording-without-part"
  }

  /// The words with `values` in the places of their names.
  package func callAsFunction(_ words: Wording, _ values: [String: String] = [:]) -> String {
    fill(translation(words.rawValue) ?? ReportWords.english(words), values)
  }

  private static func english(_ words: Wording) -> String {
    switch words {
    case .basisAll: "all sentences"
    case .basisOwn: "repeated sentences counted where they appeared first"
    case .chance: "by chance"
    case .cluster: "{text} — {articles} texts of {groups}; {first}"
    case .clusters: "Sentences that texts share: {clusters} (the widest {shown})"
    case .commonness: "runs of six found in three or more other places"
    case .corrected: "p, corrected"
    case .contribution: "contribution"
    case .divergence: "Divergence of profiles, in bits"
    case .excess: "excess"
    case .firstDated: "first dated {date} among the texts collected"
    case .firstUnknown: "none dated"
    case .foreignReuse: "sentences shared with other groups"
    case .frame: "{sentences} sentences of {articles} texts; names hidden: {names}"
    case .gap:
      "{score}, {first} less {second}: {gap} points ({basis}; {few} against {many} texts)"
    case .grams: "Runs of characters used more in {first} than in {second}"
    case .heading: "Wording"
    case .hidden: "{kind} {count}"
    case .level: "part"
    case .lexicon: "characters in formulas of the pack"
    case .outsidePhases: "texts with a date in no phase: {count}"
    case .remainder: "caps, factors and rounding: {points}; parts not listed: {unlisted}"
    case .reuse: "sentences shared with other texts"
    case .share: "share of the gap"
    case .singleSource: "phrases of one text: {terms}"
    case .stated: "names that articles state of themselves"
    case .term: "{term} {here}:{there} (texts {hereTexts}:{thereTexts}; z {z}; {low} to {high})"
    case .terms: "Words of slots used more in {first} than in {second}"
    case .termsReading:
      "counts on both sides first; z orders the words and is no test; the last two figures are z under a fifth and five times the prior"
    case .unstableSign: "direction depends on the prior"
    case .without: "gap without it"
    }
  }
}
