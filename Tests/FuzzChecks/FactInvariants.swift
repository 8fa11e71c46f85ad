package import Analysis
import CommandLine
import Comparison
import SourceText

/// What must hold of all that people state beside texts, whatever the bytes are: a header, a table of facts,
/// records, saved analyses.
package enum FactInvariants {
  /// Reads `bytes` as each of them, and by `analyzer` a short text of which they state what was found.
  package static func violations(_ analyzer: Analyzer, _ bytes: [UInt8]) -> [String] {
    var check = Check()
    check.header(bytes)
    check.table(bytes)
    for separator in DelimitedText.separators { check.records(bytes, .csv, separator) }
    check.records(bytes, .ndjson, DelimitedText.separators[0])
    check.analyses(bytes)
    check.state(analyzer)
    return check.violations
  }

  private struct Check {
    /// So many values are stated of a text; more say nothing new.
    private static let mostValues = 20

    private(set) var violations: [String] = []
    private var values: [String] = []

    mutating func header(_ bytes: [UInt8]) {
      let file = SourceFile(name: "fuzz.txt", bytes: bytes)
      let found = FrontMatter(file)
      values += found.facts.map(\.value)
      if found.problem != nil, !found.facts.isEmpty { violations.append("facts of no header") }
      if found.body.bytes.count != bytes.count { violations.append("a header moves the text") }
      let end = (found.body.location(of: bytes.count), file.location(of: bytes.count))
      if end.0.line != end.1.line { violations.append("a header takes lines away") }
      for span in found.facts.compactMap(\.bytes) where span.start < 0 || span.end > bytes.count {
        violations.append("a fact leaves the file")
      }
    }

    mutating func table(_ bytes: [UInt8]) {
      guard let table = try? Manifest(bytes) else { return }
      for source in ["a.txt", "/a.txt", "b/a.txt"] {
        guard let facts = try? table.facts(for: [source]),
          let strays = try? table.strays(among: [source])
        else { continue }
        values += facts.values.flatMap { $0 }.map(\.value)
        if facts.isEmpty, let all = try? table.facts(), strays.count < all.count {
          violations.append("a row is lost")
        }
      }
    }

    mutating func records(_ bytes: [UInt8], _ form: RecordForm, _ separator: UInt8) {
      let whole = pieces(bytes, bytes.count + 1, form, separator)
      if pieces(bytes, 1, form, separator) != whole {
        violations.append("records depend on how they are read")
      }
      for piece in whole where piece.defect == nil {
        switch form {
        case .csv:
          guard let rows = try? DelimitedText(separator: separator).records(piece.bytes) else {
            violations.append("a record is cut inside quotation marks")
            continue
          }
          if rows.count > 1 { violations.append("a record holds several") }
          values += rows.flatMap(\.fields)
        case .ndjson:
          for (_, value) in (try? JSONFields(piece.bytes))?.fields ?? [] {
            switch value {
            case .text(let text), .number(let text): values.append(text)
            case .boolean, .null, .nested: continue
            }
          }
        }
      }
    }

    private func pieces(
      _ bytes: [UInt8], _ size: Int, _ form: RecordForm, _ separator: UInt8
    ) -> [RecordStream.Piece] {
      var rest = bytes[...]
      var stream = RecordStream(form) { () throws(SystemError) in
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      stream.separator = separator
      var pieces: [RecordStream.Piece] = []
      while let piece = try? stream.next() { pieces.append(piece) }
      return pieces
    }

    mutating func analyses(_ bytes: [UInt8]) {
      let whole = analyses(bytes, bytes.count + 1)
      if analyses(bytes, 1) != whole { violations.append("analyses depend on how they are read") }
      for piece in whole where piece.defect == nil {
        guard let saved = try? SavedAnalysis(piece.bytes, keeping: .everything) else { continue }
        values += saved.result.metadata.fields.map(\.value)
        _ = ProfileReader(force: nil, action: nil, weights: saved.weights).profile(of: saved.result)
      }
    }

    private func analyses(_ bytes: [UInt8], _ size: Int) -> [RecordStream.Piece] {
      var rest = bytes[...]
      var stream = AnalysisStream { () throws(SystemError) in
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      var pieces: [RecordStream.Piece] = []
      while let piece = try? stream.next() { pieces.append(piece) }
      return pieces
    }

    /// States each value under names that the default pack knows, and under one of which it knows nothing.
    mutating func state(_ analyzer: Analyzer) {
      var scratch = Analyzer.Scratch()
      let text = SourceFile(name: "fuzz.txt", bytes: Array("各街道要于3月1日前清理。".utf8))
      for value in Set(values).prefix(Self.mostValues) {
        var stated = StatedMetadata()
        for name in ["date", "place", "type", "title", "other"] {
          stated.add(StatedMetadata.Fact(name: name, value: value, source: .record))
        }
        let first = analyzer.analyze(text, stating: stated, &scratch)
        if analyzer.analyze(text, stating: stated, &scratch) != first {
          violations.append("of the same facts the text has another result")
        }
      }
    }
  }
}
