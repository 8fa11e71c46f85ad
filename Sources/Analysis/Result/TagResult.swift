/// A tag of a paragraph at the level that its rules give, with the words behind it.
package struct TagResult: Sendable, Hashable {
  /// The name of the tag.
  package var tag: String
  /// From 1; the name of the level is `levelName`.
  package var level: Int
  /// As the pack calls the level.
  package var levelName: String
  /// The words of every rule that gives the tag, those of the highest level first, each once.
  package var evidence: [Evidence]

  /// A tag at a level from 1.
  package init(tag: String, level: Int, levelName: String, evidence: [Evidence]) {
    self.tag = tag
    self.level = level
    self.levelName = levelName
    self.evidence = evidence
  }
}
