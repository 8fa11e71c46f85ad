import Analysis
import SourceText
import Verification

/// Reads files of labels and finds the articles that they label.
struct GoldReader {
  struct File: Sendable {
    let path: String
    let labelling: Labelling
  }

  /// An article that is labelled, as its path was put together and whatever that is.
  struct Article: Sendable {
    let path: String
    let identity: FileStatus.Identity
  }

  static let ending = ".json"
  /// In bytes.
  private static let largestFile = 16 << 20

  let pack: PackSummary
  let console: Console
  /// Whether something could not be used, so that the exit status says so.
  private(set) var hasFailed = false

  init(pack: PackSummary, console: Console) {
    self.pack = pack
    self.console = console
  }

  /// The labels under `paths`; what cannot be used is said and left out.
  mutating func read(_ paths: [String]) -> [File] {
    let walker = FileWalker(paths, endings: [Self.ending])
    for problem in walker.problems { report(problem) }
    var files: [File] = []
    for case .file(let path) in walker.inputs {
      do throws(InputProblem) {
        files.append(File(path: path, labelling: try labelling(at: path)))
      } catch {
        report(error)
      }
    }
    return files
  }

  private func labelling(at path: String) throws(InputProblem) -> Labelling {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path, limit: Self.largestFile)
    } catch {
      throw InputProblem(path, "cannot be read: \(error.message)")
    }
    guard bytes.count <= Self.largestFile else {
      throw InputProblem(path, "is larger than \(Self.largestFile >> 20) MB")
    }
    do throws(GoldProblem) {
      return try Labelling(gold: bytes, pack)
    } catch {
      throw InputProblem(path, error.message)
    }
  }

  /// Where the article of `file` lies: in `folder`, else beside the labels, else in a folder
  /// `articles` in theirs or beside it; nil, after it is said, where it lies nowhere.
  mutating func article(of file: File, in folder: String?) -> Article? {
    let own = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
    let folders = folder.map { [$0] } ?? [own, own + "/articles", own + "/../articles"]
    for folder in folders {
      let path = folder == "." ? file.labelling.article : "\(folder)/\(file.labelling.article)"
      if let status = try? FileSystem.status(of: path) {
        return Article(path: path, identity: status.identity)
      }
    }
    let place = folder.map { "in \($0)" } ?? "beside the labels; name its folder by --articles"
    report(InputProblem(file.path, "the article \(file.labelling.article) is not \(place)"))
    return nil
  }

  private mutating func report(_ problem: InputProblem) {
    console.report(problem)
    if problem.isError { hasFailed = true }
  }
}
