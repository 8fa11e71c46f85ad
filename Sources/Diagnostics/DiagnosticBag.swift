import SourceText

/// Collects diagnostics and hands them out sorted, without repetitions, and not too many.
package struct DiagnosticBag: Sendable {
  /// How many diagnostics are shown before one that says how many more there are.
  package static let limit = 50

  private var members: Set<Diagnostic> = []

  /// An empty bag.
  package init() {}

  /// Adds `diagnostic`; one that is there already is not added again.
  package mutating func add(_ diagnostic: Diagnostic) { members.insert(diagnostic) }

  /// Adds each of `diagnostics`.
  package mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
    members.formUnion(diagnostics)
  }

  /// Whether nothing was added, of whatever severity.
  package var isEmpty: Bool { members.isEmpty }

  /// Whether at least one diagnostic, shown or not, is an error.
  ///
  /// - Complexity: O(`count`).
  package var hasErrors: Bool { members.contains { $0.severity == .error } }

  /// How many distinct diagnostics were added, shown or not.
  package var count: Int { members.count }

  /// The diagnostics by file, then by position; above `limit` one closes the list.
  ///
  /// The closing diagnostic has the id `too-many-problems`, stands at the first problem left out
  /// and is as severe as the worst of those left out.
  ///
  /// - Complexity: O(n log n) for n = `count`.
  package var diagnostics: [Diagnostic] {
    let sorted = members.sorted(by: Self.precedes)
    guard sorted.count > Self.limit else { return sorted }
    let hidden = sorted[Self.limit...]
    let errors = hidden.count { $0.severity == .error }
    let warnings = hidden.count { $0.severity == .warning }
    let severity: Severity = errors > 0 ? .error : warnings > 0 ? .warning : .note
    let place = hidden.first?.primary ?? Label(file: 0, span: SourceSpan(0, 0))
    let closing = Diagnostic(
      DiagnosticID("too-many-problems"), severity,
      "\(hidden.count) more problems are not shown", at: Label(file: place.file, span: place.span),
      notes: [
        "the first \(Self.limit) are shown; of the others \(errors) are errors and "
          + "\(warnings) are warnings"
      ])
    return sorted[..<Self.limit] + [closing]
  }

  /// A total order on what people see, so that equal sets always print alike.
  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (first, second) = (left.primary, right.primary)
    if first.file != second.file { return first.file < second.file }
    if first.span != second.span { return first.span < second.span }
    if left.severity != right.severity { return rank(left.severity) < rank(right.severity) }
    if left.id != right.id { return left.id.rawValue < right.id.rawValue }
    if left.message != right.message { return left.message < right.message }
    return String(describing: left) < String(describing: right)
  }

  private static func rank(_ severity: Severity) -> Int {
    switch severity {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
