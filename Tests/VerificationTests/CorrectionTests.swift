import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing
import Verification

/// What `duban check --fix` makes of every wrong file there is.
struct CorrectionTests {
  private static let fixtures: [String] = {
    let folders = ["syntax", "resolve", "lint", "newcomer"].map { "fixtures/diagnostics/\($0)" }
    return folders.flatMap { folder in
      ((try? Repository.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
        .map { "\(folder)/\($0)" }
    }
  }()

  private func check(_ file: SourceFile) -> [Diagnostic] { PackCheck(files: [file]).diagnostics }

  @Test("a correction removes its problem and touches nothing else", arguments: fixtures)
  func correction(_ path: String) throws {
    let file = SourceFile(name: path, bytes: try Repository.bytes(path))
    for diagnostic in check(file) {
      let fixed = FixApplication([diagnostic], to: [file])
      guard let change = fixed.changed.first else {
        #expect(diagnostic.fixIts.isEmpty)
        continue
      }
      let after = SourceFile(name: path, bytes: change.bytes)
      let count = { (found: [Diagnostic]) in found.count { $0.id == diagnostic.id } }
      #expect(count(check(after)) < count(check(file)), "\(diagnostic.id.rawValue)")
      expectOnlyEdits(diagnostic.fixIts[0].edits, file.bytes, after.bytes)
    }
  }

  /// Takes the replacements out of `new` and the replaced out of `old`; the rest must be equal.
  private func expectOnlyEdits(_ edits: [TextEdit], _ old: [UInt8], _ new: [UInt8]) {
    var rest = new[...]
    var position = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      let kept = old[position..<edit.span.start]
      #expect(rest.starts(with: kept))
      rest = rest.dropFirst(kept.count)
      #expect(rest.starts(with: edit.replacement.utf8))
      rest = rest.dropFirst(edit.replacement.utf8.count)
      position = edit.span.end
    }
    #expect(rest.elementsEqual(old[position...]))
  }

  @Test("there are corrections to look at")
  func count() {
    let fixable = Self.fixtures.filter { path in
      guard let bytes = try? Repository.bytes(path) else { return false }
      return check(SourceFile(name: path, bytes: bytes)).contains { !$0.fixIts.isEmpty }
    }
    #expect(fixable.count >= 15)
  }
}
