import Markup

/// Turns the paths of a command line into the articles to read, in a fixed order.
///
/// A folder is searched downwards; its articles come in the order of the bytes of their names.
/// Hidden files, and files with other endings than `endings`, are left out inside folders; a file
/// that is named is read whatever its ending. The same file is read once, the same folder searched
/// once.
package struct FileWalker: Sendable {
  /// One article to read.
  package enum Input: Hashable, Sendable {
    /// A regular file by its path.
    case file(String)
    /// A pipe or device that the user named, `<(…)` of a shell among them.
    case pipe(String)
    /// What `-` means.
    case standardInput

    /// Whether it has a place to which something can be written back.
    package var isFile: Bool {
      if case .file = self { true } else { false }
    }

    /// As it was given, or the name of the stream.
    package var path: String {
      switch self {
      case .file(let path), .pipe(let path): path
      case .standardInput: ArticleReader.standardInputName
      }
    }
  }

  /// The endings that articles have inside folders.
  package static let endings =
    [".txt", ".text", ".md"] + HTMLPage.endings + WordFile.endings
    + OfficeFile.foreignEndings
  /// Folders inside one another below a given path.
  private static let deepest = 100

  /// In the order of the paths, inside a folder in that of the bytes of the names.
  package private(set) var inputs: [Input] = []
  /// What could not be found or is read only once, in the order in which it was met.
  package private(set) var problems: [InputProblem] = []
  private var seen: Set<FileStatus.Identity> = []
  private var searched: Set<FileStatus.Identity> = []
  private let endings: [String]
  private var readsStandardInput = false

  /// Finds the files under `paths`, inside folders those whose names end in one of `endings`.
  ///
  /// - Complexity: O(n log n) for n names in the folders.
  package init(_ paths: [String], endings: [String] = FileWalker.endings) {
    self.endings = endings
    for path in paths {
      if path == "-" { addStandardInput() } else { add(path) }
    }
  }

  /// Whether the file is one of the articles.
  package func reads(_ file: FileStatus) -> Bool { seen.contains(file.identity) }

  private mutating func addStandardInput() {
    if readsStandardInput {
      problems.append(InputProblem("-", "is given twice; read once", isError: false))
    } else {
      inputs.append(.standardInput)
    }
    readsStandardInput = true
  }

  /// Adds a path that the user named.
  private mutating func add(_ path: String) {
    guard let status = status(path) else { return }
    switch status.kind {
    case .file: add(.file(path), status)
    case .stream: add(.pipe(path), status)
    case .special(let kind):
      problems.append(
        InputProblem(path, "is \(kind), not a file; use `-` to read from a pipe"))
    case .folder:
      let before = inputs.count + problems.count
      let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      var articles = 0
      search(root, status, inside: [], &articles)
      if articles == 0 && inputs.count + problems.count == before {
        let shown = endings.joined(separator: ", ")
        problems.append(
          InputProblem(
            path,
            "holds nothing to read; inside folders, files that end in \(shown) are read"))
      }
    }
  }

  /// Walks a folder, unless another way led to it before: with two links in each folder the ways
  /// double with every step.
  private mutating func search(
    _ folder: String, _ status: FileStatus, inside ancestors: [FileStatus.Identity],
    _ articles: inout Int
  ) {
    guard searched.insert(status.identity).inserted else {
      problems.append(
        InputProblem(folder, "is the same folder as one before; searched once", isError: false))
      return
    }
    walk(folder, inside: ancestors + [status.identity], &articles)
  }

  private mutating func walk(
    _ folder: String, inside ancestors: [FileStatus.Identity], _ articles: inout Int
  ) {
    let names: [String]
    do throws(SystemError) {
      names = try FileSystem.names(in: folder)
    } catch {
      problems.append(InputProblem(folder, "cannot be searched: \(error.message)"))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      let isArticle = endings.contains { name.lowercased().hasSuffix($0) }
      guard let kind = try? FileSystem.status(of: path) else {
        if isArticle { _ = status(path) }
        continue
      }
      switch kind.kind {
      case .folder:
        if ancestors.contains(kind.identity) {
          problems.append(
            InputProblem(path, "leads back to a folder above it; not followed", isError: false))
        } else if ancestors.count > FileWalker.deepest {
          problems.append(
            InputProblem(path, "lies deeper than \(FileWalker.deepest) folders; not searched"))
        } else {
          search(path, kind, inside: ancestors, &articles)
        }
      case .file where isArticle:
        articles += 1
        add(.file(path), kind)
      case .stream(let words) where isArticle, .special(let words) where isArticle:
        problems.append(InputProblem(path, "is \(words), not a file"))
      case .file, .stream, .special: continue
      }
    }
  }

  private mutating func add(_ input: Input, _ status: FileStatus) {
    guard seen.insert(status.identity).inserted else {
      problems.append(
        InputProblem(input.path, "is the same file as one before; read once", isError: false))
      return
    }
    inputs.append(input)
  }

  private mutating func status(_ path: String) -> FileStatus? {
    do throws(SystemError) {
      return try FileSystem.status(of: path)
    } catch {
      let message =
        if path.isEmpty {
          "an empty path names no file"
        } else if !error.isMissing {
          "cannot be read: \(error.message)"
        } else if FileSystem.isLink(path) {
          "is a symbolic link to nothing"
        } else if path.unicodeScalars.contains("\u{FFFD}") {
          "has a name that is not UTF-8; rename it (`convmv -f GB18030 -t UTF-8` converts names)"
        } else {
          "does not exist"
        }
      problems.append(InputProblem(path, message))
      return nil
    }
  }
}

extension FileWalker.Input {
  /// Opens the input for reading; `close` ends that.
  func open() throws(SystemError) -> Int32 {
    switch self {
    case .file(let path): try FileSystem.openForReading(path)
    case .pipe(let path): try FileSystem.openForReading(path, waits: true)
    case .standardInput: StandardStreams.input
    }
  }

  /// Closes what `open` opened; standard input stays open.
  func close(_ descriptor: Int32) {
    if self != .standardInput { try? FileSystem.closeFile(descriptor) }
  }

  /// All bytes; more than `limit` come back only to show that there are more.
  func read(limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = try open()
    defer { close(descriptor) }
    return try StandardStreams.readAll(descriptor, limit: limit)
  }
}
