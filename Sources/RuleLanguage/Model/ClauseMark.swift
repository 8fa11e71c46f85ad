/// The parts that labels on clauses play for the directive finder: the keys of `marks`.
///
/// The raw value is a place among the bits of a set of marks.
package enum ClauseMark: UInt8, CaseIterable, Sendable {
  /// A reporting verb: the clauses that follow may be bare orders.
  case opens
  /// Ends the scope that a reporting verb opened.
  case closes
  /// On a document or paragraph: bare orders need no reporting verb.
  case standing
  /// The clause carries deontic force of its own.
  case demand
  /// The clause begins with an action; an order only inside a scope.
  case imperative
  /// The clause begins with an ordinal that starts a new directive.
  case ordinal
  /// A heading or label without content of its own.
  case heading
  /// A purpose or result clause that belongs to the directive before it and is not scored.
  case tail
  /// A manner or circumstance clause that belongs to what follows it.
  case opener
  /// A consequence clause that belongs to the directive before it.
  case sanction
  /// Reports, praise, background: never a directive, ends the current one.
  case statement
  /// Told of what is or was: begins no directive, but may stand inside one.
  case told
  /// Goes on with the directive before it although it could begin one.
  case joins
  /// Names who does the directive before it, or until when: goes on with it, also behind a semicolon.
  case field
  /// Begins a directive of its own although one is open.
  case separates
  /// Words that do not count when the length of a bare unit is taken.
  case adverb
  /// Words of the clause that opens a scope which are no part of the speaker's name.
  case aside
  /// About a thing: nobody named before acts in it.
  case impersonal
  /// Who is named in it acts in it alone.
  case passing

  /// The kinds of units that its label may stand on.
  package var units: [UnitKind] { self == .standing ? [.document, .paragraph] : [.clause] }
}
