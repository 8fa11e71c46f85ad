import SourceText

/// Reads files that are, or should be, written in the rule language.
struct RuleFileReader {
  let console: Console
  /// Whether an input could not be read, so that the exit status says so.
  private(set) var hasFailed = false

  init(console: Console) { self.console = console }

  /// The files that `paths` mean; what cannot be found is said at once.
  mutating func inputs(_ paths: [String]) -> [FileWalker.Input] {
    let walker = FileWalker(paths, endings: [RulesLocator.ending])
    for problem in walker.problems { report(problem) }
    return walker.inputs
  }

  /// The bytes of `input` as they are, valid or not; nil, after it is said why, where there are
  /// none.
  mutating func read(_ input: FileWalker.Input) -> SourceFile? {
    let limit = RulesReader.largestFile
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try input.read(limit: limit)
    } catch {
      report(InputProblem(input.path, "cannot be read: \(error.message)"))
      return nil
    }
    guard bytes.count <= limit else {
      report(InputProblem(input.path, "is larger than \(limit >> 20) MB"))
      return nil
    }
    return SourceFile(name: input.path, bytes: bytes)
  }

  private mutating func report(_ problem: InputProblem) {
    console.report(problem)
    if problem.isError { hasFailed = true }
  }
}
