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
  /// Wrong: `note: >督查`. Right: `note: ">督查"`.
  static func blockScalarHeader(_ place: Label, text: String) -> Diagnostic {
    error(
      "block-scalar-header", "`\(text)` is not the head of a block scalar", at: place,
      notes: [
        "behind `|` or `>` may stand `+` or `-`, a digit from 1 to 9, and a comment",
        "text that begins with `|` or `>` must be quoted",
      ],
      fixIts: [quote(text, place.span, file: place.file)])
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
  static func blockScalarIndentation(_ place: Label) -> Diagnostic {
    error(
      "block-scalar-indentation",
      "the lines of a block scalar do not begin at one column", at: place,
      notes: [
        "the first line with text sets the column; no line before it may have more blanks, none after it may begin before that column"
      ])
  }

  /// Unquoted text contains `: ` or ends with `:`.
  ///
  /// Wrong: `note: checks: of shops`. Right: `note: "checks: of shops"`.
  static func colonInPlainScalar(_ place: Label, value: String, span: SourceSpan) -> Diagnostic {
    error(
      "colon-in-plain-scalar", "a plain scalar cannot contain a colon and a blank", at: place,
      notes: ["`: ` separates a key from its value; text that contains it must be quoted"],
      fixIts: [quote(value, span, file: place.file)])
  }

  /// A key is marked by `?`, or is a mapping or a sequence.
  ///
  /// Wrong: `? name`. Right: `name: value`.
  static func complexKey(_ place: Label) -> Diagnostic {
    error(
      "complex-key", "a key must be a scalar on one line", at: place,
      notes: ["write `key: value`"])
  }

  /// A control character, a line separator or a byte order mark stands inside the file.
  ///
  /// Wrong: `a: <NUL>`. Right: `a: "\0"`.
  static func controlCharacter(_ place: Label, scalar: UInt32) -> Diagnostic {
    error(
      "control-character",
      "the file contains the invisible character \(codePoint(scalar))", at: place,
      notes: [
        "YAML parsers reject it or disagree about it; remove it, or write it as an escape such as `\"\\u2028\"` in double quotes"
      ])
  }

  /// A line is `...`, or text follows `---` on its line.
  ///
  /// Wrong: `...`. Right: `(no line)`.
  static func documentMarker(_ place: Label) -> Diagnostic {
    error(
      "document-marker", "a document marker cannot stand here", at: place,
      notes: [
        "a file holds one document; only a line `---` may stand before it",
        "what follows is not read",
      ])
  }

  /// Two entries of one mapping have the same key.
  ///
  /// Wrong: `{on: clause, on: block}`. Right: `{on: clause}`.
  static func duplicateKey(_ place: Label, key: String, first: Label) -> Diagnostic {
    error(
      "duplicate-key", "the key `\(key)` is given twice in one mapping", at: place,
      secondary: [first],
      notes: ["remove one of them, or join their values"])
  }

  /// A comma follows a bracket or another comma.
  ///
  /// Wrong: `[a, , b]`. Right: `[a, b]`.
  static func emptyFlowEntry(_ place: Label) -> Diagnostic {
    error(
      "empty-flow-entry", "nothing stands before this comma", at: place,
      notes: ["remove the comma, or write `\"\"` for an empty text"])
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
  static func flowIndentation(_ place: Label) -> Diagnostic {
    error(
      "flow-indentation", "a closing bracket must be indented deeper than the key", at: place,
      notes: [
        "YAML parsers disagree about a bracket at this column; put it at the end of the line before, or indent it"
      ])
  }

  /// A pair stands in `[…]` without braces of its own.
  ///
  /// Wrong: `[a: b]`. Right: `[{a: b}]`.
  static func flowPair(_ place: Label, text: String) -> Diagnostic {
    error(
      "flow-pair", "a sequence in brackets cannot contain a bare pair", at: place,
      notes: ["write `{\(text)}` for a mapping, or quote the text"])
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
  static func indicatorAtStart(_ place: Label, value: String, span: SourceSpan) -> Diagnostic {
    error(
      "indicator-at-start", "plain text cannot begin with this character", at: place,
      notes: [
        "text that begins with `` , [ ] { } # & * ! | > % @ ` `` or a lone `- ? :` must be quoted"
      ],
      fixIts: [quote(value, span, file: place.file)])
  }

  /// A backslash in double quotes is not followed by an escape of YAML.
  ///
  /// Wrong: `"\d"`. Right: `'\d'`.
  static func invalidEscape(_ place: Label, text: String) -> Diagnostic {
    error(
      "invalid-escape", "`\(text)` is not an escape", at: place,
      notes: [
        "in double quotes a backslash is written `\\\\`; in single quotes and without quotes it stands for itself"
      ])
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
  static func mergeKey(_ place: Label) -> Diagnostic {
    error(
      "merge-key", "merge keys are not part of the rule language", at: place,
      notes: ["write the entries out; as text, quote it: `\"<<\"`"])
  }

  /// A collection opened by one bracket is closed by the other.
  ///
  /// Wrong: `[a, b}`. Right: `[a, b]`.
  static func mismatchedBracket(_ place: Label, open: Label) -> Diagnostic {
    error(
      "mismatched-bracket", "this bracket does not close the one that is open", at: place,
      secondary: [open],
      notes: ["`[` is closed by `]`, `{` by `}`"])
  }

  /// An entry of a mapping has no colon.
  ///
  /// Wrong: `name`. Right: `name: civic`.
  static func missingColon(_ place: Label, text: String) -> Diagnostic {
    error(
      "missing-colon", "this line of a mapping has no `key: value`", at: place,
      notes: ["write `\(shortened(text)): …`"])
  }

  /// Two entries of a flow collection stand side by side.
  ///
  /// Wrong: `['a' 'b']`. Right: `['a', 'b']`.
  static func missingComma(_ place: Label) -> Diagnostic {
    error(
      "missing-comma", "a comma is missing before this", at: place,
      notes: ["entries in brackets are separated by `,`"])
  }

  /// A line begins with a colon.
  ///
  /// Wrong: `: value`. Right: `name: value`.
  static func missingKey(_ place: Label) -> Diagnostic {
    error(
      "missing-key", "nothing stands before the colon", at: place,
      notes: ["write `key: value`; an empty key is written `\"\": value`"])
  }

  /// A key and its value are not separated by a blank.
  ///
  /// Wrong: `on:clause`. Right: `on: clause`.
  static func missingSpaceAfterColon(_ place: Label) -> Diagnostic {
    error(
      "missing-space-after-colon", "a blank is missing after the colon", at: place,
      notes: ["without it the colon is part of the text"],
      fixIts: [insertBlank(at: place.span.end, file: place.file)])
  }

  /// An item has no blank between the dash and its text.
  ///
  /// Wrong: `-督查`. Right: `- 督查`.
  static func missingSpaceAfterDash(_ place: Label) -> Diagnostic {
    error(
      "missing-space-after-dash", "a blank is missing after the dash", at: place,
      notes: ["without it the dash is part of the text"],
      fixIts: [insertBlank(at: place.span.end, file: place.file)])
  }

  /// A comment follows a value without a blank.
  ///
  /// Wrong: `'a'#b`. Right: `'a' #b`.
  static func missingSpaceBeforeComment(_ place: Label) -> Diagnostic {
    error(
      "missing-space-before-comment", "a blank is missing before the comment", at: place,
      notes: ["without it YAML parsers disagree whether this is a comment"],
      fixIts: [insertBlank(at: place.span.start, file: place.file)])
  }

  /// A line continues the unquoted text before it.
  ///
  /// Wrong:
  ///     note: one
  ///       two
  /// Right:
  ///     note: one two
  static func multiLinePlain(_ place: Label, first: Label) -> Diagnostic {
    error(
      "multi-line-plain", "plain text cannot go on in the next line", at: place,
      secondary: first.span.isEmpty
        ? [] : [Label(file: first.file, span: first.span, text: "the text begins here")],
      notes: [
        "quote it on one line, put it below `>-`, or separate entries: items by `- ` or `,`, keys by `:`"
      ])
  }

  /// A quoted scalar has a line break inside.
  ///
  /// Wrong:
  ///     a: "one
  ///       two"
  /// Right:
  ///     a: "one two"
  static func multiLineQuoted(_ place: Label, end: Label) -> Diagnostic {
    error(
      "multi-line-quoted", "quoted text cannot go on in the next line", at: place,
      secondary: [end],
      notes: [
        "write it on one line, with `\\n` in double quotes for a line break, or below `|` or `>`"
      ])
  }

  /// A second `---` stands in the file.
  ///
  /// Wrong: `---`. Right: `(no line)`.
  static func multipleDocuments(_ place: Label, first: Label) -> Diagnostic {
    error(
      "multiple-documents", "a file holds one document", at: place,
      secondary: first.span.isEmpty ? [] : [first],
      notes: ["put the second document into a file of its own; what follows is not read"])
  }

  /// Collections are nested deeper than the limit.
  ///
  /// Wrong: `[[[[…]]]]`. Right: `[[a]]`.
  static func nestingTooDeep(_ place: Label, limit: Int) -> Diagnostic {
    error(
      "nesting-too-deep", "collections are nested more than \(limit) deep", at: place,
      notes: ["what follows is not read"])
  }

  /// Unquoted text in a flow collection contains a question mark.
  ///
  /// Wrong: `[(每日)?督查]`. Right: `["(每日)?督查"]`.
  static func questionMarkInFlow(_ place: Label, value: String, span: SourceSpan) -> Diagnostic {
    error(
      "question-mark-in-flow", "plain text in brackets cannot contain `?`", at: place,
      notes: [
        "YAML parsers disagree about it inside `[…]` and `{…}`; quote the text or write a list with `- `"
      ],
      fixIts: [quote(value, span, file: place.file)])
  }

  /// An item stands behind `key:`.
  ///
  /// Wrong:
  ///     any: - a
  /// Right:
  ///     any:
  ///       - a
  static func sequenceOnKeyLine(_ place: Label) -> Diagnostic {
    error(
      "sequence-on-key-line", "a sequence cannot begin on the line of its key", at: place,
      notes: ["begin it on the next line, or write `[…]`"])
  }

  /// A tab stands outside quotes.
  ///
  /// Wrong: `a:<TAB>b`. Right: `a: b`.
  static func tabAsSeparator(_ place: Label) -> Diagnostic {
    error(
      "tab-as-separator", "a tab cannot separate or end text here", at: place,
      notes: ["use blanks; inside quotes and after `#` tabs are allowed"],
      fixIts: [
        FixIt(
          "replace the tab by blanks",
          edits: [TextEdit(file: place.file, span: place.span, replacement: " ")])
      ])
  }

  /// A line begins with a tab.
  ///
  /// Wrong: `<TAB>a: b`. Right: `  a: b`.
  static func tabIndentation(_ place: Label) -> Diagnostic {
    error(
      "tab-indentation", "a tab cannot indent a line", at: place,
      notes: ["YAML allows only blanks here; the other lines with tabs are not named"],
      fixIts: [
        FixIt(
          "replace the tab by blanks",
          edits: [
            TextEdit(
              file: place.file, span: place.span,
              replacement: String(repeating: "  ", count: place.span.length))
          ])
      ])
  }

  /// Text follows a quoted scalar or a flow collection.
  ///
  /// Wrong: `'a' b`. Right: `"'a' b"`.
  static func textAfterValue(_ place: Label) -> Diagnostic {
    error(
      "text-after-value", "nothing may follow the value on this line", at: place,
      notes: ["quote the whole value, or put `#` before a comment"])
  }

  /// A flow collection has no closing bracket.
  ///
  /// Wrong: `[a, b`. Right: `[a, b]`.
  static func unclosedFlow(_ place: Label, bracket: UInt8) -> Diagnostic {
    error(
      "unclosed-flow", "this bracket is never closed", at: place,
      notes: [
        "`\(bracket == UInt8(ascii: "[") ? "]" : "}")` must stand before the next line that is not indented deeper than the key"
      ])
  }

  /// A quoted scalar has no closing quote.
  ///
  /// Wrong: `"a`. Right: `"a"`.
  static func unclosedQuote(_ place: Label) -> Diagnostic {
    error(
      "unclosed-quote", "this quote is never closed", at: place,
      notes: [
        "close it on the same line; to begin plain text with a quote, put it into quotes of the other kind"
      ])
  }

  /// A value begins with `*`.
  ///
  /// Wrong: `any: *list`. Right: `any: [a, b]`.
  static func yamlAlias(_ place: Label, name: String) -> Diagnostic {
    error(
      "yaml-alias",
      "`\(name)` is an alias of YAML, which the rule language does not have", at: place,
      notes: ["write the value out; text that begins with `*` must be quoted"])
  }

  /// A value begins with `&`.
  ///
  /// Wrong: `any: &list [a]`. Right: `any: [a]`.
  static func yamlAnchor(_ place: Label, name: String) -> Diagnostic {
    error(
      "yaml-anchor",
      "`\(name)` is an anchor of YAML, which the rule language does not have", at: place,
      notes: ["name a lexicon or a pattern instead; text that begins with `&` must be quoted"])
  }

  /// A line before the document begins with `%`.
  ///
  /// Wrong: `%YAML 1.2`. Right: `(no line)`.
  static func yamlDirective(_ place: Label) -> Diagnostic {
    error(
      "yaml-directive", "directives of YAML are not part of the rule language", at: place,
      notes: ["remove the line"])
  }

  /// A value begins with `!`.
  ///
  /// Wrong: `a: !!str 1`. Right: `a: 1`.
  static func yamlTag(_ place: Label, name: String) -> Diagnostic {
    error(
      "yaml-tag", "`\(name)` is a tag of YAML, which the rule language does not have", at: place,
      notes: ["every scalar is text; text that begins with `!` must be quoted"])
  }
}
