/// The mappings of rule files that have keys of their own.
///
/// The raw value is the name of the mapping in the schema and in the reference; where each stands says
/// `MappingDefinition.place`.
package enum MappingKind: String, Hashable, Sendable, CaseIterable {
  case file
  case pack
  case title
  case label
  case lexicon
  case value
  case form
  case date
  case gazetteer
  case rule
  case condition
  case atLeast = "at-least"
  case near
  case exception
  case veto
  case firingExample = "firing-example"
  case silentExample = "silent-example"
  case score
  case adjustment
  case band
  case directives
  case marks
  case bearer
  case force
  case classSetting = "class"
  case grammar
  case perspective
  case umbrella
  case comparison
  case mask
  case phase
  case sentences

  /// The keys of the mapping and what it asks of them.
  package var definition: MappingDefinition {
    switch self {
    case .file: .file
    case .pack: .pack
    case .title: .title
    case .label: .label
    case .lexicon: .lexicon
    case .value: .value
    case .form: .form
    case .date: .date
    case .gazetteer: .gazetteer
    case .rule: .rule
    case .condition: .condition
    case .atLeast: .atLeast
    case .near: .near
    case .exception: .exception
    case .veto: .veto
    case .firingExample: .firingExample
    case .silentExample: .silentExample
    case .score: .score
    case .adjustment: .adjustment
    case .band: .band
    case .directives: .directives
    case .marks: .marks
    case .bearer: .bearer
    case .force: .force
    case .classSetting: .classSetting
    case .grammar: .grammar
    case .perspective: .perspective
    case .umbrella: .umbrella
    case .comparison: .comparison
    case .mask: .mask
    case .phase: .phase
    case .sentences: .sentences
    }
  }
}
