package import Archives

/// Unpacks Word files (`.docx`, ISO/IEC 29500).
package enum WordFile {
  /// The endings of the names of Word files.
  package static let endings = [".docx"]

  /// What a zip archive turned out to be.
  package enum Content: Hashable, Sendable {
    /// The XML of the text.
    case text([UInt8])
    /// No Word file; what it is, in words.
    case other(String)
  }

  /// The XML of the text: `word/document.xml`, then, each after a line break, the notes at the foot
  /// of pages and those at the end.
  ///
  /// Offsets into a Word file are offsets into these bytes.
  ///
  /// - Throws: `ArchiveError` where the archive or one of these parts is damaged or too large.
  /// - Complexity: O(bytes of these parts, packed and unpacked).
  package static func unpack(_ bytes: [UInt8]) throws(ArchiveError) -> Content {
    let archive = try ZipArchive(bytes)
    guard let main = archive.entries.first(where: { $0.name == "word/document.xml" }) else {
      return .other(kind(of: archive))
    }
    var text = try archive.content(of: main)
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let entry = archive.entries.first(where: { $0.name == name }) else { continue }
      text.append(UInt8(ascii: "\n"))
      text += try archive.content(of: entry)
    }
    return .text(text)
  }

  /// Parts by which other files of office programs are known.
  private static let parts = [
    ("xl/workbook.xml", "a spreadsheet (.xlsx)"), ("ppt/presentation.xml", "slides (.pptx)"),
    ("OFD.xml", "a document of fixed layout (.ofd)"), ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "a book (.epub)"),
  ]

  private static func kind(of archive: ZipArchive) -> String {
    let names = Set(archive.entries.map(\.name))
    return parts.first { names.contains($0.0) }?.1 ?? "a zip archive"
  }
}
