import Analysis

extension Invocation.Settings {
  /// Whether names of persons are hidden: as the user says, else they are in what is made to be passed
  /// on, and not on the screen and in records, whose words are those of the article.
  var hidesNames: Bool {
    if let names { return names == .mask }
    return switch format {
    case .html, .csv, .markdown: true
    case .table, .json, .ndjson, .sarif: false
    }
  }

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
