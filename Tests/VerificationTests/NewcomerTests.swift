import Diagnostics
import SourceText
import TestSupport
import Testing
import Verification

/// One mistake in a pack that is otherwise in order gives one error, or none and a warning.
struct NewcomerTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// Words of the good pack that are replaced.
    let right: String
    let wrong: String
    let ids: [String]

    init(_ name: String, _ right: String, _ wrong: String, _ ids: [String]) {
      self.name = name
      self.right = right
      self.wrong = wrong
      self.ids = ids
    }

    var testDescription: String { name }
  }

  private static let good = """
    pack: {name: my-pack, version: 0.1.0}
    labels:
      duty: {on: paragraph, role: tag, levels: [formulaic, substantive]}
    lexicons:
      head: [组长, 河长, 路长]
    rules:
      - id: duty/named-head
        gives: duty = substantive
        any:
          - <head>..8负责
        except:
          - 原<head>..8负责
        fires-on:
          - 各路长要对路段负责。
        silent-on:
          - 会议由办公室召开。
      - id: duty/heard
        gives: duty = formulaic
        any: [高度重视]
        fires-on: [各单位高度重视。]

    """

  private static let mistakes: [Mistake] = [
    Mistake(
      "forgotten-space-after-colon", "version: 0.1.0}", "version:0.1.0}",
      ["missing-space-after-colon"]),
    Mistake("forgotten-colon", "    gives: duty", "    gives duty", ["missing-colon"]),
    Mistake(
      "full-width-colon", "    gives: duty = substantive", "    gives：duty = substantive",
      ["missing-colon"]),
    Mistake("tab-for-indentation", "    gives: duty", "\tgives: duty", ["tab-indentation"]),
    Mistake(
      "item-not-indented-like-others", "    any:\n      - <head>..8负责",
      "     any:\n      - <head>..8负责", ["inconsistent-indentation"]),
    Mistake(
      "missing-dash", "  - id: duty/named-head", "    id: duty/named-head",
      ["inconsistent-indentation"]),
    Mistake("dash-without-space", "      - <head>", "      -<head>", ["missing-space-after-dash"]),
    Mistake(
      "list-written-as-text", "    any:\n      - <head>..8负责", "    any: <head>..8负责",
      ["expected-list"]),
    Mistake(
      "optional-in-brackets", "    any:\n      - <head>..8负责", "    any: [<head>(要)?负责]",
      ["question-mark-in-flow"]),
    Mistake("colon-in-example", "各路长要对路段负责。", "各路长要: 对路段负责。", ["unknown-key"]),
    Mistake(
      "pattern-begins-with-bracket", "      - <head>..8负责", "      - [组长|河长]负责",
      ["text-after-value"]),
    Mistake("pattern-begins-with-star", "      - <head>..8负责", "      - *负责", ["yaml-alias"]),
    Mistake(
      "regex-star", "      - <head>..8负责", "      - 组长.*负责",
      ["regular-expression", "example-fails"]),
    Mistake("misspelt-key", "    gives: duty", "    give: duty", ["unknown-key"]),
    Mistake("misspelt-top-key", "rules:", "rule:", ["unknown-key"]),
    Mistake("misspelt-label", "gives: duty =", "gives: dutty =", ["unknown-label"]),
    Mistake("misspelt-level", "= substantive", "= substantiv", ["invalid-value"]),
    Mistake("misspelt-lexicon", "- <head>..8负责", "- <heads>..8负责", ["unknown-reference"]),
    Mistake("missing-value", "gives: duty = substantive", "gives: duty", ["invalid-value"]),
    Mistake(
      "double-equals", "gives: duty = substantive", "gives: duty == substantive",
      ["malformed-label"]),
    Mistake(
      "colon-for-equals", "gives: duty = substantive", "gives: duty: substantive",
      ["colon-in-plain-scalar"]),
    Mistake("unclosed-quote", "- 各路长要对路段负责。", "- \"各路长要对路段负责。", ["unclosed-quote"]),
    Mistake("unclosed-group", "<head>..8负责", "(<head>|局长..8负责", ["pattern-unbalanced"]),
    Mistake("unclosed-list", "[组长, 河长, 路长]", "[组长, 河长, 路长", ["unclosed-flow"]),
    Mistake(
      "full-width-comma-in-list", "[组长, 河长, 路长]", "[组长，河长，路长]",
      ["punctuated-term", "example-fails"]),
    Mistake("missing-comma", "[组长, 河长, 路长]", "['组长' '河长', 路长]", ["missing-comma"]),
    Mistake(
      "same-key-twice", "    fires-on:\n      - 各路长要对路段负责。", "    any:\n      - 各路长",
      ["duplicate-key"]),
    Mistake("id-with-capitals", "duty/named-head", "Duty/Named_head", ["invalid-name"]),
    Mistake("no-condition", "    any:\n      - <head>..8负责\n", "", ["missing-condition"]),
    Mistake("gap-first", "- <head>..8负责", "- ..8负责", ["pattern-gap-at-start"]),
    Mistake("gap-too-long", "..8负责", "..800负责", ["pattern-gap-too-long"]),
    Mistake("question-mark-stray", "<head>..8负责", "<head>要?负责", ["pattern-stray-operator"]),
    Mistake(
      "because-misspelt", "- 会议由办公室召开。", "- {text: 会议由办公室召开。, because: exception}",
      ["invalid-value"]),
    Mistake("multi-line-text", "- 各路长要对路段负责。", "- 各路长要对\n        路段负责。", ["multi-line-plain"]),
    Mistake("angle-bracket-unclosed", "- <head>..8负责", "- <head..8负责", ["pattern-unbalanced"]),
    Mistake("within-misspelt", "    any:", "    within: sentense\n    any:", ["invalid-value"]),
    Mistake("number-for-level", "= substantive", "= 2", ["invalid-value"]),
    Mistake(
      "unless-not-a-list", "    except:\n      - 原<head>..8负责", "    unless: 原<head>",
      ["expected-list"]),
    Mistake("two-rules-same-id", "id: duty/heard", "id: duty/named-head", ["duplicate-definition"]),
    Mistake("no-header", "pack: {name: my-pack, version: 0.1.0}\n", "", ["missing-pack-header"]),
    Mistake(
      "forgotten-header-version", "{name: my-pack, version: 0.1.0}", "{name: my-pack}",
      ["missing-required-key"]),
    Mistake(
      "comment-touches-value", "gives: duty = substantive", "gives: 'duty = substantive'#strong",
      ["missing-space-before-comment"]),
    Mistake("second-pack-header", "labels:\n", "---\nlabels:\n", ["multiple-documents"]),
    Mistake(
      "label-without-kind", "levels: [formulaic, substantive]", "levels: ", ["expected-list"]),
    Mistake("traditional-term", "[组长, 河长, 路长]", "[组长, 河長, 路长]", ["folded-text"]),
    Mistake("term-twice", "[组长, 河长, 路长]", "[组长, 河长, 组长, 路长]", ["duplicate-term"]),
    Mistake(
      "confidence-in-percent", "    fires-on:\n      - 各路",
      "    confidence: 80%\n    fires-on:\n      - 各路", ["expected-number"]),
    Mistake("curly-quotes", "- 各路长要对路段负责。", "- “各路长要对: 路段负责。”", ["unknown-key"]),
    Mistake("wrong-example", "- 各路长要对路段负责。", "- 各处长要对路段负责。", ["example-fails"]),
    Mistake(
      "example-stopped-by-except", "- 会议由办公室召开。", "- {text: 会议由办公室召开。, because: except}",
      ["example-for-another-reason"]),
    Mistake(
      "exception-that-eats-all", "原<head>..8负责", "(原)?<head>..12负责",
      ["except-covers-all", "example-fails"]),
    Mistake("exception-too-short", "原<head>..8负责", "原组", ["idle-exception"]),
    Mistake("escape-at-end", "<head>..8负责", "<head>..8负责\\", ["pattern-dangling-escape"]),
    Mistake("empty-alternative", "<head>..8负责", "<head>..8(负责|)", ["pattern-empty-alternative"]),
  ]

  private func diagnostics(_ text: String) -> [Diagnostic] {
    PackCheck(files: [SourceFile(name: "pack.yaml", bytes: Array(text.utf8))]).diagnostics
  }

  @Test func `the pack without the mistakes has none`() {
    #expect(diagnostics(Self.good).map(\.message) == [])
  }

  @Test("one mistake, one message", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    try #require(Self.good.contains(mistake.right))
    let found = diagnostics(
      Self.good.replacing(mistake.right, with: mistake.wrong, maxReplacements: 1))
    #expect(found.map(\.id.rawValue) == mistake.ids)
    let errors = found.count { $0.severity == .error }
    // A warning can bring the failing example with it; an error stands alone.
    #expect(errors == 0 || found.count == 1)
    #expect(found.allSatisfy { !$0.notes.isEmpty }, "no remedy is named")
  }

  private static let folder = "fixtures/diagnostics/newcomer"

  @Test("what a newcomer is told", arguments: shown)
  func golden(_ name: String) throws {
    let file = SourceFile(
      name: "\(name).yaml", bytes: try Repository.bytes("\(Self.folder)/\(name).yaml"))
    let found = PackCheck(files: [file]).diagnostics
    #expect(found.count == 1)
    let text = found.map { DiagnosticRenderer().render($0, files: [file]) }.joined()
    try expectGolden(text, "\(Self.folder)/\(name).expected")
  }

  private static let shown = [
    "colon-in-example", "dash-without-space", "exception-too-short", "full-width-colon",
    "list-written-as-text", "misspelt-key", "misspelt-lexicon", "optional-in-brackets",
    "question-mark-stray", "tab-for-indentation",
  ]

  @Test func `every golden of a newcomer is compared`() throws {
    let expected = Self.shown.flatMap { ["\($0).expected", "\($0).yaml"] }
    #expect(try Repository.names(in: Self.folder) == expected)
  }
}
