/// Finds the name that somebody most likely meant.
enum NearestName {
  /// The first of the nearest `names`, if it is near enough: two edits, or one for short names.
  static func find(_ text: String, in names: [String]) -> String? {
    let limit = text.count <= 4 ? 1 : max(2, text.count / 3)
    let ranked = names.enumerated().map {
      (distance: distance(Array(text), Array($1)), index: $0, name: $1)
    }
    let best = ranked.min { ($0.distance, $0.index) < ($1.distance, $1.index) }
    guard let best, best.distance <= limit else { return nil }
    return best.name
  }

  /// Insertions, deletions and replacements that turn `left` into `right`.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = previous + (a == b ? 0 : 1)
        previous = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
