/// Which terms of a lexicon begin with another of its terms, by what they have behind it.
struct TermSplits {
  /// A term and a longer one that begins with it, by their indices in `terms`.
  struct Split {
    let shorter: Int
    let longer: Int
  }

  typealias Term = (term: Lexicon.Term, text: String)

  let terms: [Term]
  private var splits: [ArraySlice<UInt8>: Split] = [:]

  /// - Complexity: O(bytes of `terms` · length of the longest).
  init(_ terms: [Term]) {
    self.terms = terms
    let texts = terms.map { Array($0.text.utf8)[...] }
    let first = Dictionary(
      zip(texts, texts.indices), uniquingKeysWith: { first, _ in first })
    let lengths = Set(texts.map(\.count)).sorted()
    for (text, longer) in first {
      for length in lengths.prefix(while: { $0 < text.count }) {
        guard let shorter = first[text[..<length]] else { continue }
        let known = splits[text[length...]]
        if known.map({ shorter < $0.shorter }) ?? true {
          splits[text[length...]] = Split(shorter: shorter, longer: longer)
        }
      }
    }
  }

  /// The first term that with `rest` behind it is a term too, and which that is.
  ///
  /// - Complexity: O(bytes of `rest`).
  func first(before rest: Substring.UnicodeScalarView) -> Split? {
    splits[Array(Substring(rest).utf8)[...]]
  }
}
