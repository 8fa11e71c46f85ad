/// One thing that an analysis says otherwise than the person.
package struct Difference: Sendable, Hashable {
  /// Where in the expectation it is, such as `p3.tags.supervision` or `p3.d2.specificity`.
  package let key: String
  /// What the person expects, in words.
  package let expected: String
  /// What the analysis says instead.
  package let actual: String
  /// The words in question.
  package let context: String

  /// Creates a difference; what is expected and what is found differ in words.
  package init(key: String, expected: String, actual: String, context: String) {
    self.key = key
    self.expected = expected
    self.actual = actual
    self.context = context
  }
}
