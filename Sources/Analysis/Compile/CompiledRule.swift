import PatternAutomaton
import RuleLanguage

/// A rule with labels and patterns as indices.
///
/// A class for the same reason as `CompiledPack`.
final class CompiledRule: Sendable {
  let id: String
  let gifts: [CompiledGift]
  let unit: UnitKind
  let window: UnitKind
  let condition: CompiledCondition
  let exceptions: [CompiledException]
  let vetoes: [CompiledVeto]
  let isConfident: Bool
  let flags: [String]
  /// Patterns of which at least one must match for the condition to hold; nil when it can hold
  /// without any match.
  let triggers: [PatternID]?
  /// Patterns of which each match in the window fulfils the condition, and nothing else does; nil for
  /// conditions that ask for more or for other things.
  let sufficient: [PatternID]?
  /// The labels of which its condition or a veto asks that no other rule has given them.
  let lacks: Set<Int>

  init(
    id: String, gifts: [CompiledGift], unit: UnitKind, window: UnitKind,
    condition: CompiledCondition, exceptions: [CompiledException], vetoes: [CompiledVeto],
    isConfident: Bool, flags: [String], triggers: [PatternID]?
  ) {
    self.id = id
    self.gifts = gifts
    self.unit = unit
    self.window = window
    self.condition = condition
    self.exceptions = exceptions
    self.vetoes = vetoes
    self.isConfident = isConfident
    self.flags = flags
    self.triggers = triggers
    sufficient = condition.sufficientPatterns
    lacks = vetoes.reduce(into: condition.lacked) { $0.formUnion($1.condition.lacked) }
  }
}

/// One label given by a rule, as a number that resolves by taking the maximum.
///
/// Levels are 1, 2, …; of choices the first in the list has the highest number; marks are 1;
/// amounts are themselves; text labels resolve by rule order and carry 1.
struct CompiledGift: Sendable {
  let label: Int
  let value: Double
}

/// A pattern whose matches void those of the rule.
struct CompiledException: Sendable {
  let pattern: PatternID
  let geometry: RuleException.Geometry
}

/// A condition in whose presence the rule gives nothing.
struct CompiledVeto: Sendable {
  let condition: CompiledCondition
  let scope: UnitKind
}
