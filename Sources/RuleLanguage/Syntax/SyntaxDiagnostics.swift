package import Diagnostics
import SourceText

/// Every diagnostic of the syntax, one factory each, in alphabetical order.
///
/// Each is documented with its cause, a line that is wrong, and the line corrected; golden pairs in
/// `fixtures/diagnostics/syntax` show the wording.
package enum SyntaxDiagnostics {
  /// The ids of all of them, in alphabetical order.
  package static let all: [DiagnosticID] = [
    DiagnosticID("block-scalar-header"),
    DiagnosticID("block-scalar-indentation"),
    DiagnosticID("colon-in-plain-scalar"),
    DiagnosticID("complex-key"),
    DiagnosticID("control-character"),
    DiagnosticID("document-marker"),
    DiagnosticID("duplicate-key"),
    DiagnosticID("empty-flow-entry"),
    DiagnosticID("file-too-large"),
    DiagnosticID("flow-indentation"),
    DiagnosticID("flow-pair"),
    DiagnosticID("inconsistent-indentation"),
    DiagnosticID("indicator-at-start"),
    DiagnosticID("invalid-escape"),
    DiagnosticID("invalid-utf8"),
    DiagnosticID("key-too-long"),
    DiagnosticID("mapping-sequence-mixed"),
    DiagnosticID("merge-key"),
    DiagnosticID("mismatched-bracket"),
    DiagnosticID("missing-colon"),
    DiagnosticID("missing-comma"),
    DiagnosticID("missing-key"),
    DiagnosticID("missing-space-after-colon"),
    DiagnosticID("missing-space-after-dash"),
    DiagnosticID("missing-space-before-comment"),
    DiagnosticID("multi-line-plain"),
    DiagnosticID("multi-line-quoted"),
    DiagnosticID("multiple-documents"),
    DiagnosticID("nesting-too-deep"),
    DiagnosticID("question-mark-in-flow"),
    DiagnosticID("sequence-on-key-line"),
    DiagnosticID("tab-as-separator"),
    DiagnosticID("tab-indentation"),
    DiagnosticID("text-after-value"),
    DiagnosticID("unclosed-flow"),
    DiagnosticID("unclosed-quote"),
    DiagnosticID("yaml-alias"),
    DiagnosticID("yaml-anchor"),
    DiagnosticID("yaml-directive"),
    DiagnosticID("yaml-tag"),
  ]

  /// Something stands behind `|` or `>` that is not an indicator.
  ///
  /// Wrong: `note: >x`. Right: `note: ">x"`.
  static func blockScalarHeader(_ place: Label, text: String, fixIts: [FixIt]) -> Diagnostic {
    error(
      "block-scalar-header", "`\(text)` is not the head of a block scalar", at: place,
      notes: [
        "behind `|` or `>` may stand `+` or `-`, a digit from 1 to 9, and a comment",
        "text that begins with `|` or `>` must be quoted",
      ],
      fixIts: fixIts)
  }

  /// A line of a block scalar is indented less than its first one, or a blank line before it more.
  ///
  /// Wrong:
  ///     note: |
  ///         one
  ///       two
  /// Right:
  ///     note: |
  ///         one
  ///         two
  static func blockScalarIndentation(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "block-scalar-indentation",
      "the lines of a block scalar do not begin at one column", at: place,
      notes: [
        "the first line with text sets the column; no line before it may have more blanks, none after it may begin before that column"
      ],
      fixIts: fixIts)
  }

  /// Unquoted text contains `: ` or ends with `:`.
  ///
  /// Wrong: `note: checks: of shops`. Right: `note: "checks: of shops"`.
  static func colonInPlainScalar(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "colon-in-plain-scalar", "a plain scalar cannot contain a colon and a blank", at: place,
      notes: ["`: ` separates a key from its value; text that contains it must be quoted"],
      fixIts: fixIts)
  }

  /// A key is marked by `?`, or is a mapping or a sequence.
  ///
  /// Wrong: `? name`. Right: `name: value`.
  static func complexKey(_ place: Label, fixIts: [FixIt] = []) -> Diagnostic {
    error(
      "complex-key", "a key must be a scalar on one line", at: place,
      notes: ["write `key: value`"],
      fixIts: fixIts)
  }

  /// A control character, a line separator or a byte order mark stands inside the file.
  ///
  /// Wrong: `a: <NUL>`. Right: `a: "\0"`.
  static func controlCharacter(
    _ place: Label, scalar: UInt32, fixIts: [FixIt]
  ) -> Diagnostic {
    error(
      "control-character",
      "the file contains the invisible character \(codePoint(scalar))", at: place,
      notes: [
        "YAML parsers reject it or disagree about it; remove it, or write it as an escape such as `\"\\u2028\"` in double quotes"
      ],
      fixIts: fixIts)
  }

  /// A line is `...`, or text follows `---` on its line.
  ///
  /// Wrong: `...`. Right: `(no line)`.
  static func documentMarker(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "document-marker", "a document marker cannot stand here", at: place,
      notes: [
        "a file holds one document; only a line `---` may stand before it",
        "what follows is not read",
      ],
      fixIts: fixIts)
  }

  /// Two entries of one mapping have the same key.
  ///
  /// Wrong: `{on: clause, on: block}`. Right: `{on: clause}`.
  static func duplicateKey(
    _ place: Label, key: String, first: Label, line: String
  ) -> Diagnostic {
    error(
      "duplicate-key", "the key `\(key)` is given twice in one mapping", at: place,
      secondary: [first],
      notes: ["join the values, or keep one line: `\(shortened(line))`"])
  }

  /// A comma follows a bracket or another comma.
  ///
  /// Wrong: `[a, , b]`. Right: `[a, b]`.
  static func emptyFlowEntry(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "empty-flow-entry", "nothing stands before this comma", at: place,
      notes: ["remove the comma, or write `\"\"` for an empty text"],
      fixIts: fixIts)
  }

  /// The file is larger than the limit.
  ///
  /// Wrong: `(a file of 20 MiB)`. Right: `(two files of 10 MiB)`.
  static func fileTooLarge(_ place: Label, limit: Int) -> Diagnostic {
    error(
      "file-too-large", "the file is larger than \(limit) bytes", at: place,
      notes: ["nothing of it was read; split it into several files"])
  }

  /// The closing bracket of a flow collection begins a line that is not indented.
  ///
  /// Wrong:
  ///     a: [
  ///       b
  ///     ]
  /// Right:
  ///     a: [
  ///       b]
  static func flowIndentation(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "flow-indentation", "a closing bracket must be indented deeper than the key", at: place,
      notes: [
        "YAML parsers disagree about a bracket at this column; put it at the end of the line before, or indent it"
      ],
      fixIts: fixIts)
  }

  /// A pair stands in `[…]` without braces of its own.
  ///
  /// Wrong: `[a: b]`. Right: `[{a: b}]`.
  static func flowPair(_ place: Label, text: String, fixIts: [FixIt]) -> Diagnostic {
    error(
      "flow-pair", "a sequence in brackets cannot contain a bare pair", at: place,
      notes: ["write `{\(text)}` for a mapping, or quote the text"],
      fixIts: fixIts)
  }

  /// A line is indented deeper than its neighbours, or between two levels.
  ///
  /// Wrong:
  ///     a: b
  ///       c: d
  /// Right:
  ///     a: b
  ///     c: d
  static func inconsistentIndentation(_ place: Label, column: Int) -> Diagnostic {
    error(
      "inconsistent-indentation",
      "the indentation of this line belongs to no open collection", at: place,
      notes: [
        "it begins at column \(column + 1); entries of one mapping or sequence begin at one column",
        "this line and what belongs to it was not read",
      ])
  }

  /// Unquoted text begins with a character that YAML reserves.
  ///
  /// Wrong: `note: @home`. Right: `note: "@home"`.
  static func indicatorAtStart(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "indicator-at-start", "plain text cannot begin with this character", at: place,
      notes: [
        "text that begins with `` , [ ] { } # & * ! | > % @ ` `` or a lone `- ? :` must be quoted"
      ],
      fixIts: fixIts)
  }

  /// A backslash in double quotes is not followed by an escape of YAML.
  ///
  /// Wrong: `"\d"`. Right: `'\d'`.
  static func invalidEscape(_ place: Label, text: String, fixIts: [FixIt]) -> Diagnostic {
    error(
      "invalid-escape", "`\(text)` is not an escape", at: place,
      notes: [
        "in double quotes a backslash is written `\\\\`; in single quotes and without quotes it stands for itself"
      ],
      fixIts: fixIts)
  }

  /// The bytes are not UTF-8, for instance GBK.
  ///
  /// Wrong: `(督查 in GBK)`. Right: `(督查 in UTF-8)`.
  static func invalidUTF8(_ place: Label) -> Diagnostic {
    error(
      "invalid-utf8", "the file is not UTF-8", at: place,
      notes: ["nothing of it was read; save it as UTF-8"])
  }

  /// A key has more than a thousand characters.
  ///
  /// Wrong: `aaaa…: b`. Right: `a: b`.
  static func keyTooLong(_ place: Label, limit: Int) -> Diagnostic {
    error(
      "key-too-long", "the key is longer than \(limit) characters", at: place,
      notes: ["YAML parsers do not look further for the colon"])
  }

  /// A collection has lines with `- ` and lines without.
  ///
  /// Wrong:
  ///     a: b
  ///     - c
  /// Right:
  ///     a: b
  ///     d:
  ///       - c
  static func mappingSequenceMixed(_ place: Label, other: Label) -> Diagnostic {
    error(
      "mapping-sequence-mixed",
      "items of a sequence and keys of a mapping stand at one column", at: place,
      secondary: [other],
      notes: ["indent the sequence under a key, or begin every line with `- `"])
  }

  /// A key is `<<`.
  ///
  /// Wrong: `<<: base`. Right: `include: [base]`.
  static func mergeKey(_ place: Label, line: String) -> Diagnostic {
    error(
      "merge-key", "merge keys are not part of the rule language", at: place,
      notes: ["write the entries out; as text, quote it: `\(shortened(line))`"])
  }

  /// A collection opened by one bracket is closed by the other.
  ///
  /// Wrong: `[a, b}`. Right: `[a, b]`.
  static func mismatchedBracket(
    _ place: Label, open: Label, fixIts: [FixIt]
  ) -> Diagnostic {
    error(
      "mismatched-bracket", "this bracket does not close the one that is open", at: place,
      secondary: [open],
      notes: ["`[` is closed by `]`, `{` by `}`"],
      fixIts: fixIts)
  }
}
