package import Archives

/// Unpacks Word files (`.docx`, ISO/IEC 29500).
package enum WordFile {
  /// The endings of the names of Word files.
  package static let endings = [".docx"]

  /// What a zip archive turned out to be.
  package enum Content: Hashable, Sendable {
    /// The XML of the text.
    case text([UInt8])
    /// Another file of an office program; what it is, in words.
    case other(String)
    /// An archive of any files.
    case archive
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
    guard let main = try mainPart(of: archive) else {
      return kind(of: archive).map(Content.other) ?? .archive
    }
    var text = try archive.content(of: main)
    let path = plain(main.name)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    for name in ["footnotes.xml", "endnotes.xml"] {
      guard let entry = entry("\(folder)\(name)", in: archive) else { continue }
      text.append(UInt8(ascii: "\n"))
      text += try archive.content(of: entry)
    }
    return .text(text)
  }

  /// The part with the text: the one of the usual name, else the one that the archive's list of
  /// relations names; nil where there is none.
  private static func mainPart(
    of archive: ZipArchive
  ) throws(ArchiveError) -> ZipArchive.Entry? {
    if let usual = entry("word/document.xml", in: archive) { return usual }
    guard let relations = entry("_rels/.rels", in: archive) else { return nil }
    var lexer = TagLexer(try archive.content(of: relations))
    while let token = lexer.next() {
      guard case .open(_, let range, _) = token else { continue }
      var values: [String: String] = [:]
      Attributes(source: lexer.source, range: range).read { name, value in
        let key = String(decoding: lexer.source[name].prefix(longestName), as: UTF8.self)
        values[key] = String(decoding: lexer.source[value].prefix(longestName), as: UTF8.self)
        return true
      }
      guard let type = values["Type"], type.hasSuffix("/officeDocument"),
        let target = values["Target"], target.hasPrefix("word/") || target.hasPrefix("/word/")
      else { continue }
      return entry(target.hasPrefix("/") ? String(target.dropFirst()) : target, in: archive)
    }
    return nil
  }

  /// No name of a part or kind of relation is longer, in bytes.
  private static let longestName = 256

  /// The entry of that name; case does not matter, and some programs write `\` for `/`.
  private static func entry(_ name: String, in archive: ZipArchive) -> ZipArchive.Entry? {
    archive.entries.first { $0.name == name }
      ?? archive.entries.first { plain($0.name) == plain(name) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("\\", with: "/")
  }

  /// Parts by which other files of office programs are known.
  private static let parts = [
    ("xl/workbook.xml", "a spreadsheet (.xlsx)"), ("ppt/presentation.xml", "slides (.pptx)"),
    ("OFD.xml", "a document of fixed layout (.ofd)"), ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "a book (.epub)"),
  ]

  private static func kind(of archive: ZipArchive) -> String? {
    let names = Set(archive.entries.map(\.name))
    return parts.first { names.contains($0.0) }?.1
  }
}
