import Analysis
import Diagnostics
import SourceText
import Verification

extension Analyzer {
  /// How the examples come out, one after the other.
  func verdicts() -> [ExampleVerdict] {
    var scratch = Scratch()
    return examples().map { verdict(on: $0, &scratch) }
  }
}

extension PackCheck {
  /// What is wrong with the pack, its examples run one after the other.
  var diagnostics: [Diagnostic] { diagnostics(analyzer?.verdicts() ?? []) }
}
