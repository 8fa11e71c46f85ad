import CorpusStatistics
import Testing

struct ShingleTests {
  @Test("Jaccard and containment of five-character runs")
  func likeness() {
    let sets = ShingleSets(["abcdefg", "abcdefg", "abcdefghijk", "xyzxyzx", "abcd"], length: 5)
    #expect(sets[0].count == 3)
    #expect(sets.likeness(0, 1) == (1, 1))
    #expect(sets.likeness(0, 2) == (3.0 / 7, 1))
    #expect(sets.likeness(0, 3) == (0, 0))
    #expect(sets.likeness(0, 4) == (0, 0))
  }

  @Test("Han characters are one each, and repeats are kept in order")
  func han() {
    #expect(shingleHashes("各单位要整改", length: 5).count == 2)
    let hashes = shingleHashes("ababab", length: 2)
    #expect(hashes[0] == hashes[2] && hashes[1] == hashes[3] && hashes[0] != hashes[1])
  }

  @Test("Two sets share a key about as often as the formula says")
  func chance() {
    let hashing = MinHash(seed: 3, bands: 400, rows: 2)
    let sets = ShingleSets(["abcdefghijklmnopq", "abcdefghijklmXYZW"], length: 5)
    let jaccard = sets.likeness(0, 1).jaccard
    let agreeing = (0..<hashing.bands).count { band in
      let keys = hashing.keys(band: band, of: sets)
      return keys[0] == keys[1]
    }
    let share = Double(agreeing) / 400
    #expect((share - jaccard * jaccard).magnitude < 0.08, "seed 3: \(share) for \(jaccard)")
  }

  @Test(
    "The usual bands miss as few pairs as they promise",
    arguments: [(0.6, 1e-7), (1.0 / 3, 0.0095)] as [(Double, Double)])
  func missed(jaccard: Double, promised: Double) {
    let hashing = MinHash(seed: 1)
    let agreeing = (0..<hashing.rows).reduce(1) { product, _ in product * jaccard }
    let missed = (0..<hashing.bands).reduce(1) { product, _ in product * (1 - agreeing) }
    #expect(missed < promised)
  }
}

struct TextReuseTests {
  private let sentence = "every street office files its weekly list before noon on friday"
  private let variant = "every street office files its weekly list before noon on monday"
  private let other = "volunteers teach pupils to sort waste on the school square"

  private func passage(_ article: String, _ date: String?, _ text: String) -> ReusePassage {
    ReusePassage(article: article, date: date, text: text)
  }

  @Test("A changed copy joins its source, which appeared first")
  func cluster() throws {
    let passages = [
      passage("b", "2023-05-02", variant), passage("a", "2023-04-30", sentence),
      passage("c", nil, sentence), passage("b", "2023-05-02", other),
    ]
    let reuse = TextReuse(passages, seed: 1)
    let cluster = try #require(reuse.clusters.first)
    #expect(reuse.clusters.count == 1)
    #expect(cluster.passages == [1, 0, 2])
    #expect(cluster.first == 1)
    #expect(cluster.articles == 3)
    #expect(cluster.undated == 1)
    #expect(reuse.shares["b"] == ReuseShare(reused: 1, passages: 2))
    #expect(reuse.shares["a"] == ReuseShare(reused: 1, passages: 1))
  }

  @Test("A sentence repeated in one article is no borrowing; undated clusters have no first")
  func within() throws {
    let own = TextReuse([passage("a", nil, sentence), passage("a", nil, variant)], seed: 1)
    #expect(own.clusters.isEmpty)
    #expect(own.shares["a"] == ReuseShare(reused: 0, passages: 2))
    let undated = TextReuse([passage("a", nil, sentence), passage("b", nil, sentence)], seed: 1)
    #expect(try #require(undated.clusters.first).first == nil)
  }

  @Test(
    "One date precedes another where its whole day, month or year does",
    arguments: [
      (["2021", "2021-01-05"], nil, "2021"), (["2021-01-05", "2021"], nil, "2021"),
      (["2020", "2021-01-05"], 0, "2020"), (["2021-02", "2021-01-31"], 1, "2021-01-31"),
      (["2021-03-01", "2021-03-01"], nil, "2021-03-01"),
      (["2021-03-02", "2021-03-01", nil], 1, "2021-03-01"),
      (["2021-12-31", "2021-12", "2021", "2022"], nil, "2021"),
      (["2021-03-02", "2021-02", "2021-03"], 1, "2021-02"), ([nil, nil], nil, nil),
    ] as [([String?], Int?, String?)])
  func precedence(_ dates: [String?], _ first: Int?, _ stated: String?) throws {
    let passages = dates.enumerated().map { passage("\($0)", $1, sentence) }
    let cluster = try #require(TextReuse(passages, seed: 1).clusters.first)
    #expect(cluster.first == first)
    #expect(cluster.firstDate == stated)
    #expect(cluster.earliest.first == cluster.passages.first)
  }

  @Test("Likeness within an article makes no chain to other articles")
  func noChain() throws {
    // Each shares three fifths with the next, and the ends one fifth.
    let reuse = TextReuse(
      [
        passage("a", nil, "abcdefghijklmnopqrstuvwxyzABCDEFGH"),
        passage("a", nil, "mnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"),
        passage("b", nil, "yzABCDEFGHIJKLMNOPQRSTUVWXYZ012345"),
      ], seed: 1)
    #expect(try #require(reuse.clusters.first).passages == [1, 2])
    #expect(reuse.shares["a"] == ReuseShare(reused: 1, passages: 2))
  }

  @Test("Short passages are nobody's; nothing has no clusters")
  func short() {
    let reuse = TextReuse([passage("a", nil, "list"), passage("b", nil, "list")], seed: 1)
    #expect(reuse.clusters.isEmpty && reuse.shares.isEmpty)
    #expect(TextReuse([], seed: 1).clusters.isEmpty)
  }

  private func synthetic(_ count: Int, seed: UInt64) -> [ReusePassage] {
    var stream = RandomStream(seed: seed)
    func text() -> [Character] {
      (0..<30 + stream.index(below: 20)).compactMap { _ in
        Unicode.Scalar(0x4E00 + UInt32(stream.index(below: 900))).map(Character.init)
      }
    }
    let sources = (0..<20).map { _ in text() }
    return (0..<count).map { index in
      var characters = text()
      if index % 5 == 0 {
        characters = sources[stream.index(below: sources.count)]
        characters[stream.index(below: characters.count)] = "x"
      }
      return passage("\(index / 10)", "2023-\(10 + index % 3)", String(characters))
    }
  }

  @Test("The clusters are those of comparing all pairs")
  func allPairs() {
    let passages = synthetic(200, seed: 90)
    let sets = ShingleSets(passages.map(\.text), length: 5)
    var names = Array(passages.indices)
    for one in passages.indices {
      for two in one + 1..<passages.count where passages[one].article != passages[two].article {
        let likeness = sets.likeness(one, two)
        guard likeness.jaccard >= 0.6 || likeness.containment >= 0.5 else { continue }
        let (kept, lost) = (names[one], names[two])
        names = names.map { $0 == lost ? kept : $0 }
      }
    }
    let expected = Set(
      Dictionary(grouping: passages.indices) { names[$0] }.values.filter { $0.count > 1 }.map(
        Set.init)
    )
    let found = Set(TextReuse(passages, seed: 7).clusters.map { Set($0.passages) })
    #expect(found == expected, "seed 90")
    #expect(expected.count > 5)
  }

  @Test("The order of the passages changes no cluster and no share")
  func order() {
    let passages = synthetic(300, seed: 91)
    var stream = RandomStream(seed: 92)
    let shuffled = passages.shuffled(using: &stream)
    let one = TextReuse(passages, seed: 7)
    let other = TextReuse(shuffled, seed: 7)
    #expect(one.shares == other.shares)
    #expect(
      one.clusters.map { $0.passages.map { passages[$0] } }
        == other.clusters.map { $0.passages.map { shuffled[$0] } })
    #expect(one.comparisons == other.comparisons)
  }

  @Test("Five times the passages need far fewer than twenty-five times the comparisons")
  func nearLinear() {
    let small = TextReuse(synthetic(200, seed: 93), seed: 7).comparisons
    let large = TextReuse(synthetic(1_000, seed: 93), seed: 7).comparisons
    #expect(small > 0 && large < 12 * small, "seed 93: \(small), \(large)")
  }
}

struct FormulaShareTests {
  private func articles(_ texts: [(String, String)]) -> [FormulaArticle] {
    texts.map { FormulaArticle(group: $0.0, sentences: [$0.1]) }
  }

  @Test("A run counts when three other groups have it; the own group never does")
  func three() {
    let shared = FormulaShare(
      articles([
        ("a", "abcdefg"), ("b", "abcdef"), ("c", "abcdef"), ("d", "abcdef"), ("a", "zzzzzzz"),
      ]))
    #expect(
      shared.articles[0]
        == FormulaShare(
          articles([
            ("a", "abcdefg"), ("b", "abcdef"), ("c", "abcdef"), ("d", "abcdef"),
          ])
        ).articles[0])
    #expect(shared.articles[0]?.share == 0.5)
    #expect(shared.articles[1]?.share == 1)
    #expect(shared.articles[4]?.share == 0)
    let two = FormulaShare(
      articles([
        ("a", "abcdef"), ("a", "abcdef"), ("b", "abcdef"), ("c", "abcdef"), ("d", "xyzxyz"),
      ]))
    #expect(two.articles[0]?.share == 0)
  }

  @Test("With three groups or fewer nothing can be said; a short article has no share")
  func nothing() {
    let few = FormulaShare(articles([("a", "abcdef"), ("b", "abcdef"), ("c", "abcdef")]))
    #expect(few.articles.allSatisfy { $0 == nil })
    let short = FormulaShare(articles([("a", "abc"), ("b", "b"), ("c", "c"), ("d", "d")]))
    #expect(short.articles[0]?.total == 0)
    #expect(short.articles[0]?.share == nil)
  }

  @Test("No run crosses from one sentence to the next")
  func sentences() {
    let split = FormulaShare(
      [FormulaArticle(group: "a", sentences: ["abc", "def"])]
        + articles([("b", "abcdef"), ("c", "abcdef"), ("d", "abcdef")]))
    #expect(split.articles[0]?.total == 0)
  }
}
