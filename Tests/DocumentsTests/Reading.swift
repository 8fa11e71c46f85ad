import Decoding
import Documents
import SourceText
import TestSupport

/// The article with the UTF-8 bytes of `text`.
func read(_ text: String) -> Document {
  read(bytes: Array(text.utf8))
}

/// The article with `bytes`.
func read(bytes: [UInt8]) -> Document {
  var options = Repository.reading
  options.encoding = FoundEncoding(.utf8, .given)
  return DocumentReader.read(SourceFile(name: "test", bytes: bytes), options: options)
}

extension Document {
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The normalised text under `span`.
  func string(_ span: SourceSpan) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
  }

  var blockStrings: [String] { blocks.map { string($0.span) } }
  var sentenceStrings: [String] { sentences.map { string($0.span) } }

  /// Clauses with the sign of their delimiter, `/` for a sentence end and `|` for a block's.
  var clauseStrings: [String] {
    clauses.map { clause in
      let sign =
        switch clause.delimiter {
        case .comma: ","
        case .semicolon: ";"
        case .colon: ":"
        case .stop: "/"
        case .none: "|"
        }
      return string(clause.span) + sign
    }
  }

  /// Whether something was repaired by what stands around it, which a part of the text does not show.
  var hasContextualRepair: Bool {
    noise.contains { ["shifted-bytes-repaired", "forum-junk", "tag-remnants"].contains($0.kind) }
  }

  /// Tallies as `kind count`.
  var noiseStrings: [String] { noise.map { "\($0.kind) \($0.count)" } }
}
