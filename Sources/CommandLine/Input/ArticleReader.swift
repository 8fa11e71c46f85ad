import Decoding
package import Documents
package import SourceText

/// Reads the bytes of one article.
package enum ArticleReader {
  /// No article is larger, in bytes.
  package static let largest = 64 << 20
  /// The name of an article that comes from standard input.
  package static let standardInputName = "<stdin>"

  /// The article, with what is to be said about it.
  package static func read(
    _ input: FileWalker.Input, options: ReadingOptions = ReadingOptions(), limit: Int = largest
  ) throws(InputProblem) -> (file: SourceFile, notice: InputProblem?) {
    let name = input.path
    if case .file(let path) = input {
      let size = (try? FileSystem.status(of: path).size) ?? 0
      if size > limit { throw tooLarge(name, limit, size) }
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try input.read(limit: limit)
    } catch {
      throw InputProblem(name, "cannot be read: \(error.message)")
    }
    if bytes.count > limit { throw tooLarge(name, limit) }
    let content = try OfficeFile.text(name, bytes)
    return (SourceFile(name: name, bytes: content), try check(name, content, options))
  }

  /// The refusal of a file of `size` bytes, nil where no size is known.
  private static func tooLarge(_ name: String, _ limit: Int, _ size: Int? = nil) -> InputProblem {
    func words(_ count: Int) -> String { count >= 1 << 20 ? "\(count >> 20) MB" : "\(count) bytes" }
    let found = size.map { "has \(words($0)), which is" } ?? "is"
    return InputProblem(name, "\(found) larger than \(words(limit)); split it into articles")
  }

  /// Refuses what is no text; gives notice of what is doubtful text.
  private static func check(
    _ name: String, _ bytes: [UInt8], _ options: ReadingOptions
  ) throws(InputProblem) -> InputProblem? {
    if bytes.isEmpty { return InputProblem(name, "is empty", isError: false) }
    let found = options.encoding ?? EncodingDetector.encoding(of: bytes)
    switch found.encoding {
    case .utf16LittleEndian, .utf16BigEndian: return nil
    case .gb18030, .big5, .utf8: break
    }
    let nulls = bytes.count { $0 == 0 }
    if nulls > bytes.count / 16 {
      throw InputProblem(
        name,
        "holds \(nulls) NUL bytes in \(bytes.count): it is no text; convert it to text first")
    }
    if found.encoding == .utf8, String(validating: bytes, as: UTF8.self) == nil {
      return InputProblem(
        name,
        "holds bytes that are not UTF-8; they are marked in the result (if it is in another encoding, name it with `--encoding`)",
        isError: false)
    }
    return nil
  }
}
