import Archives
import Markup

/// Knows by their first bytes the files that hold an article, or look as if they did, but are no
/// text.
enum OfficeFile {
  /// Endings of files that hold articles but cannot be read: inside folders they are named instead
  /// of passed over.
  static let foreignEndings = [".doc", ".wps"]

  /// The XML of a Word file's text; nil for a file that is text itself.
  ///
  /// - Throws: `InputProblem` with what the file is and how to get text out of it.
  static func text(_ name: String, _ bytes: [UInt8]) throws(InputProblem) -> [UInt8]? {
    if let kind = foreign(name, bytes) {
      throw InputProblem(name, "is \(kind.name); \(kind.remedy)")
    }
    guard ZipArchive.isLikely(bytes) else {
      guard name.lowercased().hasSuffix(".docx"), bytes.contains(0) else { return nil }
      throw InputProblem(name, "is no Word file, whatever its name says; \(convert)")
    }
    let content: WordFile.Content
    do throws(ArchiveError) {
      content = try WordFile.unpack(bytes)
    } catch {
      throw InputProblem(name, "is a Word file that cannot be read: \(error.message); \(saveAnew)")
    }
    switch content {
    case .text(let text): return text
    case .archive: throw InputProblem(name, "is a zip archive; \(unpackFirst)")
    case .other(let kind): throw InputProblem(name, "is \(kind), not a Word file; \(convert)")
    }
  }

  private static let convert = "convert it to .docx or text"
  private static let unpackFirst = "unpack it first"
  private static let saveAnew = "save it anew in Word, or as text"

  private struct Kind {
    let start: [UInt8]
    let name: String
    var remedy = convert
  }

  private static let picture = "read its text with a program for character recognition"

  private static let kinds = [
    Kind(start: Array("%PDF-".utf8), name: "a PDF file"),
    Kind(start: Array("{\\rtf".utf8), name: "an RTF file"),
    Kind(start: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], name: "a PNG picture", remedy: picture),
    Kind(start: [0xFF, 0xD8, 0xFF], name: "a JPEG picture", remedy: picture),
    Kind(start: Array("GIF8".utf8), name: "a GIF picture", remedy: picture),
    Kind(start: [0x49, 0x49, 0x2A, 0x00], name: "a TIFF picture", remedy: picture),
    Kind(start: [0x4D, 0x4D, 0x00, 0x2A], name: "a TIFF picture", remedy: picture),
    Kind(start: [0x1F, 0x8B, 0x08], name: "a gzip file", remedy: unpackFirst),
    Kind(start: Array("BZh".utf8), name: "a bzip2 file", remedy: unpackFirst),
    Kind(start: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], name: "an xz file", remedy: unpackFirst),
    Kind(
      start: Array("MIME-Version:".utf8), name: "a web archive (.mht)",
      remedy: "save the page as HTML"),
    Kind(
      start: Array("From: <Saved by".utf8), name: "a web archive (.mht)",
      remedy: "save the page as HTML"),
    Kind(start: Array("Rar!".utf8), name: "a RAR archive", remedy: unpackFirst),
    Kind(
      start: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], name: "a 7z archive", remedy: unpackFirst),
  ]

  private static func foreign(_ name: String, _ bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return compound(name, bytes)
    }
    return kinds.first { bytes.starts(with: $0.start) }
  }

  /// A file of the office programs of before 2007, or an encrypted one of today.
  private static func compound(_ name: String, _ bytes: [UInt8]) -> Kind {
    var stream: [UInt8] = []
    for letter in "EncryptedPackage".utf8 { stream += [letter, 0] }
    // The directory of a compound file may lie anywhere in it; entries begin at multiples of 128.
    let isEncrypted = stride(from: 0, to: bytes.count, by: 128).contains { offset in
      bytes[offset...].starts(with: stream)
    }
    if isEncrypted {
      return Kind(
        start: [], name: "an encrypted Word file", remedy: "remove its password and save it anew")
    }
    let ending = name.lowercased()
    let program = programs.first { ending.hasSuffix($0.ending) }
    return Kind(start: [], name: program?.name ?? "an old Word file (.doc)")
  }

  /// Programs that write compound files, by the endings of their files' names.
  private static let programs = [
    (ending: ".wps", name: "a WPS file (.wps)"), (ending: ".et", name: "a spreadsheet (.et)"),
    (ending: ".xls", name: "a spreadsheet (.xls)"), (ending: ".ppt", name: "slides (.ppt)"),
    (ending: ".dps", name: "slides (.dps)"),
  ]
}
