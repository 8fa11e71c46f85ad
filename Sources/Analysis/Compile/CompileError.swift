package import Diagnostics
import PatternAutomaton
package import RuleLanguage
import SourceText

/// Why a resolved pack could not be turned into an engine.
package struct CompileError: Error, Sendable, Hashable {
  /// Lower case, without a full stop.
  package let message: String
  /// The pattern or definition at fault, where one is.
  package let span: LocatedSpan?
  /// Whether the pattern could match anywhere, since it asks for no words.
  let isWordless: Bool

  /// An error of the caller's own words, lower case, without a full stop.
  package init(_ message: String, at span: LocatedSpan? = nil) {
    self.message = message
    self.span = span
    isWordless = false
  }

  init(_ error: BuildError, at span: LocatedSpan? = nil) {
    message = "\(error)"
    self.span = span
    isWordless = [.needsWords, .matchesEmptyText].contains(error)
  }

  /// The error as people read it, at the start of the pack where no place is known.
  package var diagnostic: Diagnostic {
    let place = span ?? LocatedSpan(file: 0, span: SourceSpan(0, 0))
    return Diagnostic(
      "automaton-limit", .error, message, at: Label(file: place.file, span: place.span),
      notes: [
        isWordless
          ? "let every match hold a word, a lexicon or a number; one that is only named in others is written out there"
          : "split the pattern, or shorten its gaps and lists"
      ])
  }
}
