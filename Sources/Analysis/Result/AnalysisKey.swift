/// The form of a saved analysis: what `Reporting` writes, `Comparison` reads.
package enum AnalysisForm {
  /// What the name of every version of the form begins with.
  package static let family = "duban.analysis/"
  /// The name of the version that is written.
  package static let schema = family + "1"
  /// What stands behind the name of a field of the document where its candidates do.
  package static let candidatesEnding = "_candidates"
}

/// The name of a field in a saved analysis; what has another name there is called by the pack or by what an
/// article states, such as scores, slots and metadata.
package enum AnalysisKey: String, Hashable, Sendable, CaseIterable {
  case actionableShare = "actionable_share"
  case adjustments
  case after
  case band
  case before
  case blocks
  case bytes
  case `class`
  case code
  case course
  case date
  case diagnostics
  case directives
  case document
  case encoding
  case equalWeights = "equal_weights"
  case evidence
  case excluded
  case exhortationShare = "exhortation_share"
  case fields
  case fingerprint
  case flags
  case grammar
  case high
  case id
  case inContext = "in_context"
  case inText = "in_text"
  case index
  case least
  case level
  case levelName = "level_name"
  case line
  case low
  case measures
  case metadata
  case most
  case name
  case noise
  case number
  case obligorKind = "obligor_kind"
  case orElseOf = "or_else_of"
  case others
  case pack
  case paragraphs
  case parts
  case plus
  case ranges
  case rule
  case schema
  case score
  case scores
  case slotFill = "slot_fill"
  case slots
  case source
  case speaker
  case tag
  case tags
  case tail
  case text
  case times
  case unit
  case value
  case version
  case via
  case weights
  case zone
}
