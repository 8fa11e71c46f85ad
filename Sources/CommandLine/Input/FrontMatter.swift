package import Analysis
import Decoding
import Diagnostics
package import Documents
import RuleLanguage
package import SourceText

/// The header of an article: `key: value` lines between two lines `---` at its head.
///
///     ---
///     place: Northtown
///     date: 2024-05-31
///     ---
///     The text of the article …
package struct FrontMatter: Hashable, Sendable {
  /// The article with blanks in the place of the header, so that every offset and line stays.
  package let body: SourceFile
  /// In the order of the lines, with spans in bytes of the article; empty without a header.
  package let facts: [StatedMetadata.Fact]
  /// What is to be said of a head that looks like a header; nil where all is well.
  package let problem: String?

  /// The header ends within so many bytes.
  private static let longest = 1 << 16

  /// Looks for a header at the head of `file`; where there is none, `body` is the file.
  ///
  /// In UTF-16 no header is found.
  ///
  /// - Complexity: O(bytes of the header), and a copy of the file where there is one.
  package init(_ file: SourceFile, options: ReadingOptions = ReadingOptions()) {
    guard let lines = Self.fences(file.bytes) else {
      self.init(body: file, facts: [], problem: nil)
      return
    }
    var header = Array(file.bytes[lines.inner])
    let found = EncodingDetector.encoding(of: file.bytes, given: options.encoding)
    let decoded = found.encoding == .utf8 ? nil : TextDecoder.decode(header, as: found.encoding)
    if let decoded { header = decoded.text }
    let reading = StatedFile(SourceFile(name: file.name, bytes: header), source: .frontMatter) {
      let span = decoded?.offsets.original($0) ?? $0
      return SourceSpan(span.start + lines.inner.lowerBound, span.end + lines.inner.lowerBound)
    }
    if let problem = reading.problem {
      self.init(
        body: file, facts: [],
        problem: "begins with `---`, but no header of `key: value` lines follows (\(problem)); "
          + "read as text")
      return
    }
    var bytes = file.bytes
    for offset in lines.outer where bytes[offset] != UInt8(ascii: "\n") {
      bytes[offset] = UInt8(ascii: " ")
    }
    self.init(
      body: SourceFile(name: file.name, bytes: bytes), facts: reading.facts, problem: nil)
  }

  private init(body: SourceFile, facts: [StatedMetadata.Fact], problem: String?) {
    self.body = body
    self.facts = facts
    self.problem = problem
  }

  /// The bytes between the two lines `---`, and those with the lines; nil where one is missing.
  private static func fences(_ bytes: [UInt8]) -> (inner: Range<Int>, outer: Range<Int>)? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "---".utf8) else { return nil }
    let end = min(bytes.count, start + longest)
    var line = start
    var inner: Int?
    while line < end {
      let next = bytes[line..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      let isFence = trimmed(bytes[line..<next]).elementsEqual("---".utf8)
      if let inner {
        if isFence { return (inner..<line, start..<next) }
      } else {
        guard isFence else { return nil }
        inner = min(next + 1, end)
      }
      line = next + 1
    }
    return nil
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
    return line
  }
}

/// `key: value` lines in the subset of YAML that rule files have.
package struct StatedFile: Hashable, Sendable {
  /// In the order of the lines; empty where `problem` says why.
  package let facts: [StatedMetadata.Fact]
  /// Why the lines cannot be used; nil where they can.
  package let problem: String?

  /// The ending that replaces the one of an article's name.
  package static let ending = ".meta.yaml"

  /// The path of the file beside the article at `path`, whether it exists or not.
  static func path(beside path: String) -> String { path.replacingEnding(by: ending) }

  /// Reads `file`; `original` gives the bytes of the article for those of a value in `file`, nil
  /// where the article does not hold it.
  package init(
    _ file: SourceFile, source: Metadata.Source, original: (SourceSpan) -> SourceSpan?
  ) {
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    var facts: [StatedMetadata.Fact] = []
    var problem: String?
    if let error = diagnostics.first(where: { $0.severity == .error }) {
      let line = file.location(of: error.primary.span.start).line
      problem = "line \(line): \(error.message)"
    } else if case .mapping(let entries)? = root?.content {
      for entry in entries {
        guard let name = entry.key.scalarText, let value = entry.value.scalarText else {
          problem = "`\(entry.key.scalarText ?? "")` has more than one value"
          break
        }
        facts.append(
          StatedMetadata.Fact(
            name: name, value: value, source: source, bytes: original(entry.value.span)))
      }
    } else if root != nil {
      problem = "there are no keys"
    }
    self.facts = problem == nil ? facts : []
    self.problem = problem
  }
}
