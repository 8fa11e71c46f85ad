import Analysis
import PageReport

extension Invocation.Settings {
  /// What hides names of persons in pages, nil where they are kept.
  ///
  /// - Throws: `reported`, where the names of the pack cannot be compiled: no page is written then
  ///   rather than one with names.
  func mask(_ analyzer: Analyzer, _ console: Console) throws(CommandFailure) -> PersonMask? {
    guard names == .mask else { return nil }
    do throws(CompileError) {
      return try PersonMask(analyzer.rules)
    } catch {
      console.error("names of persons cannot be found: \(error.message)")
      throw .reported(.failure)
    }
  }
}
