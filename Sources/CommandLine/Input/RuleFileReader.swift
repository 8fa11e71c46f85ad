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
    let name: String
    let bytes: [UInt8]
    do throws(SystemError) {
      switch input {
      case .standardInput:
        name = ArticleReader.standardInputName
        bytes = try StandardStreams.readAll(StandardStreams.input, limit: limit)
      case .file(let path):
        name = path
        bytes = try FileSystem.read(path, limit: limit)
      }
    } catch {
      report(InputProblem(input.name, "cannot be read: \(error.message)"))
      return nil
    }
    guard bytes.count <= limit else {
      report(InputProblem(name, "is larger than \(limit >> 20) MB"))
      return nil
    }
    return SourceFile(name: name, bytes: bytes)
  }

  private mutating func report(_ problem: InputProblem) {
    console.report(problem)
    if problem.isError { hasFailed = true }
  }
}

extension FileWalker.Input {
  fileprivate var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: ArticleReader.standardInputName
    }
  }
}
