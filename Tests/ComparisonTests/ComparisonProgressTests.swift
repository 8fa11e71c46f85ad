import Comparison
import Synchronization
import TestSupport
import Testing

/// What is heard of a comparison while it is made.
struct ComparisonProgressTests {
  /// Articles of so many groups, and of some whose group is unknown.
  private func corpus(_ groups: Int, articles: Int = 60) -> Corpus {
    var generator = SeededGenerator(seed: 5)
    var simulated = SimulatedCorpus()
    for index in 0..<articles {
      simulated.add(
        index % 11 == 0 ? nil : "g\(index % groups)", type: index % 2 == 0 ? "news" : "plan",
        score: Double(Int.random(in: 0...100, using: &generator)),
        filled: Int.random(in: 0...9, using: &generator),
        tagged: Int.random(in: 0...10, using: &generator))
    }
    return simulated.corpus
  }

  private func heard(
    _ corpus: Corpus, within: String? = nil, threads: Int,
    _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async -> (told: [Int], result: ComparisonResult) {
    var request = ComparisonRequest(by: "place", within: within)
    request.bootstrapDraws = 200
    request.permutationDraws = 499
    change(&request)
    let told = Mutex<[Int]>([])
    let result = await CorpusComparison(corpus, request).result(threads: threads, .tables) {
      stage, hundredths in
      #expect(stage == .tables)
      told.withLock { $0.append(hundredths) }
    }
    return (told.withLock { $0 }, result)
  }

  @Test(
    "Hundredths rise to a hundred, whoever does the work, and change nothing",
    arguments: [2, 3, 12], [1, 4])
  func rises(groups: Int, threads: Int) async {
    for within in [nil, "type"] {
      let corpus = corpus(groups)
      let (told, result) = await heard(corpus, within: within, threads: threads) {
        $0.contrasts = [ComparisonRequest.Pair("g0", "g1")]
      }
      #expect(told == Array(Set(told)).sorted())
      #expect(told.last == 100)
      #expect(told.count > 10, "\(told)")
      let silent = await heard(corpus, within: within, threads: 2) {
        $0.contrasts = [ComparisonRequest.Pair("g0", "g1")]
      }
      #expect(result == silent.result)
    }
  }

  @Test("What is too small to be tested is done as well", arguments: [1, 2, 6])
  func small(articles: Int) async {
    #expect(await heard(corpus(3, articles: articles), threads: 1).told.last == 100)
  }

  @Test("Nothing to be done is nothing to be told")
  func nothing() async {
    let (told, _) = await heard(corpus(3), threads: 1) { $0.minimumArticles = 1000 }
    #expect(told == [])
  }
}
