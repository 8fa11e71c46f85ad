import PatternAutomaton

/// A set of patterns, texts to search, and how many matches there must be.
struct BenchmarkCase {
  let name: String
  let wordCount: Int
  /// Patterns that join words over gaps, besides one pattern for each word.
  let joinCount: Int
  /// One place in so many holds a word; 0 for none.
  let rarity: Int
  let textSize: Int
  let expected: Int

  static let all = [
    BenchmarkCase(
      name: "words-600", wordCount: 600, joinCount: 0, rarity: 3, textSize: 8 << 10,
      expected: 422_558),
    BenchmarkCase(
      name: "words-600-absent", wordCount: 600, joinCount: 0, rarity: 0, textSize: 8 << 10,
      expected: 2639),
    BenchmarkCase(
      name: "words-600-one-text", wordCount: 600, joinCount: 0, rarity: 3, textSize: 16 << 20,
      expected: 422_415),
    BenchmarkCase(
      name: "words-1500", wordCount: 1500, joinCount: 0, rarity: 3, textSize: 8 << 10,
      expected: 426_737),
    BenchmarkCase(
      name: "words-600-joins-80", wordCount: 600, joinCount: 80, rarity: 3, textSize: 8 << 10,
      expected: 424_620),
    BenchmarkCase(
      name: "words-100000", wordCount: 100_000, joinCount: 0, rarity: 3, textSize: 8 << 10,
      expected: 715_185),
  ]

  /// What was measured; times are in seconds, the search's that of the median run.
  struct Outcome {
    let matches: Int
    let bytes: Int
    let build: Double
    let search: Double
  }

  /// Builds the patterns and searches 16 MiB of text so many times.
  func run(times repeats: Int) throws(BuildError) -> Outcome {
    let words = SyntheticText.words(wordCount, seed: 1)
    let clock = ContinuousClock()
    let begin = clock.now
    let set = try patterns(words)
    let build = Self.seconds(clock.now - begin)
    var text = SyntheticText(seed: 2, words: words, rarity: rarity)
    var haystacks: [Haystack] = []
    var total = 0
    while total < 16 << 20 {
      let (haystack, size) = text.haystack(textSize)
      haystacks.append(haystack)
      total += size
    }
    var scratch = SearchScratch()
    var times: [Double] = []
    var matches = 0
    for _ in 0..<repeats {
      matches = 0
      let begin = clock.now
      for haystack in haystacks {
        set.search(haystack, &scratch)
        for index in 0..<set.patternCount {
          matches += scratch.matches(of: PatternID(index: index)).count
        }
      }
      times.append(Self.seconds(clock.now - begin))
    }
    return Outcome(
      matches: matches, bytes: total, build: build, search: times.sorted()[repeats / 2])
  }

  /// One pattern for each word, or one for all when there are many; then the joins.
  private func patterns(_ words: [[UInt8]]) throws(BuildError) -> PatternSet {
    var builder = PatternSetBuilder()
    if words.count > 10_000 {
      _ = try builder.addPattern(.set(builder.addLiteralSet(words)))
    } else {
      for word in words { _ = try builder.addPattern(.literal(word)) }
    }
    var noise = Noise(seed: 3)
    for _ in 0..<joinCount {
      func someWords() -> [[UInt8]] { (0..<8).map { _ in words[noise.below(words.count)] } }
      let first = builder.addLiteralSet(someWords())
      let second = someWords().map(PatternElement.literal)
      let third = builder.addLiteralSet(someWords())
      _ = try builder.addPattern(
        .sequence([
          .set(first), .gap(minimum: 0, maximum: 12), .alternatives(second),
          .optional(.sequence([.gap(minimum: 0, maximum: 8), .set(third)])),
        ]))
    }
    return try builder.build()
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
