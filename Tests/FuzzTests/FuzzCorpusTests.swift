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

  @Test func `every input of the evaluate target keeps the invariants`() throws {
    let files = try RulesReader.read(Repository.root + "/rules/civic-campaign")
    let pack = try #require(PackResolver.resolve(files: files).pack)
    let analyzer = try Analyzer(pack)
    let inputs = try inputs("evaluate", ["fixtures/articles"])
    #expect(inputs.count > 40)
    for (path, bytes) in inputs {
      #expect(AnalysisInvariants.violations(analyzer, bytes).isEmpty, "\(path)")
    }
  }
}
