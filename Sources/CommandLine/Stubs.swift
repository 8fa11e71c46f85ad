import Analysis
import Diagnostics
import RuleLanguage
import SourceText

struct Analyzer: Sendable {
  struct Scratch: Sendable {}
  let summary: PackSummary
  init(_ pack: RulePack) throws(CompileError) {
    if pack.name.isEmpty { throw CompileError("", at: nil) }
    summary = PackSummary(pack)
  }
  func analyze(_ file: SourceFile, _ scratch: inout Scratch) -> AnalysisResult {
    AnalysisResult(
      source: file.name, metadata: Metadata(fields: []), paragraphs: [], otherBlocks: [],
      scores: DocumentScores(
        means: [], directives: 0, actionableShare: nil, exhortationShare: nil, slotFill: []),
      noise: [], notices: [])
  }
}
struct CompileError: Error, Sendable {
  let message: String
  let span: LocatedSpan?
  init(_ message: String, at span: LocatedSpan? = nil) {
    self.message = message
    self.span = span
  }
}
enum PackResolver {
  static func resolve(files: [SourceFile]) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
    (
      RulePack(
        name: "stub", version: "0", title: LocalizedText(en: "stub"), fingerprint: "0",
        files: files, labels: [], lexicons: [], patterns: [], rules: [], scores: [],
        directives: nil, confidenceFloor: 0), []
    )
  }
}
