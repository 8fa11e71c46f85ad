package import Analysis

extension Corpus {
  /// An empty corpus that knows the measures of `pack`.
  package init(declaring pack: PackSummary) {
    self.init()
    declare(pack)
  }

  /// Makes the scores, tags, slots and classes of `pack` known, in its order.
  package mutating func declare(_ pack: PackSummary) {
    for score in pack.scores { declare(Measure(.scores, score.name)) }
    for tag in pack.tags {
      for level in tag.values.indices { declare(Measure(.tags, tag.name, level: level + 1)) }
    }
    for slot in pack.slots { declare(Measure(.slots, slot.name)) }
    for name in pack.directiveClass?.values ?? [] { declare(Measure(.classes, name)) }
    for name in pack.via?.values ?? [] { declare(Measure(.functions, name)) }
  }
}
