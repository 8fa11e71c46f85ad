/// A half-open range of 0-based byte offsets that holds one clause, sentence or block.
package struct Window: Hashable, Sendable {
  /// Of the first byte in the haystack.
  package let start: Int32
  /// Behind the last byte, before the delimiter that closes the window.
  package let end: Int32

  /// Creates a window from offsets of characters in the haystack, `start` not behind `end`.
  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }
}

/// A half-open range of 0-based byte offsets that a pattern matched.
package struct Match: Hashable, Sendable {
  /// Of the first byte in the haystack.
  package let start: Int32
  /// Behind the last byte; a match is never empty.
  package let end: Int32

  /// Creates a match from offsets of characters in the haystack, `start` before `end`.
  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Start, then end, as one number that sorts like the match.
  var key: UInt64 { UInt64(UInt32(bitPattern: start)) << 32 | UInt64(UInt32(bitPattern: end)) }
}

extension Match {
  /// The matches as sorted ranges that neither overlap nor touch.
  static func merged(_ matches: [Match]) -> [Match] {
    var result: [Match] = []
    for match in matches.sorted() {
      if let last = result.last, match.start <= last.end {
        result[result.count - 1] = Match(start: last.start, end: max(last.end, match.end))
      } else {
        result.append(match)
      }
    }
    return result
  }
}

extension Match: Comparable {
  /// Orders by start, then by end.
  package static func < (left: Match, right: Match) -> Bool { left.key < right.key }
}

/// A whole normalised text to be searched, with its windows.
package struct Haystack: Sendable {
  let bytes: [UInt8]
  let clauses: [Window]
  let sentences: [Window]
  let blocks: [Window]

  /// Takes a text and its windows.
  ///
  /// Malformed UTF-8 never traps, but what matches there is unspecified.
  ///
  /// - Precondition: `bytes` has fewer than 2³¹ bytes; the windows of a kind are sorted, disjoint
  ///   and lie in `bytes`, at character boundaries. They hold the content without the delimiters
  ///   that close it.
  package init(bytes: [UInt8], clauses: [Window], sentences: [Window], blocks: [Window]) {
    precondition(bytes.count < Int32.max, "a text holds less than 2 GiB")
    self.bytes = bytes
    self.clauses = clauses
    self.sentences = sentences
    self.blocks = blocks
  }

  /// How long the text is, in bytes.
  package var byteCount: Int { bytes.count }

  func windows(_ edge: WindowEdge) -> [Window] {
    switch edge {
    case .clause: clauses
    case .sentence: sentences
    case .block: blocks
    }
  }
}
