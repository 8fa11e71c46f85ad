package import Analysis
import Decoding
import Diagnostics
package import Documents
import RuleLanguage
package import SourceText

/// The header of an article: `key: value` lines between two lines `---` at its head; `...` closes
/// it too, as in YAML.
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
  /// In UTF-16 no header is read; `problem` tells of what would be one.
  ///
  /// - Complexity: O(bytes of the header), and a copy of the file where there is one.
  package init(_ file: SourceFile, options: ReadingOptions = ReadingOptions()) {
    let lines: (inner: Range<Int>, outer: Range<Int>)
    switch Self.head(file.bytes) {
    case .text:
      self.init(body: file, facts: [], problem: Self.wideProblem(file.bytes, options))
      return
    case .open:
      self.init(
        body: file, facts: [],
        problem: Self.refusal("nothing closes it within \(Self.longest >> 10) KB"))
      return
    case .header(let inner, let outer): lines = (inner, outer)
    }
    var header = Array(file.bytes[lines.inner])
    let found = EncodingDetector.encoding(of: file.bytes, given: options.encoding)
    let decoded = found.encoding == .utf8 ? nil : TextDecoder.decode(header, as: found.encoding)
    if let decoded { header = decoded.text }
    let reading = StatedFile(
      SourceFile(name: file.name, bytes: header), firstLine: 2, source: .frontMatter
    ) {
      let span = decoded?.offsets.original($0) ?? $0
      return SourceSpan(span.start + lines.inner.lowerBound, span.end + lines.inner.lowerBound)
    }
    if let problem = reading.problem {
      self.init(body: file, facts: [], problem: Self.refusal(problem))
      return
    }
    var bytes = file.bytes
    for offset in lines.outer where !Self.isBreak(bytes[offset]) {
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

  private static func refusal(_ reason: String) -> String {
    "begins with `---`, but no header of `key: value` lines follows (\(reason)); read as text"
  }

  /// What is to be said of a file in UTF-16 that begins as one with a header does.
  private static func wideProblem(_ bytes: [UInt8], _ options: ReadingOptions) -> String? {
    // Behind a byte order mark, or at once.
    guard bytes.prefix(4).contains(UInt8(ascii: "-")) else { return nil }
    let encoding = EncodingDetector.encoding(of: bytes, given: options.encoding).encoding
    guard encoding.isWide,
      let decoded = TextDecoder.decode(Array(bytes.prefix(2 * longest)), as: encoding)
    else { return nil }
    return switch head(decoded.text) {
    case .text: nil
    case .open, .header:
      "begins with a header, but none is read in UTF-16; read as text (convert the file to UTF-8)"
    }
  }

  private enum Head {
    case text
    /// Begins as a header does, and goes on without an end.
    case open
    /// The bytes between the lines around it, and those with these lines.
    case header(inner: Range<Int>, outer: Range<Int>)
  }

  private static func head(_ bytes: [UInt8]) -> Head {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "---".utf8) else { return .text }
    let end = min(bytes.count, start + longest)
    var line = start
    var inner: Int?
    var hasKey = false
    while line < end {
      let next = bytes[line..<end].firstIndex(where: isBreak) ?? end
      let hasPair = bytes[next..<end].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
      let following = min(next + (hasPair ? 2 : 1), end)
      let words = trimmed(bytes[line..<next])
      let isFence = words.elementsEqual("---".utf8)
      if let inner {
        if isFence || words.elementsEqual("...".utf8) {
          return .header(inner: inner..<line, outer: start..<next)
        }
        if line == inner { hasKey = beginsWithKey(words) }
      } else {
        guard isFence else { return .text }
        inner = following
      }
      line = following
    }
    return hasKey ? .open : .text
  }

  /// Whether a line is a name, a colon, and nothing or a blank behind it.
  private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { ![UInt8(ascii: ":"), UInt8(ascii: " ")].contains($0) }
    let rest = line[name.endIndex...]
    return !name.isEmpty && rest.first == UInt8(ascii: ":")
      && [nil, UInt8(ascii: " ")].contains(rest.dropFirst().first)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
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

  /// Reads `file`, whose first line is the line `firstLine` of what a user sees; `original` gives the
  /// bytes of the article for those of a value in `file`, nil where the article does not hold it.
  package init(
    _ file: SourceFile, firstLine: Int = 1, source: Metadata.Source,
    original: (SourceSpan) -> SourceSpan?
  ) {
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    var facts: [StatedMetadata.Fact] = []
    var problem: String?
    if let error = diagnostics.first(where: { $0.severity == .error }) {
      let line = file.location(of: error.primary.span.start).line + firstLine - 1
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
