import Analysis

extension Invocation.Settings {
  /// What becomes of the names of persons: as the user says, else hidden in what is made to be passed
  /// on, and kept on the screen and in records, whose words are those of the article.
  private var nameHandling: NameHandling {
    if let names { return names }
    return switch format {
    case .html, .csv, .markdown: .mask
    case .table, .json, .ndjson, .sarif: .keep
    }
  }

  /// What hides names of persons, nil where they are kept.
  ///
  /// - Throws: `reported`, where the names of the pack cannot be compiled: nothing is written then
  ///   rather than something with names.
  func mask(_ analyzer: Analyzer, _ console: Console) throws(CommandFailure) -> PersonMask? {
    guard nameHandling == .mask else { return nil }
    do throws(CompileError) {
      return try PersonMask(analyzer.rulePack)
    } catch {
      console.error("names of persons cannot be found: \(error.message)")
      throw .reported(.failure)
    }
  }
}
