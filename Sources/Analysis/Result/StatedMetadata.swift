package import SourceText

/// What is said of a document beside its text: in a header, in a file beside it, in a table.
package struct StatedMetadata: Sendable, Hashable {
  /// One value of one field.
  package struct Fact: Sendable, Hashable {
    /// The name of the field, such as `place`.
    package var name: String
    /// As it is written where it is stated.
    package var value: String
    /// Who states it.
    package var source: Metadata.Source
    /// Bytes of the original file, where the value stands in it.
    package var bytes: SourceSpan?

    /// A fact of these parts.
    package init(name: String, value: String, source: Metadata.Source, bytes: SourceSpan? = nil) {
      self.name = name
      self.value = value
      self.source = source
      self.bytes = bytes
    }
  }

  /// Each name once, in the order in which they were added.
  package private(set) var facts: [Fact] = []
  /// Where in `facts` the fact of a name stands.
  private var places: [String: Int] = [:]

  /// Nothing is stated.
  package init() {}

  /// Adds a fact, unless its value is blank.
  ///
  /// Of two with one name the one from the stronger source stays, else the first.
  ///
  /// - Complexity: O(value).
  package mutating func add(_ fact: Fact) {
    if fact.value.allSatisfy(\.isWhitespace) { return }
    guard let known = places[fact.name] else {
      places[fact.name] = facts.count
      facts.append(fact)
      return
    }
    if rank(fact) < rank(facts[known]) { facts[known] = fact }
  }

  /// The fact of the field `name`, if one is stated.
  ///
  /// - Complexity: O(1).
  package subscript(name: String) -> Fact? { places[name].map { facts[$0] } }

  private func rank(_ fact: Fact) -> Int {
    Metadata.Source.allCases.firstIndex(of: fact.source) ?? 0
  }
}
