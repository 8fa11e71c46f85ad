/// How often one kind of noise was repaired or seen.
package struct NoiseCount: Sendable, Hashable {
  /// The name of the kind, as JSON gives it.
  package var kind: String
  /// At least 1.
  package var count: Int

  /// `count` times `kind`.
  package init(kind: String, count: Int) {
    self.kind = kind
    self.count = count
  }
}
