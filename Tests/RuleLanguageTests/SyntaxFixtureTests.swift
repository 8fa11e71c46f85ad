import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct SyntaxFixtureTests {
  private static let folder = "fixtures/yaml"

  private func parse(
    _ bytes: [UInt8], _ name: String = "a.yaml"
  ) -> (root: SyntaxNode?, diagnostics: [Diagnostic], file: SourceFile) {
    let file = SourceFile(name: name, bytes: bytes)
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    return (root, diagnostics, file)
  }

  private func yamlFiles(_ folder: String) throws -> [String] {
    try Repository.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
  }

  @Test func `the accepted fixtures have no problems`() throws {
    let paths = try yamlFiles("\(Self.folder)/accepted")
    #expect(paths.count >= 150)
    for path in paths {
      let (_, diagnostics, _) = parse(try Repository.bytes(path))
      #expect(diagnostics.isEmpty, "\(path): \(diagnostics.map(\.id.rawValue))")
    }
  }

  @Test func `the rejected fixtures are told what is written beside them`() throws {
    var names: [String] = []
    for line in try Repository.text("\(Self.folder)/rejected.txt").split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      let name = try #require(words.first.map(String.init))
      names.append(name)
      let (_, diagnostics, file) = parse(try Repository.bytes("\(Self.folder)/rejected/\(name)"))
      let found = diagnostics.map { diagnostic in
        let place = file.location(of: diagnostic.primary.span.start)
        return "\(diagnostic.id.rawValue) \(place.line):\(place.column)"
      }
      #expect(
        found.joined(separator: ", ") == words.last.map { $0.drop { $0 == " " } } ?? "", "\(name)")
    }
    #expect(try Repository.names(in: "\(Self.folder)/rejected") == names.sorted())
  }

  @Test func `a fix-it removes its mistake and makes no other`() throws {
    var fixed: Set<String> = []
    let paths = try yamlFiles("fixtures/diagnostics/syntax") + yamlFiles("\(Self.folder)/rejected")
    for path in paths {
      let bytes = try Repository.bytes(path)
      let (_, diagnostics, _) = parse(bytes)
      let before = counts(diagnostics)
      for diagnostic in diagnostics {
        for fixIt in diagnostic.fixIts {
          let (_, left, file) = parse(applying(fixIt, to: bytes))
          let after = counts(left)
          let id = diagnostic.id.rawValue
          let text = file.text(SourceSpan(0, min(200, file.bytes.count)))
          #expect(
            after[id, default: 0] < before[id, default: 0], "\(path): \(id) stays in\n\(text)")
          for (other, count) in after where other != id {
            #expect(count <= before[other, default: 0], "\(path): \(other) is new in\n\(text)")
          }
          fixed.insert(id)
        }
      }
    }
    let without = Set(SyntaxDiagnostics.all.map(\.rawValue)).subtracting(fixed)
    #expect(without.sorted() == Self.withoutFixIt)
  }

  /// Mistakes whose remedy nobody but the author knows.
  private static let withoutFixIt = [
    "duplicate-key", "file-too-large", "inconsistent-indentation", "invalid-utf8", "key-too-long",
    "mapping-sequence-mixed", "merge-key", "missing-key", "nesting-too-deep", "yaml-alias",
  ]

  private func counts(_ diagnostics: [Diagnostic]) -> [String: Int] {
    diagnostics.reduce(into: [:]) { $0[$1.id.rawValue, default: 0] += 1 }
  }

  private func applying(_ fixIt: FixIt, to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for edit in fixIt.edits.sorted(by: { $0.span > $1.span }) {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.replacement.utf8)
    }
    return bytes
  }

  @Test(
    "what YAML has and the rule language has not is told with the corrected line",
    arguments: [
      ("any: &list [a]", "remove `&list`: `any: [a]`"),
      ("any: *list", #"write the value out; as text, quote it: `"*list"`"#),
      ("version: !!str 1", "remove `!!str`: `version: 1`"),
      ("a:\n\tb: c", "replace the tab by blanks: `b: c`"),
      ("a:\tb", "replace the tab by a blank: `a: b`"),
      ("--- a: b", "remove the marker: `a: b`"), ("? a\n: b", "write `a: b`"),
      ("<<: base", #"write the entries out; as text, quote it: `"<<": base`"#),
      ("on: clause\non: block", "join the values, or keep one line: `on: clause`"),
      ("{on: a, on: b}", "join the values, or keep one line: `on: a`"),
      ("督查:暗访\na: b", "insert a blank: `督查: 暗访`"),
      ("a: b\n督查：暗访", "write the colon in ASCII: `督查: 暗访`"),
      (#"note: "督查"和"暗访""#, #"write `'"督查"和"暗访"'`"#),
    ])
  func correctedLine(_ text: String, _ remedy: String) {
    let (_, diagnostics, _) = parse(Array(text.utf8))
    #expect(diagnostics.count == 1, "\(text)")
    let remedies = diagnostics.flatMap { $0.notes + $0.fixIts.map(\.message) }
    #expect(remedies.contains(remedy), "\(remedies)")
  }
}
