import TestSupport
import Testing

@Suite(.serialized)
struct BadInputTests {
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let rules = "\(Repository.root)/rules"

  /// What an unreadable file is called, with the remedy.
  private static let refusals: [(name: String, bytes: [UInt8], message: String)] = [
    ("a.doc", compound + [0], "is an old Word file (.doc); convert it to .docx or text"),
    ("b.wps", compound + [0], "is a WPS file (.wps); convert it to .docx or text"),
    (
      "c.docx",
      compound + Array(repeating: 0, count: 120)
        + "EncryptedPackage".utf8.reduce(into: []) {
          $0 += [$1, 0]
        }, "is an encrypted Word file; remove its password and save it anew"
    ),
    ("d.pdf", Array("%PDF-1.4\n".utf8), "is a PDF file; convert it to .docx or text"),
    ("e.rtf", Array("{\\rtf1 x}".utf8), "is an RTF file; convert it to .docx or text"),
    (
      "f.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A],
      "is a PNG picture; read its text with a program for character recognition"
    ),
    (
      "g.docx", [0, 1, 2], "is no Word file, whatever its name says; convert it to .docx or text"
    ),
  ]

  @Test("Files that are no text are named with the remedy, and the others go on")
  func refusals() throws {
    let folder = try TemporaryFolder()
    for refusal in Self.refusals { try folder.write(refusal.name, refusal.bytes) }
    try folder.write("z.txt", "会议要求，各街道本周内完成楼道清理。\n")
    let run = try ProgramProcess(
      ["classify"] + Self.refusals.map(\.name) + [
        "z.txt", "--format", "ndjson", "--rules", Self.rules,
      ], in: folder)
    for refusal in Self.refusals {
      #expect(run.error.contains("duban: \(refusal.name): \(refusal.message)\n"))
    }
    #expect(run.output.contains("z.txt"))
    #expect(run.status == 2)
  }

  @Test("A Word file is read; a bomb, a cut and a changed one are refused")
  func wordFiles() throws {
    let folder = try TemporaryFolder()
    let good = try Repository.bytes("fixtures/office/meeting.docx")
    var changed = good
    changed[400] ^= 0xFF
    try folder.write("bomb.docx", try Repository.bytes("fixtures/office/bomb.docx"))
    try folder.write("changed.docx", changed)
    try folder.write("cut.docx", Array(good.dropLast(100)))
    try folder.write("good.docx", good)
    let run = try ProgramProcess(
      ["classify", ".", "--format", "json", "--rules", Self.rules], in: folder)
    let start = "is a Word file that cannot be read: "
    let remedy = "; save it anew in Word, or as text\n"
    #expect(
      run.error == """
        duban: ./bomb.docx: \(start)it unpacks to more than 200 times its size\(remedy)\
        duban: ./changed.docx: \(start)the checksum of `word/document.xml` is wrong, \
        so it is damaged\(remedy)\
        duban: ./cut.docx: \(start)it is not a zip archive, or its end is missing\(remedy)
        """)
    #expect(run.output.contains("城管局要在6月底前完成排查"))
    #expect(!run.output.contains("旧的位置"))
    #expect(run.status == 2)
  }

  @Test("A sparse file of 2 GB is refused with its size, before it is read")
  func huge() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramProcess(
      ["classify", "big.txt", "--rules", Self.rules], in: folder, before: "truncate -s 2G big.txt;")
    #expect(
      run.error
        == "duban: big.txt: has 2048 MB, which is larger than 64 MB; split it into articles\n")
    #expect(run.status == 2)
  }

  @Test("A pipe in a folder is not opened, and a folder that leads back is not followed")
  func pipeAndLoop() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.txt", "会议要求，各街道本周内完成楼道清理。\n")
    try folder.link("in/again", to: "..")
    let run = try ProgramProcess(
      ["classify", "in", "--format", "csv", "--rules", Self.rules], in: folder,
      before: "mkfifo in/p.html;")
    #expect(run.error.contains("in/p.html: is a named pipe, not a file"))
    #expect(run.error.contains("leads back to a folder above it; not followed"))
    #expect(run.output.contains("in/a.txt"))
  }

  @Test("A file that grows while it is read is read once, as it was")
  func growing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", "<html><body><p>会议要求，各街道本周内完成楼道清理。</p>\n")
    let run = try ProgramProcess(
      ["classify", "a.html", "--format", "ndjson", "--rules", Self.rules], in: folder,
      before: "(for i in $(seq 300); do echo '<p>会议强调，要落实责任。</p>' >>a.html; done) &")
    #expect(run.status == 0)
    #expect(run.output.contains("各街道本周内完成楼道清理"))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test("The body of a page is found, with spans in the page's own bytes")
  func page() throws {
    let folder = try TemporaryFolder()
    let name = "\(Repository.root)/fixtures/pages/unclosed.html"
    let run = try ProgramProcess(
      ["classify", name, "--format", "json", "--rules", Self.rules], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("会议要求,城管局要在三天之内更换破损井盖,建立台账"))
    #expect(run.output.contains("2023-05-06"))
    #expect(run.output.contains("东浔日报"))
  }
}
