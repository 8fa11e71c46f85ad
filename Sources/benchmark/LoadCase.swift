import Analysis
import CommandLine
import RuleLanguage
import SourceText

/// A pack to be parsed, resolved and compiled, with a count that shows that all of it came through.
struct LoadCase {
  let name: String
  let files: [SourceFile]
  /// What must come out: rules of the default pack, terms of the others.
  let expected: Int
  let count: (RulePack) -> Int

  /// What was measured; times are in seconds.
  struct Outcome {
    let count: Int
    let bytes: Int
    let fastest: Double
    let median: Double
  }

  /// The default pack, if the working folder has it, and a lexicon of 100,000 terms.
  static func all() -> [LoadCase] {
    var cases: [LoadCase] = []
    if let files = try? RulesReader.read("rules/civic-campaign") {
      cases.append(
        LoadCase(
          name: "load-default-pack", files: files,
          expected: files.reduce(0) { $0 + ruleLines($1) }, count: { $0.rules.count }))
    }
    let terms = 100_000
    cases.append(
      LoadCase(
        name: "load-100000-terms", files: [lexicon(terms)], expected: terms,
        count: { $0.lexicons.reduce(0) { $0 + $1.terms.count } }))
    return cases
  }

  /// Loads the pack so many times; nil when it does not load.
  func run(times repeats: Int) -> Outcome? {
    let clock = ContinuousClock()
    var times: [Double] = []
    var count = 0
    for _ in 0..<repeats {
      let begin = clock.now
      guard let pack = PackResolver.resolve(files: files).pack,
        (try? Analyzer(pack)) != nil
      else { return nil }
      let elapsed = clock.now - begin
      times.append(
        Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
      count = self.count(pack)
    }
    times.sort()
    return Outcome(
      count: count, bytes: files.reduce(0) { $0 + $1.bytes.count }, fastest: times[0],
      median: times[times.count / 2])
  }

  /// How many lines of the file begin a rule: their ids hold a slash.
  private static func ruleLines(_ file: SourceFile) -> Int {
    file.bytes.split(separator: UInt8(ascii: "\n")).count {
      $0.starts(with: "  - id: ".utf8) && $0.contains(UInt8(ascii: "/"))
    }
  }

  /// A pack with one lexicon, a term a line, and one rule that asks for it.
  private static func lexicon(_ count: Int) -> SourceFile {
    var bytes = Array(
      """
      pack: {name: many-terms, version: '1'}
      labels:
        found: {on: paragraph, mark: true}
      rules:
        - id: found/term
          gives: found
          any: [<terms>]
      lexicons:
        terms:

      """.utf8)
    for word in SyntheticText.words(count, seed: 1) {
      bytes += "    - ".utf8
      bytes += word
      bytes.append(UInt8(ascii: "\n"))
    }
    return SourceFile(name: "pack.yaml", bytes: bytes)
  }
}
