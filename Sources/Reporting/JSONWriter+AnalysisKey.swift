import Analysis
import SourceText

/// Fields of a saved analysis.
extension JSONWriter {
  mutating func key(_ key: AnalysisKey) { self.key(key.rawValue) }

  mutating func field(_ key: AnalysisKey, _ value: String?) { field(key.rawValue, value) }

  mutating func field(_ key: AnalysisKey, _ value: Int) { field(key.rawValue, value) }

  mutating func field(_ key: AnalysisKey, _ value: Double?) { field(key.rawValue, value) }

  mutating func field(_ key: AnalysisKey, _ value: Bool) { field(key.rawValue, value) }

  /// A span as `[start, end]`, or null.
  mutating func field(_ key: AnalysisKey, _ value: SourceSpan?) {
    self.key(key)
    guard let value else { return null() }
    array([value.start, value.end]) { $0.integer($1) }
  }

  mutating func object(_ key: AnalysisKey, _ body: (inout JSONWriter) -> Void) {
    object(key.rawValue, body)
  }

  mutating func array<Element>(
    _ key: AnalysisKey, _ elements: some Sequence<Element>,
    _ element: (inout JSONWriter, Element) -> Void
  ) {
    array(key.rawValue, elements, element)
  }

  mutating func array(_ key: AnalysisKey, _ elements: [String]) { array(key.rawValue, elements) }
}
