/// By which rules and in which form an analysis was made: analyses that differ in it do not compare.
package struct PackIdentity: Hashable, Sendable {
  /// As the pack calls itself; empty where the analysis does not say.
  package var name: String
  /// As the pack says it, such as `1.0.0`; empty where the analysis does not say.
  package var version: String
  /// 16 hexadecimal digits over all files of the pack; empty where the analysis does not say, so
  /// that all such analyses pass for comparable.
  package var fingerprint: String
  /// The form of the saved analysis, such as `duban.analysis/1`.
  package var schema: String

  /// The identity with these parts.
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

extension PackIdentity: Comparable {
  package static func < (left: PackIdentity, right: PackIdentity) -> Bool {
    (left.name, left.version, left.fingerprint, left.schema)
      < (right.name, right.version, right.fingerprint, right.schema)
  }
}
