import Diagnostics
import SourceText

/// The diagnostics of the syntax from `missing-colon` to the end of the alphabet.
extension SyntaxDiagnostics {
  /// An entry of a mapping has no colon.
  ///
  /// Wrong: `name`. Right: `name: civic`.
  static func missingColon(_ place: Label, text: String, fixIts: [FixIt]) -> Diagnostic {
    if !fixIts.isEmpty {
      return error(
        "missing-colon", "this line of a mapping has no `key: value`", at: place,
        notes: ["`\u{FF1A}` is text; a key ends with `:` and a blank"], fixIts: fixIts)
    }
    return error(
      "missing-colon", "this line of a mapping has no `key: value`", at: place,
      notes: ["write `\(shortened(text)): …`"])
  }

  /// An entry of a mapping in braces has no colon, most often behind a comma that is meant as text.
  ///
  /// Wrong: `{text: a, b}`. Right: `{text: 'a, b'}`.
  static func missingColonInFlow(_ place: Label, text: String) -> Diagnostic {
    error(
      "missing-colon", "this entry of a mapping has no `key: value`", at: place,
      notes: [
        "inside `{…}` a comma ends the text before it: quote text that holds one",
        "write `\(shortened(text)): …` if this is a key",
      ])
  }

  /// Two entries of a flow collection stand side by side.
  ///
  /// Wrong: `['a' 'b']`. Right: `['a', 'b']`.
  static func missingComma(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "missing-comma", "a comma is missing before this", at: place,
      notes: ["entries in brackets are separated by `,`"],
      fixIts: fixIts)
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
  static func missingSpaceAfterColon(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "missing-space-after-colon", "a blank is missing after the colon", at: place,
      notes: ["without it the colon is part of the text"],
      fixIts: fixIts)
  }

  /// An item has no blank between the dash and its text.
  ///
  /// Wrong: `-督查`. Right: `- 督查`.
  static func missingSpaceAfterDash(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "missing-space-after-dash", "a blank is missing after the dash", at: place,
      notes: ["without it the dash is part of the text"],
      fixIts: fixIts)
  }

  /// A comment follows a value without a blank.
  ///
  /// Wrong: `'a'#b`. Right: `'a' #b`.
  static func missingSpaceBeforeComment(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "missing-space-before-comment", "a blank is missing before the comment", at: place,
      notes: ["without it YAML parsers disagree whether this is a comment"],
      fixIts: fixIts)
  }

  /// A line continues the unquoted text before it.
  ///
  /// Wrong:
  ///     note: one
  ///       two
  /// Right:
  ///     note: one two
  static func multiLinePlain(_ place: Label, first: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "multi-line-plain", "plain text cannot go on in the next line", at: place,
      secondary: first.span.isEmpty
        ? [] : [Label(file: first.file, span: first.span, text: "the text begins here")],
      notes: [
        "quote it on one line, put it below `>-`, or separate entries: items by `- ` or `,`, keys by `:`"
      ],
      fixIts: fixIts)
  }

  /// A quoted scalar has a line break inside.
  ///
  /// Wrong:
  ///     a: "one
  ///       two"
  /// Right:
  ///     a: "one two"
  static func multiLineQuoted(_ place: Label, end: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "multi-line-quoted", "quoted text cannot go on in the next line", at: place,
      secondary: [end],
      notes: [
        "write it on one line, with `\\n` in double quotes for a line break, or below `|` or `>`"
      ],
      fixIts: fixIts)
  }

  /// A second `---` stands in the file.
  ///
  /// Wrong: `---`. Right: `(no line)`.
  static func multipleDocuments(
    _ place: Label, first: Label, fixIts: [FixIt]
  ) -> Diagnostic {
    error(
      "multiple-documents", "a file holds one document", at: place,
      secondary: first.span.isEmpty ? [] : [first],
      notes: ["put the second document into a file of its own; what follows is not read"],
      fixIts: fixIts)
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
  /// Wrong: `[(a)?b]`. Right: `["(a)?b"]`.
  static func questionMarkInFlow(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "question-mark-in-flow", "plain text in brackets cannot contain `?`", at: place,
      notes: [
        "YAML parsers disagree about it inside `[…]` and `{…}`; quote the text or write a list with `- `"
      ],
      fixIts: fixIts)
  }

  /// An item stands behind `key:`.
  ///
  /// Wrong:
  ///     any: - a
  /// Right:
  ///     any:
  ///       - a
  static func sequenceOnKeyLine(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "sequence-on-key-line", "a sequence cannot begin on the line of its key", at: place,
      notes: ["begin it on the next line, or write `[…]`"],
      fixIts: fixIts)
  }

  /// A tab stands outside quotes.
  ///
  /// Wrong: `a:<TAB>b`. Right: `a: b`.
  static func tabAsSeparator(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "tab-as-separator", "a tab cannot separate or end text here", at: place,
      notes: ["use blanks; inside quotes and after `#` tabs are allowed"],
      fixIts: fixIts)
  }

  /// A line begins with a tab.
  ///
  /// Wrong: `<TAB>a: b`. Right: `  a: b`.
  static func tabIndentation(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "tab-indentation", "a tab cannot indent a line", at: place,
      notes: ["YAML allows only blanks here; the other lines with tabs are not named"],
      fixIts: fixIts)
  }

  /// Text follows a quoted scalar or a flow collection.
  ///
  /// Wrong: `'a' b`. Right: `"'a' b"`.
  static func textAfterValue(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "text-after-value", "nothing may follow the value on this line", at: place,
      notes: ["quote the whole value, or put `#` before a comment"],
      fixIts: fixIts)
  }

  /// A flow collection has no closing bracket.
  ///
  /// Wrong: `[a, b`. Right: `[a, b]`.
  static func unclosedFlow(_ place: Label, bracket: UInt8, fixIts: [FixIt]) -> Diagnostic {
    error(
      "unclosed-flow", "this bracket is never closed", at: place,
      notes: [
        "`\(bracket == UInt8(ascii: "[") ? "]" : "}")` must stand before the next line that is not indented deeper than the key"
      ],
      fixIts: fixIts)
  }

  /// A quoted scalar has no closing quote.
  ///
  /// Wrong: `"a`. Right: `"a"`.
  static func unclosedQuote(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "unclosed-quote", "this quote is never closed", at: place,
      notes: [
        "close it on the same line; to begin plain text with a quote, put it into quotes of the other kind"
      ],
      fixIts: fixIts)
  }

  /// A value begins with `*`.
  ///
  /// Wrong: `any: *list`. Right: `any: [a, b]`.
  static func yamlAlias(_ place: Label, name: String) -> Diagnostic {
    error(
      "yaml-alias",
      "`\(name)` is an alias of YAML, which the rule language does not have", at: place,
      notes: ["write the value out; as text, quote it: `\"\(shortened(name))\"`"])
  }

  /// A value begins with `&`.
  ///
  /// Wrong: `any: &list [a]`. Right: `any: [a]`.
  static func yamlAnchor(_ place: Label, name: String, fixIts: [FixIt]) -> Diagnostic {
    error(
      "yaml-anchor",
      "`\(name)` is an anchor of YAML, which the rule language does not have", at: place,
      notes: ["name a lexicon or a pattern instead; text that begins with `&` must be quoted"],
      fixIts: fixIts)
  }

  /// A line before the document begins with `%`.
  ///
  /// Wrong: `%YAML 1.2`. Right: `(no line)`.
  static func yamlDirective(_ place: Label, fixIts: [FixIt]) -> Diagnostic {
    error(
      "yaml-directive", "directives of YAML are not part of the rule language", at: place,
      notes: ["a file of the rule language has no version and no tags"],
      fixIts: fixIts)
  }

  /// A value begins with `!`.
  ///
  /// Wrong: `a: !!str 1`. Right: `a: 1`.
  static func yamlTag(_ place: Label, name: String, fixIts: [FixIt]) -> Diagnostic {
    error(
      "yaml-tag", "`\(name)` is a tag of YAML, which the rule language does not have", at: place,
      notes: ["every scalar is text; text that begins with `!` must be quoted"],
      fixIts: fixIts)
  }
}
