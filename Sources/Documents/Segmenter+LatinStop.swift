import SourceText

/// Where a `.` ends a sentence: Latin text has no mark of its own for that.
///
/// A stop ends its sentence at the end of the block, or where a blank and then a capital letter, a
/// digit or an opening mark follow. It does not after an initial (J. Smith, U.S.), after a
/// capitalised word without a vowel (Mr., Dr., St., Blvd.), after the number or letter that opens a
/// sentence (3. Roads), and before digits after a short capitalised word (No. 5).
struct LatinStop {
  let text: [UInt8]
  /// The bytes of the block.
  let block: Range<Int>
  /// The first byte of the sentence that is being read: of one that is no blank.
  let start: Int

  /// Whether the `.` at `index` ends a sentence.
  ///
  /// - Complexity: O(length of the word before the stop).
  func ends(at index: Int) -> Bool {
    guard index > block.lowerBound, isLatinText(text[index - 1]) else { return false }
    var next = index + 1
    while next < block.upperBound, isClosing(next) { next += text[next].characterLength }
    if next == block.upperBound { return !isEnumerator(index) }
    guard text[next] == UInt8(ascii: " ") else { return false }
    while next < block.upperBound, text[next] == UInt8(ascii: " ") { next += 1 }
    guard next < block.upperBound, isOpening(next) || text[next].isDigit else { return false }
    return !isEnumerator(index) && !isAbbreviation(index, beforeDigit: text[next].isDigit)
  }

  /// The start of the word of letters and digits before `index`.
  private func wordStart(_ index: Int) -> Int {
    var start = index
    while start > block.lowerBound, text[start - 1].isAlphanumeric { start -= 1 }
    return start
  }

  private func isEnumerator(_ index: Int) -> Bool {
    let word = wordStart(index)
    guard word <= start else { return false }
    return index - word <= 3 && (text[word].isDigit || index - word == 1)
  }

  private func isAbbreviation(_ index: Int, beforeDigit: Bool) -> Bool {
    let word = wordStart(index)
    guard word < index, text[word].isCapital else { return false }
    if index - word == 1 || (beforeDigit && index - word <= 4) { return true }
    return text[word..<index].allSatisfy { $0.isLetter && !"aeiouyAEIOUY".utf8.contains($0) }
      && !text[word..<index].allSatisfy(\.isCapital)
  }

  /// Letters, digits and marks that stand at the end of Latin sentences.
  private func isLatinText(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || ")%\"'".utf8.contains(byte)
  }

  private func isClosing(_ index: Int) -> Bool {
    ")\"'".utf8.contains(text[index]) || [0x201D, 0x2019].contains(TextLine.scalar(text, index))
  }

  private func isOpening(_ index: Int) -> Bool {
    text[index].isCapital || "(\"'".utf8.contains(text[index])
      || [0x201C, 0x2018].contains(TextLine.scalar(text, index))
  }
}
