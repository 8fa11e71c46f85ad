/// How many points each part of a score gives at most: the weights of the parts.
package struct ScoreWeights: Sendable, Hashable {
  /// The weight of one part.
  package struct Part: Sendable, Hashable {
    /// The name of the part.
    package var name: String
    /// The points where every slot and mark that the part reads is 1; 0 or less where that gives none,
    /// and then the part has no weight and keeps its points.
    package var full: Double

    /// The part `name` with its weight.
    package init(name: String, full: Double) {
      self.name = name
      self.full = full
    }
  }

  /// The name of the score.
  package var name: String
  /// In the order of the pack.
  package var parts: [Part]

  /// The weights of the score `name`.
  package init(name: String, parts: [Part]) {
    self.name = name
    self.parts = parts
  }

  /// What all parts give together.
  ///
  /// - Complexity: O(parts).
  package var sum: Double { parts.reduce(0) { $0 + max(0, $1.full) } }

  /// By part: what it gives at most where all that have a weight have the same; their sum stays.
  ///
  /// - Complexity: O(parts).
  package var equal: [Double] {
    let weighed = Double(parts.count { $0.full > 0 })
    return parts.map { $0.full > 0 ? sum / weighed : $0.full }
  }

  /// The total of `points`, one a part, where the parts give at most `weights` instead of their own.
  ///
  /// - Precondition: one number a part.
  /// - Complexity: O(parts).
  package func total(of points: [Double], under weights: [Double]) -> Double {
    parts.indices.reduce(0) { sum, part in
      let full = parts[part].full
      return sum + (full > 0 ? points[part] / full * weights[part] : points[part])
    }
  }
}
