import Analysis
import CommandLine
import Decoding
import Documents
import RuleLanguage
import SourceText

/// One stage of the analysis of clean UTF-8 articles, by the default pack.
///
/// Stages do not build on one another here: `read` is decoding, normalising, repair and
/// segmenting together, `analyse` is everything from bytes to results.
struct StageCase {
  /// The articles, and as a document and as normalised text what the stages before make of them.
  struct Article {
    let file: SourceFile
    let document: Document
    let normalised: [UInt8]
  }

  /// What was measured: bytes of input, and seconds of the median run.
  struct Outcome {
    let count: Int
    let expected: Int
    let bytes: Int
    let seconds: Double
  }

  let name: String
  let articles: [Article]
  /// How often a run goes through the articles: some 3 MB for the fast stages.
  let rounds: Int
  /// What comes out for one article; the scratch has served others before.
  let count: (Article, inout Analyzer.Scratch) -> Int

  /// The stages, if the working folder has the default pack and the articles.
  static func all() -> [StageCase] {
    guard let files = try? RulesReader.read("rules/civic-campaign"),
      let pack = PackResolver.resolve(files: files).pack, let analyzer = try? Analyzer(pack)
    else { return [] }
    let sample = try? FileSystem.read("rules/reading/zh.txt", limit: 1 << 20)
    let options = ReadingOptions(sample: sample.map { ReadingSample($0) })
    let articles = cleanArticles("fixtures/articles", options)
    guard !articles.isEmpty else { return [] }
    func stage(
      _ name: String, rounds: Int = 40,
      _ count: @escaping (Article, inout Analyzer.Scratch) -> Int
    ) -> StageCase { StageCase(name: name, articles: articles, rounds: rounds, count: count) }
    return [
      stage("decode") { article, _ in
        EncodingDetector.encoding(of: article.file.bytes).encoding == .utf8 ? 1 : 0
      },
      stage("normalise") { article, _ in ReadingStages.normalised(article.file.bytes).count },
      stage("segment") { article, _ in Segmenter.cut(article.normalised).sentences.count },
      stage("read") { article, _ in
        DocumentReader.read(article.file, options: options).sentences.count
      },
      stage("match", rounds: 10) { article, scratch in
        analyzer.wordCount(in: article.document, &scratch)
      },
      stage("evaluate", rounds: 4) { article, scratch in
        analyzer.directiveCount(in: article.document, &scratch)
      },
      stage("analyse", rounds: 4) { article, scratch in
        analyzer.analyze(article.file, options: options, &scratch).paragraphs
          .reduce(0) { $0 + $1.directives.count }
      },
    ]
  }

  /// The articles of a folder in which nothing had to be repaired.
  private static func cleanArticles(_ folder: String, _ options: ReadingOptions) -> [Article] {
    let names = ((try? FileSystem.names(in: folder)) ?? []).sorted()
    return names.compactMap { name in
      guard name.hasSuffix(".txt"),
        let bytes = try? FileSystem.read("\(folder)/\(name)", limit: 1 << 20)
      else { return nil }
      let file = SourceFile(name: name, bytes: bytes)
      let document = DocumentReader.read(file, options: options)
      guard document.noise.isEmpty else { return nil }
      return Article(
        file: file, document: document, normalised: ReadingStages.normalised(bytes))
    }
  }

  /// Runs all articles many times; each time must bring what a fresh scratch brought.
  func run(times repeats: Int) -> Outcome {
    var expected = 0
    for article in articles {
      var fresh = Analyzer.Scratch()
      expected += count(article, &fresh) * rounds
    }
    var scratch = Analyzer.Scratch()
    let clock = ContinuousClock()
    var times: [Double] = []
    var counts: [Int] = []
    for _ in 0..<repeats {
      let begin = clock.now
      var total = 0
      for _ in 0..<rounds {
        for article in articles { total += count(article, &scratch) }
      }
      let elapsed = (clock.now - begin).components
      times.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
      counts.append(total)
    }
    let bytes = articles.reduce(0) { $0 + $1.file.bytes.count } * rounds
    return Outcome(
      count: counts.first { $0 != expected } ?? expected, expected: expected, bytes: bytes,
      seconds: times.sorted()[repeats / 2])
  }
}
