/// By which rules and in which form an analysis was made: analyses that differ in it do not compare.
package struct PackIdentity: Hashable, Sendable {
  package var name: String
  package var version: String
  package var fingerprint: String
  /// The form of the saved analysis, such as `duban.analysis/1`.
  package var schema: String

  package init(name: String, version: String, fingerprint: String, schema: String) {
    self.name = name
    self.version = version
    self.fingerprint = fingerprint
    self.schema = schema
  }

  /// Whether figures of both mean the same: one set of rules, one form.
  package func isComparable(with other: PackIdentity) -> Bool {
    fingerprint == other.fingerprint && schema == other.schema
  }
}
