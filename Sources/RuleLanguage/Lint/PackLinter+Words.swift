import Diagnostics
import SourceText

/// Words that are written so that they are folded, or that no article can hold.
extension PackLinter {
  /// A text of the pack that is looked for in articles.
  private struct Words {
    var text: String
    /// The whole pattern or term, and where it stands.
    var source: String
    var span: LocatedSpan
  }

  mutating func lintWords() {
    for lexicon in pack.lexicons where !lexicon.isTable {
      for term in lexicon.terms {
        lintFolding(term.text, isPattern: false, at: term.span)
        lintPunctuation(term)
        lintOperators(term)
        lintReach(Words(text: term.text, source: term.text, span: term.span))
      }
    }
    for pattern in allPatterns {
      lintFolding(pattern.source, isPattern: true, at: pattern.span)
      lintNeighbours(pattern)
      lintFullWidth(pattern)
      if let operation = Self.foreignOperators.first(where: { pattern.source.contains($0) })
        ?? Self.repetition(in: pattern.source)
      {
        report(.regularExpression(operation, at: place(of: operation, in: pattern)))
      }
      pattern.node.visit { node in
        switch node {
        case .literal(let text):
          lintReach(Words(text: text, source: pattern.source, span: pattern.span))
        case .gap(_, 0): report(.idleGap(at: place(of: "..0", in: pattern)))
        default: return
        }
      }
    }
    for rule in pack.rules {
      lintWindow(rule.condition, rule.within)
      for veto in rule.vetoes { lintWindow(veto.condition, veto.scope) }
    }
  }

  /// What regular expressions use and no article is written with.
  private static let foreignOperators = [
    ".*", ".+", "\\d", "\\w", "\\s", ")*", ")+", "[^", "(?:",
  ]

  /// How often something repeats, as regular expressions write it: `{2}` or `{1,3}`.
  private static func repetition(in source: String) -> String? {
    for part in source.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}"), end > part.startIndex else { continue }
      let count = part[..<end]
      if count.utf8.allSatisfy({ $0 == UInt8(ascii: ",") || $0.isDigit }) {
        return "{\(count)}"
      }
    }
    return nil
  }

  /// Operators of patterns, which a term takes for characters.
  private mutating func lintOperators(_ term: Lexicon.Term) {
    guard let found = Self.patternOperator(in: term.text) else { return }
    report(.patternInTerm(found, at: term.span.label))
  }

  /// The first of `..`, `|` between words, `)?` and `<name>` in `text`; single signs are terms.
  static func patternOperator(in text: String) -> String? {
    let isReference = { (name: Substring) in
      !name.isEmpty && name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isLetter }
    }
    if let start = text.firstIndex(of: "<"), let end = text[start...].firstIndex(of: ">"),
      isReference(text[text.index(after: start)..<end])
    {
      return String(text[start...end])
    }
    for mark in ["..", ")?"] where text.contains(mark) { return mark }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty } ? "|" : nil
  }

  /// Marks that separate terms for people, but not here.
  private mutating func lintPunctuation(_ term: Lexicon.Term) {
    let marks: Set<Unicode.Scalar> = [
      ",", ";", "\u{FF0C}", "\u{FF1B}",
    ]
    var position = 0
    for scalar in term.text.unicodeScalars {
      let range = position..<position + UTF8.width(scalar)
      position = range.upperBound
      if marks.contains(scalar) {
        report(.punctuatedTerm(String(scalar), at: label(range, of: term.text, at: term.span)))
        return
      }
    }
  }

  /// Every pattern of the pack, in rules and by name.
  var allPatterns: [PatternExpression] {
    pack.patterns.map(\.pattern) + pack.labels.flatMap(\.trim)
      + pack.values.flatMap { $0.forms.map(\.pattern) + $0.exceptions }
      + pack.rules.flatMap { rule in
        rule.condition.allPatterns + rule.exceptions.map(\.pattern)
          + rule.vetoes.flatMap(\.condition.allPatterns)
      } + pack.comparison.formulas
      + pack.comparison.masks.flatMap { $0.patterns + $0.exceptions + $0.trim }
  }

  /// Letters, digits and Han characters that stand otherwise in normalised text.
  ///
  /// Punctuation is left alone: written full-width it is text where the ASCII form is an operator.
  private mutating func lintFolding(_ text: String, isPattern: Bool, at span: LocatedSpan) {
    guard text.utf8.contains(where: { $0 >= 0x80 }), reading.fold(text) != text else { return }
    var position = 0
    var edits: [TextEdit] = []
    var first: Label?
    var isInvisible = false
    for scalar in text.unicodeScalars {
      let range = position..<position + UTF8.width(scalar)
      position = range.upperBound
      guard scalar.value >= 0x80 else { continue }
      let folded = reading.fold(String(scalar))
      guard folded != String(scalar), folded.unicodeScalars.allSatisfy({ $0.isWord || $0.isHan })
      else { continue }
      isInvisible = isInvisible || folded.isEmpty
      first = first ?? label(range, of: text, at: span)
      if let start = verbatimStart(of: text, at: span) {
        edits.append(
          TextEdit(
            file: span.file,
            span: SourceSpan(start + range.lowerBound, start + range.upperBound),
            replacement: folded))
      }
    }
    guard let first else { return }
    report(.foldedText(reading.fold(text), isInvisible: isInvisible, edits: edits, at: first))
  }

  /// Reports words that no article can hold.
  private mutating func lintReach(_ words: Words) {
    let folded = reading.fold(words.text)
    guard !folded.unicodeScalars.allSatisfy({ $0.isHan || $0.isWord }) || folded.isEmpty,
      !reading.reach(of: folded).isThere
    else { return }
    report(.unmatchableText(words.text, at: place(of: words.text, in: words.source, words.span)))
  }

  /// Reports words of a condition that reach beyond the window in which it must hold; what must follow may
  /// stand behind the window.
  private mutating func lintWindow(_ condition: Condition, _ window: UnitKind) {
    if case .scoped(let scope, let inner) = condition {
      return lintWindow(inner, scope.unit ?? window)
    }
    let parts = condition.parts
    for member in parts.members { lintWindow(member, window) }
    guard window != .document else { return }
    for pattern in parts.patterns {
      pattern.node.visitKept { node in
        guard case .literal(let text) = node else { return }
        let folded = reading.fold(text)
        // A comma between numbers of repetitions is reported as what it is.
        guard folded.unicodeScalars.contains(where: \.endsClause),
          Self.repetition(in: text) == nil
        else { return }
        let reach = reading.reach(of: folded)
        let fits =
          switch window {
          case .clause: reach.inClause
          case .sentence: reach.inSentence
          case .document, .block, .paragraph, .directive: !folded.utf8.contains(.lineFeed)
          }
        if reach.isThere, !fits {
          report(.widerThanWindow(text, window, at: place(of: text, in: pattern)))
        }
      }
    }
  }

  /// Latin words and runs of numerals that are cut in two by the pattern.
  private mutating func lintNeighbours(_ pattern: PatternExpression) {
    var found: Set<String> = []
    for way in expander.ways(pattern.node)?.map(\.withoutLookahead) ?? [] {
      for (left, right) in zip(way, way.dropFirst()) {
        guard let problem = neighbours(left, right), found.insert(problem.message).inserted else {
          continue
        }
        report(
          Diagnostic(
            DiagnosticID(problem.id.rawValue), .warning, problem.message, at: pattern.span.label,
            notes: [problem.note]))
      }
    }
  }

  private func neighbours(
    _ left: PatternExpander.Step, _ right: PatternExpander.Step
  ) -> (id: LintID, message: String, note: String)? {
    switch (left, right) {
    case (.text(let first), .text(let second)):
      guard let last = first.unicodeScalars.last, let next = second.unicodeScalars.first,
        last.isWord, next.isWord
      else { return nil }
      return LintMessages.splitWord(first, second)
    case (.symbol(.reference(let name)), .text(let text)):
      guard let next = text.unicodeScalars.first, Self.isRun(name), next.isWord,
        name != "number" || ("0"..."9").contains(next)
      else { return nil }
      return LintMessages.brokenRun(name, text, isAfter: true)
    case (.text(let text), .symbol(.reference(let name))):
      guard let last = text.unicodeScalars.last, Self.isRun(name), last.isWord,
        name != "number" || ("0"..."9").contains(last)
      else { return nil }
      return LintMessages.brokenRun(name, text, isAfter: false)
    case (.symbol(.reference(let first)), .symbol(.reference(let second))):
      guard Self.isRun(first), first == second else { return nil }
      return LintMessages.brokenRun(first, "<\(second)>", isAfter: true)
    default: return nil
    }
  }

  /// Whether the atom takes a whole run, of which nothing is left beside it.
  private static func isRun(_ name: String) -> Bool {
    name == "number" || name == "digits" || name == "latin"
  }

  /// Where `text` stands in the pattern, the whole pattern where it is written otherwise.
  func place(of text: String, in pattern: PatternExpression) -> Label {
    place(of: text, in: pattern.source, pattern.span)
  }

  private func place(of text: String, in source: String, _ span: LocatedSpan) -> Label {
    let (whole, wanted) = (Array(source.utf8), Array(text.utf8))
    guard !wanted.isEmpty, whole.count >= wanted.count,
      let start = (0...whole.count - wanted.count).first(where: {
        whole[$0...].starts(with: wanted)
      })
    else { return span.label }
    return label(start..<start + wanted.count, of: source, at: span)
  }
}
