import Markup
import SourceText

/// Folds the ways of writing that do not change what a text says.
package enum Normalizer {
  /// The bytes of `text` in simplified script, with half-width punctuation, letters and digits.
  ///
  /// This is the part of reading an article that does not look at context: what is written in a
  /// rule and folded by this is found in the text of a `Document`. Latin case stays.
  ///
  /// - Complexity: O(length of `text`).
  package static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    if isFolded(bytes.span) { return bytes }
    var pass = NormalizingPass(bytes, isContextual: false)
    return pass.run().text
  }

  /// What `fold` makes of the text, as a text: most are returned as they are.
  ///
  /// - Complexity: O(length of `text`).
  package static func folded(_ text: String) -> String {
    isFolded(text.utf8.span) ? text : String(decoding: fold(text), as: UTF8.self)
  }

  /// Whether the bytes are plainly what folding would make of them: most words of rules are.
  private static func isFolded(_ bytes: Span<UInt8>) -> Bool {
    let variants = VariantTable.shared
    let pages = variants.pages.span
    let entries = variants.entries.span
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        if first == 0 || first == 0x07 || first == 0x0B || first == UInt8(ascii: "\r") {
          return false
        }
        index += 1
        continue
      }
      guard first >= 0xE3, first <= 0xE9, index + 2 < bytes.count else { return false }
      let page = pages[Int(first & 0x0F) << 6 | Int(bytes[index + 1] & 0x3F)]
      guard entries[Int(page) + Int(bytes[index + 2] & 0x3F)] == 0 else { return false }
      index += 3
    }
    return true
  }
}

/// One run over the bytes of a text that decodes, folds and repairs within the line.
///
/// Bytes that stay are not touched one by one: the pass looks for what must change and leaves the
/// rest to be copied in bulk. Repairs that need context look back at what was written, so what they
/// produce is seen by the next repair in the same pass, and normalising twice changes nothing.
struct NormalizingPass {
  private let source: [UInt8]
  /// Whether entities, pinyin and doubled punctuation are repaired.
  private let isContextual: Bool
  private let variants = VariantTable.shared
  private var rewriter: TextRewriter
  private(set) var noise = NoiseCounter()
  private var traditionalCount = 0
  /// Whether a character was seen, or may have been written, whose form its neighbours decide.
  private var hasUndecided = false
  /// Offset in the new text after the last `&`, where an entity may have begun.
  private var entityStart = -1
  /// Offset in the new text at which a bracketed reading was removed last.
  private var readingEnd = -1

  init(_ source: [UInt8], isContextual: Bool) {
    self.source = source
    self.isContextual = isContextual
    rewriter = TextRewriter(source)
  }

  /// The normalised text and its map.
  ///
  /// - Complexity: O(bytes).
  mutating func run() -> (text: [UInt8], offsets: OffsetMap) {
    var index = 0
    if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      rewriter.replace(0..<3, with: [])
      index = 3
    }
    let text = source
    let bytes = text.span
    while index < bytes.count {
      let first = bytes[index]
      if first >= 0x80 {
        index = readMultibyte(at: index)
      } else if first < 0x40, Self.signs >> UInt64(first) & 1 != 0 {
        index = readASCII(at: index)
      } else {
        index += 1
      }
    }
    return finish()
  }

  /// The ASCII characters at which something may have to change, a bit for each.
  private static let signs: UInt64 = [
    0, 0x07, 0x0B, UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "&"), UInt8(ascii: ")"),
    UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
  ].reduce(0) { $0 | 1 << UInt64($1) }

  private mutating func finish() -> (text: [UInt8], offsets: OffsetMap) {
    var (text, offsets) = rewriter.finish()
    if hasUndecided { traditionalCount += PhraseVariants.shared.apply(to: &text) }
    noise.add(.traditionalCharacters, traditionalCount)
    return (text, offsets)
  }

  /// Length of the new text if the source up to `index` were copied.
  private func written(before index: Int) -> Int { rewriter.text.count + index - rewriter.taken }

  /// The last byte of the new text if the source up to `index` were copied; 0 at its start.
  private func lastByte(before index: Int) -> UInt8 {
    index > rewriter.taken ? source[index - 1] : rewriter.text.last ?? 0
  }
}

// MARK: - Bytes of the source

extension NormalizingPass {
  /// Deals with the ASCII characters from `start` on and returns where it stopped.
  private mutating func readASCII(at start: Int) -> Int {
    let byte = source[start]
    let next = start + 1
    switch byte {
    case UInt8(ascii: "\r"):
      let end = next < source.count && source[next] == UInt8(ascii: "\n") ? next + 1 : next
      rewriter.replace(start..<end, with: CollectionOfOne(UInt8(ascii: "\n")))
      return end
    case 0:
      noise.add(.nulBytes)
      rewriter.replace(start..<next, with: [])
    // What old word processors write at the end of a cell and for a line end inside a paragraph.
    case 0x07: rewriter.replace(start..<next, with: CollectionOfOne(UInt8(ascii: "\t")))
    case 0x0B: rewriter.replace(start..<next, with: CollectionOfOne(UInt8(ascii: "\n")))
    case UInt8(ascii: ")") where isContextual && mayEndReading(at: start),
      UInt8(ascii: "&") where isContextual,
      UInt8(ascii: ";") where isContextual && entityStart >= 0:
      write(UInt32(byte), for: start..<next)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      if isContextual, lastByte(before: start) == byte { write(UInt32(byte), for: start..<next) }
    case UInt8(ascii: " ") where written(before: start) == readingEnd:
      // The blank belongs to the bracket if the text goes on after it.
      if HanCharacter.begins(source, at: next) { rewriter.replace(start..<next, with: []) }
    default: break
    }
    return next
  }

  /// Whether what precedes the closing bracket at `index` is not plainly a three-byte character.
  private func mayEndReading(at index: Int) -> Bool {
    guard index - rewriter.taken >= 2 else { return true }
    return source[index - 1] < 0x80 || source[index - 2] >= 0xC0
  }

  /// Deals with the characters of several bytes from `start` on and returns where it stopped.
  private mutating func readMultibyte(at start: Int) -> Int {
    var index = start
    let (source, variants) = (source, variants)
    let bytes = source.span
    let pages = variants.pages.span
    let entries = variants.entries.span
    while index + 2 < bytes.count {
      let first = bytes[index]
      // U+0800 to U+0FFF and the surrogates have fewer second bytes.
      guard first >= 0xE1, first <= 0xEF, first != 0xED else { break }
      let second = bytes[index + 1]
      let third = bytes[index + 2]
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { break }
      let page = pages[Int(first & 0x0F) << 6 | Int(second & 0x3F)]
      let entry = entries[Int(page) + Int(third & 0x3F)]
      if entry == 0 {
        if first == 0xE3, second == 0x80, third == 0x81 || third == 0x82 {
          readStop(index..<index + 3)
        }
      } else {
        if entry >= 0x3400, first >= 0xE4, first <= 0xE9 {
          rewriter.replace(index..<index + 3, with: UInt32(entry))
          traditionalCount += 1
          if variants.entry(UInt32(entry)) == VariantTable.undecided { hasUndecided = true }
        } else {
          readFolded(index..<index + 3, entry: entry)
        }
      }
      index += 3
    }
    return index > start ? index : readOther(at: start)
  }

  /// Deals with one valid character of three bytes whose entry in the table is `entry`.
  private mutating func readFolded(_ range: Range<Int>, entry: UInt16) {
    switch entry {
    case VariantTable.undecided: hasUndecided = true
    case VariantTable.removed:
      noise.add(.invisibleCharacters)
      rewriter.replace(range, with: [])
    default:
      // Radicals and compatibility ideographs are other codes for a character, not another script.
      if entry >= 0x3400, source[range.lowerBound] < 0xEF,
        HanCharacter.begins(source, at: range.lowerBound)
      {
        traditionalCount += 1
      }
      if entry < 0x80, !mayComplete(UInt8(entry), at: range.lowerBound) {
        rewriter.replace(range, with: UInt32(entry))
        return
      }
      write(UInt32(entry), for: range)
      if variants.entry(UInt32(entry)) == VariantTable.undecided { hasUndecided = true }
    }
  }

  /// Whether the mark, written in the place of a character at `index`, may call for a repair.
  private func mayComplete(_ mark: UInt8, at index: Int) -> Bool {
    guard isContextual else { return false }
    switch mark {
    case UInt8(ascii: ","), UInt8(ascii: ":"): return lastByte(before: index) == mark
    case UInt8(ascii: ";"): return entityStart >= 0 || lastByte(before: index) == mark
    case UInt8(ascii: ")"): return mayEndReading(at: index)
    case UInt8(ascii: "&"): return true
    default: return false
    }
  }

  /// Deals with the ideographic comma or full stop at `range`.
  private mutating func readStop(_ range: Range<Int>) {
    guard isContextual else { return }
    if isDoubled(range) {
      noise.add(.doubledPunctuation)
      rewriter.replace(range, with: [])
    } else if lastByte(before: range.lowerBound) == UInt8(ascii: ",") {
      rewriter.copy(upTo: range.lowerBound)
      replaceComma(source[range], endingAt: range.upperBound)
    }
  }

  /// Writes an ideographic comma or stop in the place of the comma at the end of the new text: where pages
  /// double their marks, a comma is put before each, and the mark itself says more.
  private mutating func replaceComma(_ stop: some Collection<UInt8>, endingAt end: Int) {
    noise.add(.doubledPunctuation)
    let range = rewriter.retract(to: rewriter.text.count - 1)..<end
    let isDoubled = rewriter.text.suffix(stop.count).elementsEqual(stop)
    rewriter.replace(range, with: isDoubled ? [] : Array(stop))
  }

  /// Whether the ideographic comma or stop at `range` repeats what stands before it.
  private func isDoubled(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    let last = source[range.upperBound - 1]
    if start - rewriter.taken >= 3 {
      return source[start - 1] == last && source[start - 2] == 0x80 && source[start - 3] == 0xE3
    }
    return start == rewriter.taken && rewriter.text.suffix(3) == source[range]
  }

  /// Deals with one character outside the common blocks, or with damage, at `start`.
  private mutating func readOther(at start: Int) -> Int {
    let (scalar, length) = UTF8Bytes.decode(source, at: start)
    let range = start..<start + length
    guard let scalar else {
      noise.add(.undecodableBytes)
      rewriter.replace(range, with: UTF8Bytes(0xFFFD))
      return range.upperBound
    }
    switch scalar {
    case 0xA0: write(0x20, for: range)
    case 0x85: write(0x0A, for: range)
    case 0xAD, 0x61C, 0xE0100...0xE01EF: readFolded(range, entry: VariantTable.removed)
    case 0x800...0xFFFF:
      let entry = variants.entry(scalar)
      if entry != 0 { readFolded(range, entry: entry) }
    default: break
    }
    return range.upperBound
  }
}

// MARK: - Characters of the new text

extension NormalizingPass {
  /// Writes a folded character in the place of `range` and repairs what it completes.
  private mutating func write(_ scalar: UInt32, for range: Range<Int>) {
    rewriter.copy(upTo: range.lowerBound)
    if isContextual, isDoubled(scalar) {
      noise.add(.doubledPunctuation)
      rewriter.replace(range, with: [])
      return
    }
    if isContextual, scalar == 0x3001 || scalar == 0x3002, rewriter.text.last == UInt8(ascii: ",") {
      replaceComma(UTF8Bytes(scalar), endingAt: range.upperBound)
      return
    }
    rewriter.replace(range, with: scalar)
    guard isContextual else { return }
    switch scalar {
    case 0x26: entityStart = rewriter.text.count
    case 0x29:
      if let start = PinyinSyllables.startOfReading(endingIn: rewriter.text) {
        noise.add(.pinyin)
        let removed = rewriter.retract(to: start)..<range.upperBound
        rewriter.replace(removed, with: [])
        readingEnd = start
      }
    case 0x3B: decodeEntity(endingAt: range.upperBound)
    default: break
    }
  }

  /// Whether the punctuation `scalar` repeats the end of the new text.
  private func isDoubled(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3A, 0x3B: UInt32(rewriter.text.last ?? 0) == scalar
    case 0x3001, 0x3002: rewriter.text.suffix(3).elementsEqual(UTF8Bytes(scalar))
    default: false
    }
  }

  /// Replaces the entity that a semicolon at the end of the new text may have completed.
  private mutating func decodeEntity(endingAt end: Int) {
    guard let scalar = entityAtEnd else { return }
    noise.add(.entities)
    let range = rewriter.retract(to: entityStart - 1)..<end
    entityStart = -1
    switch scalar {
    case 0xA0, 0x85, 0x0D: write(scalar == 0xA0 ? 0x20 : 0x0A, for: range)
    case 0xAD, 0x61C, 0xE0100...0xE01EF: remove(range)
    case 0x800...0xFFFF:
      let entry = variants.entry(scalar)
      if entry == VariantTable.removed { return remove(range) }
      hasUndecided = hasUndecided || entry == VariantTable.undecided
      write(entry <= VariantTable.undecided ? scalar : UInt32(entry), for: range)
    default: write(scalar, for: range)
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    noise.add(.invisibleCharacters)
    rewriter.replace(range, with: [])
  }

  /// The character that the entity at the end of the new text stands for.
  private var entityAtEnd: UInt32? {
    let end = rewriter.text.count
    guard entityStart > 0, entityStart < end, end - entityStart <= 9,
      rewriter.text[entityStart - 1] == UInt8(ascii: "&")
    else { return nil }
    return HTMLEntity.scalar(rewriter.text[entityStart..<end - 1])
  }
}
