import Documents
import RuleLanguage
import SourceText

/// How explanations name what a run knows by number.
extension AnalysisRun {
  /// Words of the normalised text with their bytes in the original file.
  func place(_ span: SourceSpan) -> ExplainedPlace {
    ExplainedPlace(
      text: String(decoding: document.text[span.start..<span.end], as: UTF8.self),
      bytes: document.offsets.original(span))
  }

  /// A resolved value of the label as the pack names it.
  func value(_ label: Int, _ value: Double) -> ExplainedValue {
    let declaration = compiled.pack.labels[label]
    let name: String
    switch declaration.kind {
    case .choice(let names): name = names[names.count - Int(value)]
    case .level(let names): name = names[Int(value) - 1]
    case .mark, .text, .date: return ExplainedValue(text: "")
    case .amount: return ExplainedValue(text: "\(value)")
    }
    return ExplainedValue(text: name, title: declaration.valueTitles[name])
  }

  func reading(_ reading: Reading) -> ScoreExplanation.Reading {
    ScoreExplanation.Reading(name: name(of: reading.leaf), value: reading.value)
  }

  /// The leaf of a formula as the pack writes it.
  private func name(of leaf: CompiledFormula) -> String {
    func label(_ index: Int) -> String { compiled.pack.labels[index].name }
    return switch leaf {
    case .label(let index): label(index)
    case .feature(let feature): feature.rawValue
    case .total: "total"
    case .share(let index): "share(\(label(index)))"
    case .count(let index): "count(\(label(index)))"
    case .before(let index): "before(\(label(index)))"
    case .after(let index): "after(\(label(index)))"
    case .lowest(let index): "lowest(\(compiled.values[index].name))"
    case .highest(let index): "highest(\(compiled.values[index].name))"
    case .numeral, .inner, .number, .negate, .not, .binary, .minimum, .maximum, .condition: ""
    }
  }
}
