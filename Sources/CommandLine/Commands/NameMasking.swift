import Analysis

extension Invocation.Settings {
  /// What hides names of persons, nil where they are kept.
  ///
  /// - Throws: `reported`, where the names of the pack cannot be compiled: nothing is written then
  ///   rather than something with names.
  func mask(_ analyzer: Analyzer, _ console: Console) throws(CommandFailure) -> PersonMask? {
    guard hidesNames else { return nil }
    do throws(CompileError) {
      return try PersonMask(analyzer.rulePack)
    } catch {
      console.error("names of persons cannot be found: \(error.message)")
      throw .reported(.failure)
    }
  }
}
