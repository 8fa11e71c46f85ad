import RuleLanguage
import SourceText

/// A directive as the finder cuts it out, before its slots are filled.
struct DirectiveFrame: Sendable {
  /// Where the bearer comes from when the directive itself names none.
  enum Bearer: Sendable {
    case sameSentence(BearerMention)
    case inherited(BearerMention)
    case implied
  }

  let block: Int
  let sentence: Int
  /// From the first to the last scored byte of the normalised text.
  var span: SourceSpan
  /// Unscored clauses; those inside `span` hide their words from the slots.
  var tails: [SourceSpan] = []
  var bearer: Graded<Bearer>
  /// The force of a directive that carries no cue of its own.
  var force: Graded<Double>
  /// Whether all its clauses are bare and short, so that further such clauses belong to it.
  var isBundle: Bool
  /// Who says it, where that is told.
  var speaker: SourceSpan?
  /// Whether it says so far only how, not what.
  var isManner = false
  /// Whether it is no more than the consequence of what was ordered before it.
  var isSanction = false
  /// What its clauses say so far.
  var said = FrameContent()
}

/// What the clauses of a directive say, as far as it decides whether the next one goes on with it.
struct FrameContent: Sendable {
  /// The highest action.
  private(set) var action = 0.0
  /// The highest slot besides action, bearer and force.
  private(set) var particulars = 0.0
  private(set) var isNamed = false
  private(set) var isDemanded = false
  /// Those that waited for the first one count as one.
  var clauses = 0

  mutating func add(_ profile: ClauseProfile) {
    action = max(action, profile.core.first ?? 0)
    particulars = max(particulars, profile.richest, profile.core.dropFirst().max() ?? 0)
    isNamed = isNamed || profile.bearer != nil
    isDemanded = isDemanded || profile.has(.demand)
    clauses += 1
  }
}
