import Diagnostics
import SourceText

extension SyntaxParser {
  /// Reports bytes that are not UTF-8 and characters that no YAML file may hold, one a line at
  /// most; false when the bytes are not UTF-8.
  mutating func checkEncoding() -> Bool {
    var isUTF8 = true
    var reported = false
    var reportedByte = false
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = offset
    columnBase = offset
    while offset < end {
      let first = bytes[offset]
      if first.isBreak { (reported, reportedByte) = (false, false) }
      if first >= 0x20 && first < 0x7F || first == .tab || first.isBreak {
        offset += 1
        continue
      }
      if isPlainHan(at: offset) {
        offset += 3
        continue
      }
      guard let (scalar, length) = decode(at: offset) else {
        isUTF8 = false
        if !reportedByte { report(SyntaxDiagnostics.invalidUTF8(label(offset, offset + 1))) }
        reportedByte = true
        offset += 1
        continue
      }
      if !reported, Self.isForbidden(scalar) {
        report(
          SyntaxDiagnostics.controlCharacter(
            label(offset, offset + length), scalar: scalar.value,
            fixIts: Self.isLineSeparator(scalar)
              ? [] : [FixIt("remove it", edits: [edit(offset, offset + length)])]))
        reported = true
      }
      offset += length
    }
    // What looks like a control character among other bytes is none.
    if !isUTF8 { diagnostics.removeAll { $0.id == "control-character" } }
    return isUTF8
  }

  /// Whether three bytes of UTF-8 stand there that no file is refused for: U+3000 to U+9FFF, which most
  /// text of rules is.
  private func isPlainHan(at offset: Int) -> Bool {
    bytes[offset] >= 0xE3 && bytes[offset] <= 0xE9 && offset + 2 < bytes.count
      && bytes[offset + 1] & 0xC0 == 0x80 && bytes[offset + 2] & 0xC0 == 0x80
  }

  /// Whether some parsers end a line at `scalar`, so that nobody knows whether one was meant.
  private static func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  /// Whether YAML 1.1 or 1.2 forbids `scalar` or disagree on it: controls, the line separators,
  /// byte order marks inside the text, noncharacters of the first plane.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The scalar at `offset` and its length in bytes, or nil where the bytes are not UTF-8.
  private func decode(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[offset]
    let length =
      switch first {
      case 0x00...0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, offset + length <= bytes.count else { return nil }
    if length == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in bytes[(offset + 1)..<(offset + length)] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= smallest[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// Finds directives and document markers, moves behind an opening `---`, and ends the text at a
  /// marker that may not be there; true when the file opens with `---`.
  mutating func readDocumentMarkers() -> Bool {
    var offset = position
    var hasContent = false
    var opening: Int?
    while offset < end {
      let line = SourceSpan(offset, lineEnd(from: offset))
      let marker = documentMarker(at: offset)
      if marker == .dash, !hasContent, opening == nil {
        opening = offset
        position = offset + 3
        checkOpeningMarker()
      } else if marker == .dash {
        let first = label(opening ?? position, (opening ?? position) + (opening == nil ? 0 : 3))
        report(
          SyntaxDiagnostics.multipleDocuments(
            label(offset, offset + 3), first: first, fixIts: removeLastMarker(at: offset)))
        end = offset
        break
      } else if marker != nil {
        report(
          SyntaxDiagnostics.documentMarker(
            label(offset, offset + 3), fixIts: removeLastMarker(at: offset)))
        end = offset
        break
      } else if bytes[offset] == UInt8(ascii: "%"), !hasContent, opening == nil {
        var next = line.end
        skipBreak(at: &next)
        report(
          SyntaxDiagnostics.yamlDirective(
            label(restOfLine(from: offset)),
            fixIts: [FixIt("remove the line", edits: [edit(offset, next)])]))
        position = line.end
      } else if let first = bytes[line.start..<line.end].first(where: { !$0.isBlank }) {
        hasContent = hasContent || first != .hash
      }
      offset = line.end
      skipBreak(at: &offset)
    }
    if position < end, byte(position).isBreak { skipBreak() }
    return opening != nil
  }

  /// Moves behind an opening marker and its comment; text on its line is an error.
  private mutating func checkOpeningMarker() {
    let start = position - 3
    skipBlanks()
    if !byte(position).isBreak, byte(position) != .hash {
      report(
        SyntaxDiagnostics.documentMarker(
          label(start, start + 3),
          fixIts: [correction("remove the marker", [edit(start, position)])]))
    }
    position = lineEnd(from: position)
  }

  /// Removes a marker behind which nothing follows.
  private func removeLastMarker(at offset: Int) -> [FixIt] {
    guard isLastLine(offset) else { return [] }
    return [FixIt("remove the marker", edits: [edit(offset, offset + 3)])]
  }

  private func documentMarker(at offset: Int) -> UInt8? {
    let first = byte(offset)
    guard first == .dash || first == UInt8(ascii: "."), byte(offset + 1) == first,
      byte(offset + 2) == first, endsToken(offset + 3)
    else { return nil }
    return first
  }

  private func skipBreak(at offset: inout Int) {
    guard offset < end else { return }
    if bytes[offset] == .carriageReturn, offset + 1 < end, bytes[offset + 1] == .lineFeed {
      offset += 1
    }
    offset += 1
  }
}
