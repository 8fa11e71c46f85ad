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
  private var reader: WholeFileReader

  init(pack: PackSummary, console: Console) {
    self.pack = pack
    reader = WholeFileReader(ending: Self.ending, largest: Self.largestFile, console: console)
  }

  /// Whether something could not be used, so that the exit status says so.
  var hasFailed: Bool { reader.hasFailed }

  /// The labels under `paths`; what cannot be used is said and left out.
  mutating func read(_ paths: [String]) -> [File] {
    var files: [File] = []
    for input in reader.inputs(paths) where input.isFile {
      guard let file = reader.read(input) else { continue }
      do throws(GoldProblem) {
        files.append(File(path: file.name, labelling: try Labelling(gold: file.bytes, pack)))
      } catch {
        reader.report(InputProblem(file.name, error.message))
      }
    }
    return files
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
    reader.report(InputProblem(file.path, "the article \(file.labelling.article) is not \(place)"))
    return nil
  }
}
