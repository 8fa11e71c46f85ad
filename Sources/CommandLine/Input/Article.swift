package import Analysis
package import Documents
package import SourceText

/// One article with what is stated of it beside its text.
package struct Article: Sendable {
  /// Its bytes as they are read, blanks in the place of a header; its name is what reports call the
  /// article.
  package var file: SourceFile
  /// What a header, a file beside it, a record or a table says of it; of one name what the stronger
  /// source says, see `StatedMetadata.add`.
  package var stated: StatedMetadata
  /// How the bytes of the file are to be read.
  package var reading: ReadingOptions
  /// Whether the bytes are a part of the input, unpacked, so that places in them are none in the input.
  package var isUnpacked = false

  /// The article in `file`.
  package init(
    file: SourceFile, stated: StatedMetadata = StatedMetadata(),
    reading: ReadingOptions = ReadingOptions()
  ) {
    self.file = file
    self.stated = stated
    self.reading = reading
  }

  /// The article in units.
  ///
  /// - Throws: `InputProblem` where it is longer than any article.
  package func document() throws(InputProblem) -> Document {
    let document = DocumentReader.read(file, options: reading)
    switch document.reading.excess {
    case nil: return document
    case .text(let bytes):
      throw InputProblem(
        file.name,
        "has \(bytes >> 20) MB of text; more than \(DocumentReader.longestText >> 20) MB are no "
          + "article; split it")
    case .clauses:
      throw InputProblem(
        file.name,
        "has more than \(DocumentReader.mostClauses) clauses, too many for an article; split it")
    }
  }

  /// Adds what a table says of the article, by its name.
  package mutating func add(_ facts: [String: [StatedMetadata.Fact]]) {
    for fact in facts[file.name] ?? [] { stated.add(fact) }
  }

  /// No file beside an article is larger, in bytes.
  private static let largestSidecar = 1 << 20

  /// Reads an article with its header and the file beside it.
  ///
  /// - Returns: The article, and what is to be said about it.
  /// - Throws: `InputProblem` where the article itself cannot be used.
  package static func read(
    _ input: FileWalker.Input, options: ReadingOptions = ReadingOptions()
  ) throws(InputProblem) -> (article: Article, notices: [InputProblem]) {
    let content = try ArticleReader.read(input, options: options)
    var notices = content.notice.map { [$0] } ?? []
    let header = FrontMatter(content.file, options: content.reading)
    if let problem = header.problem {
      notices.append(InputProblem(content.file.name, problem, isError: false))
    }
    var article = Article(file: header.body, reading: content.reading)
    article.isUnpacked = content.isUnpacked
    for fact in header.facts { article.stated.add(fact) }
    if case .file(let path) = input, let problem = article.addSidecar(of: path) {
      notices.append(problem)
    }
    return (article, notices)
  }

  /// Adds what the file beside the article at `path` says, if there is one.
  private mutating func addSidecar(of path: String) -> InputProblem? {
    let name = StatedFile.path(beside: path)
    guard let status = try? FileSystem.status(of: name), status.kind == .file else { return nil }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(name, limit: Self.largestSidecar)
    } catch {
      return InputProblem(name, "cannot be read: \(error.message)", topic: .sidecar)
    }
    if bytes.count > Self.largestSidecar {
      return InputProblem(
        name, "is larger than \(Self.largestSidecar >> 20) MB; not used", topic: .sidecar)
    }
    let reading = StatedFile(
      SourceFile(name: name, bytes: bytes), source: .sidecar, original: { _ in nil })
    for fact in reading.facts { stated.add(fact) }
    return reading.problem.map { InputProblem(name, "\($0); not used", topic: .sidecar) }
  }
}

extension String {
  /// The path with `ending` in the place of the ending of its last part.
  func replacingEnding(by ending: String) -> String {
    let name = lastIndex(of: "/").map { index(after: $0) } ?? startIndex
    guard let dot = self[name...].lastIndex(of: "."), dot > name else { return self + ending }
    return self[..<dot] + ending
  }
}
