/// The runs of `length` characters of many texts, as sorted sets of hashes in one flat array.
///
/// Characters are Unicode scalars: in Han text one scalar is one character, and no segmentation can
/// shift. Texts shorter than `length` have no shingle and are like nothing. Two different shingles
/// share a hash once in 2⁶⁴ pairs, so measures on the hashes are exact for every practical purpose.
package struct ShingleSets: Sendable {
  private let hashes: [UInt64]
  private let starts: [Int]

  /// The sets of `texts`, in their order.
  ///
  /// - Precondition: `length` is positive.
  /// - Complexity: O(characters × log of the longest text).
  package init(_ texts: [String], length: Int) {
    var hashes: [UInt64] = []
    var starts = [0]
    for text in texts {
      hashes += Set(shingleHashes(text, length: length)).sorted()
      starts.append(hashes.count)
    }
    self.hashes = hashes
    self.starts = starts
  }

  /// The distinct shingles of text `index`, as rising hashes.
  package subscript(index: Int) -> ArraySlice<UInt64> { hashes[starts[index]..<starts[index + 1]] }

  /// The number of texts.
  package var count: Int { starts.count - 1 }

  /// How alike two texts are, both 0 where one has no shingle.
  ///
  /// Jaccard: shared over all (Broder 1997). Containment: shared over the shingles of the shorter
  /// text, which finds a sentence taken into a longer one.
  ///
  /// - Complexity: O(shingles of both).
  package func likeness(_ one: Int, _ other: Int) -> (jaccard: Double, containment: Double) {
    let (left, right) = (self[one], self[other])
    guard !left.isEmpty, !right.isEmpty else { return (0, 0) }
    var shared = 0
    var (i, j) = (left.startIndex, right.startIndex)
    while i < left.endIndex, j < right.endIndex {
      if left[i] == right[j] {
        shared += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (
      Double(shared) / Double(left.count + right.count - shared),
      Double(shared) / Double(min(left.count, right.count))
    )
  }
}

/// The hashes of the runs of `length` characters of `text`, in order, with repeats.
///
/// - Precondition: `length` is positive.
/// - Complexity: O(characters × length).
package func shingleHashes(_ text: String, length: Int) -> [UInt64] {
  precondition(length > 0, "shingles without characters")
  let scalars = text.unicodeScalars.map { UInt64($0.value) }
  guard scalars.count >= length else { return [] }
  return (0...scalars.count - length).map { start in
    var hash: UInt64 = 0
    for scalar in scalars[start..<start + length] { hash = mixedBits(hash &+ scalar &+ 1) }
    return hash
  }
}
