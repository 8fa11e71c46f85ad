import SourceText

/// Reads whole files of one kind, and remembers whether one could not be used.
struct WholeFileReader {
  /// What names of such files end in, inside folders.
  let ending: String
  /// In bytes; no larger file is used.
  let largest: Int
  let console: Console
  /// Whether an input could not be used, so that the exit status says so.
  private(set) var hasFailed = false

  /// A reader of files that are, or should be, written in the rule language.
  static func rules(_ console: Console) -> Self {
    Self(ending: RulesLocator.ending, largest: RulesReader.largestFile, console: console)
  }

  /// The files that `paths` mean; what cannot be found is said at once.
  mutating func inputs(_ paths: [String]) -> [FileWalker.Input] {
    let walker = FileWalker(paths, endings: [ending])
    for problem in walker.problems { report(problem) }
    return walker.inputs
  }

  /// The bytes of `input` as they are, valid or not; nil, after it is said why, where there are
  /// none.
  mutating func read(_ input: FileWalker.Input) -> SourceFile? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try input.read(limit: largest)
    } catch {
      report(InputProblem(input.path, "cannot be read: \(error.message)"))
      return nil
    }
    guard bytes.count <= largest else {
      report(InputProblem(input.path, "is larger than \(largest >> 20) MB"))
      return nil
    }
    return SourceFile(name: input.path, bytes: bytes)
  }

  /// Says what is wrong with an input.
  mutating func report(_ problem: InputProblem) {
    console.report(problem)
    if problem.isError { hasFailed = true }
  }
}
