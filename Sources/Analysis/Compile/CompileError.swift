package import RuleLanguage

/// Why a resolved pack could not be turned into an engine.
package struct CompileError: Error, Sendable, Hashable {
  /// Lower case, without a full stop.
  package let message: String
  /// The pattern or definition at fault, where one is.
  package let span: LocatedSpan?

  package init(_ message: String, at span: LocatedSpan? = nil) {
    self.message = message
    self.span = span
  }
}
