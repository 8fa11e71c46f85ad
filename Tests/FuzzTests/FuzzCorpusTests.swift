import Analysis
import CommandLine
import FuzzChecks
import RuleLanguage
import TestSupport
import Testing

/// Replays what libFuzzer starts from and what it has found, without libFuzzer.
struct FuzzCorpusTests {
  /// Inputs of a target: its own seeds and regressions, and files that have another home.
  private func inputs(_ target: String, _ others: [String]) throws -> [(String, [UInt8])] {
    let folders = ["fixtures/fuzz/seeds/\(target)", "fixtures/fuzz/regressions/\(target)"]
    let paths = try (folders + others).flatMap { folder in
      try Repository.names(in: folder).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".expected") }
        .map { "\(folder)/\($0)" }
    }
    return try paths.map { ($0, try Repository.bytes($0)) }
  }

  @Test func `every input of the syntax target keeps the invariants`() throws {
    let inputs = try inputs("syntax", ["fixtures/diagnostics/syntax"])
    #expect(inputs.count > 40)
    for (path, bytes) in inputs {
      #expect(SyntaxInvariants.violations(bytes).isEmpty, "\(path)")
    }
  }

  @Test func `every input of the resolve target keeps the invariants`() throws {
    let inputs = try inputs("resolve", ["fixtures/diagnostics/resolve", "rules/civic-campaign"])
    #expect(inputs.count > 60)
    for (path, bytes) in inputs {
      #expect(PackInvariants.violations(bytes).isEmpty, "\(path)")
    }
  }

  private func analyzer() throws -> Analyzer {
    let files = try RulesReader.read(Repository.root + "/rules/civic-campaign")
    return try Analyzer(try #require(PackResolver.resolve(files: files).pack))
  }

  @Test func `every input of the facts target keeps the invariants`() throws {
    let analyzer = try analyzer()
    let inputs = try inputs("facts", [])
    #expect(inputs.count > 10)
    for (path, bytes) in inputs {
      #expect(FactInvariants.violations(analyzer, bytes).isEmpty, "\(path)")
    }
  }

  @Test func `what is near to the inputs of the facts target keeps the invariants`() throws {
    let analyzer = try analyzer()
    var random = SeededGenerator(seed: 7)
    for (path, bytes) in try inputs("facts", []) {
      for _ in 0..<40 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let place = Int.random(in: 0...changed.count, using: &random)
          let mark = Array("\r\n\",;[]{}-:9\\ ".utf8).randomElement(using: &random) ?? 0
          if place < changed.count, Bool.random(using: &random) { changed.remove(at: place) }
          changed.insert(mark, at: min(place, changed.count))
        }
        let violations = FactInvariants.violations(analyzer, changed)
        #expect(violations.isEmpty, "\(path): \(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  @Test func `every input of the evaluate target keeps the invariants`() throws {
    let analyzer = try analyzer()
    let inputs = try inputs("evaluate", ["fixtures/articles"])
    #expect(inputs.count > 40)
    for (path, bytes) in inputs {
      #expect(AnalysisInvariants.violations(analyzer, bytes).isEmpty, "\(path)")
    }
  }
}
