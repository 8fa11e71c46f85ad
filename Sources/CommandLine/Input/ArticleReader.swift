import Decoding
package import Documents
package import SourceText

/// Reads the bytes of one article.
package enum ArticleReader {
  /// No article is larger, in bytes.
  package static let largest = 64 << 20
  /// The name of an article that comes from standard input.
  package static let standardInputName = "<stdin>"

  /// The bytes of one article.
  package struct Content: Sendable {
    /// The bytes under the name of the input; of a Word file the XML of its text.
    package let file: SourceFile
    /// Whether the bytes are not those of the input, but a part of it, unpacked.
    package let isUnpacked: Bool
    /// How the bytes are to be read.
    package let reading: ReadingOptions
    /// What is to be said about them.
    package let notice: InputProblem?
  }

  /// The article, with what is to be said about it.
  ///
  /// A file longer than `limit` bytes is not read.
  ///
  /// - Throws: `InputProblem` where the input cannot be read, is longer, or is no text.
  package static func read(
    _ input: FileWalker.Input, options: ReadingOptions = ReadingOptions(), limit: Int = largest
  ) throws(InputProblem) -> Content {
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
    if let unpacked = try OfficeFile.text(name, bytes) {
      // What the user says of the encoding is said of files of text; XML says it itself.
      let reading = ReadingOptions(sample: options.sample)
      return Content(
        file: SourceFile(name: name, bytes: unpacked), isUnpacked: true, reading: reading,
        notice: try check(name, unpacked, reading))
    }
    return Content(
      file: SourceFile(name: name, bytes: bytes), isUnpacked: false, reading: options,
      notice: try check(name, bytes, options))
  }

  /// The refusal of a file of `size` bytes, nil where no size is known.
  private static func tooLarge(_ name: String, _ limit: Int, _ size: Int? = nil) -> InputProblem {
    func words(_ count: Int) -> String { count >= 1 << 20 ? "\(count >> 20) MB" : "\(count) bytes" }
    let found = size.map { "has \(words($0)), which is" } ?? "is"
    return InputProblem(name, "\(found) larger than \(words(limit)); split it into articles")
  }

  /// What is to be said of a file that is read in another encoding than it is in.
  private static func contradiction(
    _ name: String, _ bytes: [UInt8], _ found: FoundEncoding, _ likely: FoundEncoding
  ) -> InputProblem? {
    guard found.encoding != likely.encoding else { return nil }
    let reason: String
    switch likely.origin {
    case .byteOrderMark: reason = "begins with the mark of \(likely.encoding.rawValue)"
    case .declared: reason = "says that it is in \(likely.encoding.rawValue)"
    // Text of another encoding is hardly ever valid UTF-8.
    case .detected
    where likely.encoding == .utf8 && UTF8Probe.firstDamage(in: bytes) == nil
      && bytes.contains { $0 >= 0x80 }:
      reason = "is valid UTF-8"
    case .detected, .given: return nil
    }
    return InputProblem(
      name, "\(reason), but is read as \(found.encoding.rawValue), as asked by `--encoding`",
      isError: false)
  }

  /// No text has more than one control character in so many bytes.
  private static let mostControls = 16

  /// Whether no encoding of text uses the byte but to control a device.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  /// Refuses what is no text; gives notice of what is doubtful text.
  private static func check(
    _ name: String, _ bytes: [UInt8], _ options: ReadingOptions
  ) throws(InputProblem) -> InputProblem? {
    if bytes.isEmpty { return InputProblem(name, "is empty", isError: false) }
    let likely = EncodingDetector.encoding(of: bytes)
    let found = options.encoding?.settled(by: bytes) ?? likely
    if let problem = contradiction(name, bytes, found, likely) { return problem }
    switch found.encoding {
    case .utf16LittleEndian, .utf16BigEndian: return nil
    case .gb18030, .big5, .utf8: break
    }
    let nulls = bytes.count { $0 == 0 }
    if nulls > bytes.count / mostControls {
      throw InputProblem(
        name,
        "holds \(nulls) NUL bytes in \(bytes.count): it is no text; convert it to text first")
    }
    let controls = bytes.count(where: isControl)
    if controls > bytes.count / mostControls, let first = bytes.firstIndex(where: isControl) {
      throw InputProblem(
        name,
        "holds \(controls) control characters in \(bytes.count) bytes, the first at byte "
          + "\(first): it is no text; convert it to text first")
    }
    if found.encoding == .utf8, let offset = UTF8Probe.firstDamage(in: bytes) {
      return InputProblem(
        name,
        "holds bytes that are not UTF-8, the first at byte \(offset); they are marked in the "
          + "result (if it is in another encoding, name it with `--encoding`)",
        isError: false)
    }
    return nil
  }
}
