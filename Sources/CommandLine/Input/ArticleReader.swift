package import SourceText

/// Reads the bytes of one article.
package enum ArticleReader {
  /// No article is larger, in bytes.
  package static let largest = 64 << 20
  /// The name of an article that comes from standard input.
  package static let standardInputName = "<stdin>"

  /// The article, with what is to be said about it.
  package static func read(
    _ input: FileWalker.Input, limit: Int = largest
  ) throws(InputProblem) -> (file: SourceFile, notice: InputProblem?) {
    let name: String
    let bytes: [UInt8]
    switch input {
    case .standardInput:
      name = standardInputName
      bytes = try read(name) { () throws(SystemError) in
        try StandardStreams.readAll(StandardStreams.input, limit: limit)
      }
    case .file(let path):
      name = path
      let size = (try? FileSystem.status(of: path).size) ?? 0
      if size > limit { throw tooLarge(path, limit, size) }
      bytes = try read(name) { () throws(SystemError) in
        try FileSystem.read(path, limit: limit)
      }
    }
    if bytes.count > limit { throw tooLarge(name, limit) }
    let content = try OfficeFile.text(name, bytes)
    return (SourceFile(name: name, bytes: content), try check(name, content))
  }

  private static func read(
    _ name: String, _ source: () throws(SystemError) -> [UInt8]
  ) throws(InputProblem) -> [UInt8] {
    do throws(SystemError) {
      return try source()
    } catch {
      throw InputProblem(name, "cannot be read: \(error.message)")
    }
  }

  /// The refusal of a file of `size` bytes, nil where no size is known.
  private static func tooLarge(_ name: String, _ limit: Int, _ size: Int? = nil) -> InputProblem {
    func words(_ count: Int) -> String { count >= 1 << 20 ? "\(count >> 20) MB" : "\(count) bytes" }
    let found = size.map { "has \(words($0)), which is" } ?? "is"
    return InputProblem(name, "\(found) larger than \(words(limit)); split it into articles")
  }

  /// Refuses what is no text; gives notice of what is doubtful text.
  private static func check(
    _ name: String, _ bytes: [UInt8]
  ) throws(InputProblem) -> InputProblem? {
    if bytes.isEmpty { return InputProblem(name, "is empty", isError: false) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputProblem(name, "is UTF-16; convert it with `iconv -f UTF-16 -t UTF-8`")
    }
    let nulls = bytes.count { $0 == 0 }
    if nulls > bytes.count / 16 {
      throw InputProblem(
        name, "holds \(nulls) NUL bytes in \(bytes.count): it is not UTF-8 text; convert it first")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      return InputProblem(
        name,
        "holds bytes that are not UTF-8; they are marked in the result (a GB18030 file is converted with `iconv -f GB18030 -t UTF-8`)",
        isError: false)
    }
    return nil
  }
}
