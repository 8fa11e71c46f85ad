import Analysis
import Impact
import TestSupport
import Testing

struct ImpactPropertyTests {
  @Test("A pack compared with itself has no flips", arguments: 0..<40)
  func same(seed: UInt64) throws {
    var edits = RandomEdits(random: SeededGenerator(seed: seed))
    let pack = edits.edited(SmallPack())
    #expect(try flips(pack, pack, edits.text()).isEmpty, "seed \(seed)")
    let analyzer = try pack.analyzer()
    #expect(PackDelta(analyzer.rulePack, analyzer.rulePack).isEmpty, "seed \(seed)")
  }

  @Test("Swapping the packs turns every flip round", arguments: 0..<80)
  func inverse(seed: UInt64) throws {
    var edits = RandomEdits(random: SeededGenerator(seed: seed))
    let before = edits.edited(SmallPack())
    let after = edits.edited(before)
    let text = edits.text()
    let forth = try flips(before, after, text)
    let back = try flips(after, before, text)
    #expect(
      forth.map(\.inverse.words).sorted() == back.map(\.words).sorted(), "seed \(seed): \(text)")
  }

  @Test("There are flips exactly where the analyses say different things", arguments: 0..<80)
  func complete(seed: UInt64) throws {
    var edits = RandomEdits(random: SeededGenerator(seed: seed))
    let before = edits.edited(SmallPack())
    let after = edits.edited(before)
    let text = edits.text()
    let (old, new) = (try before.analyzer(), try after.analyzer())
    var scratch = Analyzer.Scratch()
    let left = old.trace(document(text), &scratch)
    let right = new.trace(document(text), &scratch)
    let found = FlipFinder(old.rulePack, new.rulePack).flips(left, right)
    #expect(
      found.isEmpty == (said(left.result) == said(right.result)),
      "seed \(seed): \(text) \(found.map(\.words))")
  }

  @Test("An analysis that is kept equals a new one", arguments: 0..<60)
  func incremental(seed: UInt64) throws {
    var edits = RandomEdits(random: SeededGenerator(seed: seed))
    var pack = edits.edited(SmallPack())
    var analyzer = try pack.analyzer()
    var scratch = Analyzer.Scratch()
    let texts = (0..<5).map { _ in edits.text() }
    var articles = texts.map { WatchedArticle(document($0), analyzer, &scratch) }
    for step in 0..<4 {
      pack = edits.edited(pack)
      let next = try pack.analyzer()
      let retuning = Retuning(from: analyzer, to: next)
      for index in articles.indices {
        let update = retuning.update(articles[index], &scratch)
        let fresh = next.trace(document(texts[index]), &scratch)
        #expect(
          update.article.trace.result == fresh.result, "seed \(seed), step \(step): \(texts[index])"
        )
        #expect(
          Set(update.article.trace.grants) == Set(fresh.grants), "seed \(seed), step \(step)")
        let flips = retuning.finder.flips(articles[index].trace, fresh)
        #expect(update.flips == flips, "seed \(seed), step \(step)")
        articles[index] = update.article
      }
      analyzer = next
    }
  }

  @Test("Articles in which a changed rule does the same as before are left alone")
  func untouched() throws {
    let old = try SmallPack().analyzer()
    let new = try SmallPack().with("t/word", nil).analyzer()
    let retuning = Retuning(from: old, to: new)
    var scratch = Analyzer.Scratch()
    let touched = ["责任大。", "组长负责。", "责任编辑李四。", "招聘有责任心的人。"].map { text in
      retuning.update(WatchedArticle(document(text), old, &scratch), &scratch).wasAnalysed
    }
    #expect(touched == [true, false, false, false])
  }

  @Test("A slot that holds in a clause and not in its directive is seen")
  func slotInClause() throws {
    let old = try SmallPack().analyzer()
    let new = try SmallPack().with(
      "s/head", "{id: s/head, gives: obligor = 0.9, any: [组长], unless: [天气]}"
    ).analyzer()
    var scratch = Analyzer.Scratch()
    let article = WatchedArticle(document("会议要求,组长牵头,清理楼道,修补天气。"), old, &scratch)
    let update = Retuning(from: old, to: new).update(article, &scratch)
    #expect(update.wasAnalysed)
    #expect(update.flips.map(\.label) == ["obligor"])
  }

  /// What an analysis says, apart from the words that earned tags and from sums over the document.
  private func said(_ result: AnalysisResult) -> AnalysisResult {
    var result = result
    for paragraph in result.paragraphs.indices {
      for tag in result.paragraphs[paragraph].tags.indices {
        result.paragraphs[paragraph].tags[tag].evidence = []
      }
      for index in result.paragraphs[paragraph].directives.indices {
        var directive = result.paragraphs[paragraph].directives[index]
        for slot in directive.slots.indices { directive.slots[slot].rule = nil }
        for score in directive.scores.indices {
          directive.scores[score].equal = nil
          directive.scores[score].course = nil
          directive.scores[score].parts = []
          directive.scores[score].adjustments = []
        }
        result.paragraphs[paragraph].directives[index] = directive
      }
    }
    for block in result.otherBlocks.indices { result.otherBlocks[block].rule = nil }
    for field in result.metadata.fields.indices {
      result.metadata.fields[field].rule = nil
      result.metadata.fields[field].bytes = nil
    }
    result.scores = DocumentScores(
      means: [], directives: 0, actionableShare: nil, exhortationShare: nil, slotFill: [])
    return result
  }
}
