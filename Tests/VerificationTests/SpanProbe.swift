import Documents
import SourceText

/// Compares a piece of an original file with the normalised text that was reported for it.
enum SpanProbe {
  /// The normalised text of a piece, without blanks and page markers, which depend on what stands
  /// around it.
  static func normalized(_ piece: SourceFile) -> String {
    squeezed(String(decoding: DocumentReader.read(piece).text, as: UTF8.self))
  }

  /// Whether a question mark stands in the middle of words, as lost bytes leave it.
  static func holdsShiftedBytes(_ piece: ArraySlice<UInt8>) -> Bool {
    let mark = UInt8(ascii: "?")
    return zip(piece, piece.dropFirst()).contains { $0 == mark && ($1 == mark || $1 >= 0x80) }
  }

  static func squeezed(_ text: String) -> String {
    var text = text.replacing(/[0-9]+、/, with: "")
    text.removeAll { $0.isWhitespace }
    return text
  }
}
