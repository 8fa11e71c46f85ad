import Decoding
import TestSupport
import Testing

/// `--encoding` of the program as a process.
@Suite(.serialized)
struct EncodingOptionTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
  private static let simplified = "会议要求，各街道本周内完成楼道清理。\n"
  private static let traditional = "會議要求，各街道本周內完成樓道清理。\n"

  private func classify(
    _ bytes: [UInt8], _ options: [String], name: String = "a.txt"
  ) throws -> ProgramProcess {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    return try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", name] + options, in: folder)
  }

  static let names: [(String, TextEncoding)] = [
    ("UTF-8", .utf8), ("utf8", .utf8), ("UTF-16", .utf16LittleEndian),
    ("utf-16le", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian), ("GB18030", .gb18030),
    ("gbk", .gb18030), ("GB2312", .gb18030), ("cp936", .gb18030), ("Big5", .big5),
    ("CP950", .big5), ("big5-hkscs", .big5),
  ]

  @Test("Every name reads the encoding that it names", arguments: names)
  func everyName(name: String, encoding: TextEncoding) throws {
    let text = encoding == .big5 ? Self.traditional : Self.simplified
    let bytes = try #require(EncodedText.bytes(text, as: encoding))
    let run = try classify(bytes, ["--encoding", name])
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.output.contains("各街道本周内完成楼道清理"))
    #expect(run.output.contains("\"encoding\":\"\(encoding.rawValue)\""))
  }

  static let marked: [(String, TextEncoding, [UInt8])] = [
    ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]), ("unicode", .utf16BigEndian, [0xFE, 0xFF]),
    ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16BE", .utf16BigEndian, [0xFE, 0xFF]),
  ]

  @Test("A name that leaves the order of bytes open leaves it to the mark", arguments: marked)
  func byteOrder(name: String, encoding: TextEncoding, mark: [UInt8]) throws {
    let bytes = try #require(EncodedText.bytes(Self.simplified, as: encoding))
    let run = try classify(mark + bytes, ["--encoding", name])
    #expect(run.error.isEmpty)
    #expect(run.output.contains("各街道本周内完成楼道清理"))
    #expect(run.output.contains("\"encoding\":\"\(encoding.rawValue)\""))
  }

  @Test("A name that gives the order of bytes counts more than the mark")
  func contradictedOrder() throws {
    let bytes = try #require(EncodedText.bytes(Self.simplified, as: .utf16BigEndian))
    let run = try classify([0xFE, 0xFF] + bytes, ["--encoding", "UTF-16LE"])
    #expect(run.error.contains("begins with the mark of UTF-16BE, but is read as UTF-16LE"))
  }

  static let wrong: [(String, String)] = [
    ("bgi5", "did you mean `Big5`? use one of UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK"),
    ("gb1803", "did you mean `GB18030`? use one of"), ("latin1", "use one of UTF-8, UTF-16"),
  ]

  @Test("A name that is none is refused, with the nearest", arguments: wrong)
  func wrongName(name: String, remedy: String) throws {
    let run = try classify(Array(Self.simplified.utf8), ["-e", name])
    #expect(run.error.hasPrefix("duban: `--encoding` cannot be `\(name)`\n  \(remedy)"))
    #expect(run.output.isEmpty)
    #expect(run.status == 2)
  }

  @Test("What was asked for counts, and what the file says against it is told")
  func contradictions() throws {
    let marked = try classify([0xEF, 0xBB, 0xBF] + Array(Self.simplified.utf8), ["-e", "GBK"])
    #expect(
      marked.error == "duban: a.txt: begins with the mark of UTF-8, but is read as GB18030, "
        + "as asked by `--encoding`\n")
    #expect(marked.status == 0)
    let plain = try classify(Array(Self.simplified.utf8), ["-e", "GBK"])
    #expect(plain.error.contains("a.txt: is valid UTF-8, but is read as GB18030"))
    let head = Array("<html><head><meta charset=gb2312></head><body><p>".utf8)
    let page = head + (EncodedText.bytes(Self.simplified, as: .gb18030) ?? [])
    let declared = try classify(page, ["-e", "big5"], name: "a.html")
    #expect(declared.error.contains("a.html: says that it is in GB18030, but is read as Big5"))
    let honest = try classify(page, ["-e", "gbk"], name: "a.html")
    #expect(honest.error.isEmpty)
    #expect(honest.output.contains("各街道本周内完成楼道清理"))
  }

  @Test("A Word file says its encoding itself")
  func wordFile() throws {
    let bytes = try Repository.bytes("fixtures/office/meeting.docx")
    let run = try classify(bytes, ["-e", "gbk"], name: "a.docx")
    #expect(run.error.isEmpty)
    #expect(run.output.contains("城管局要在6月底前完成排查"))
  }

  static let damaged: [([UInt8], String, String)] = [
    (Array(simplified.utf8) + [0xFF, 0x0A], "a.txt", "not UTF-8, the first at byte 55"),
    ([0x41] + Array(repeating: 7, count: 40), "a.txt", "holds 40 control characters in 41 bytes"),
    (Array(repeating: 7, count: 40), "a.txt", "the first at byte 0: it is no text"),
  ]

  @Test("Damage is told with the byte where it begins", arguments: damaged)
  func damage(bytes: [UInt8], name: String, message: String) throws {
    #expect(try classify(bytes, [], name: name).error.contains(message))
  }

  @Test("Half a character at the end is one piece of damage, and no trap")
  func halves() throws {
    let wide = try #require(EncodedText.bytes(Self.simplified, as: .utf16LittleEndian))
    let pairs = try #require(EncodedText.bytes(Self.simplified, as: .gb18030))
    for (bytes, name, kind) in [
      (wide + [0x41], "utf-16le", "undecodable-bytes"),
      (wide + [0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC], "utf-16le", "undecodable-bytes"),
      (pairs + [0x95], "gbk", "shifted-bytes-repaired"),
      (pairs + [0x95, 0x32, 0x82], "gb18030", "undecodable-bytes"),
    ] {
      let run = try classify(bytes, ["-e", name])
      #expect(run.status == 0)
      #expect(run.output.contains("各街道本周内完成楼道清理"))
      #expect(run.output.contains("\"\(kind)\":"), "\(name): \(run.output)")
    }
  }

  @Test("A header in another encoding states facts, with their bytes in the file")
  func header() throws {
    let text = "---\nplace: 南京市\n---\n" + Self.simplified
    let bytes = try #require(EncodedText.bytes(text, as: .gb18030))
    let run = try classify(bytes, [])
    #expect(run.output.contains("\"source\":\"front-matter\",\"rule\":null,\"bytes\":[11,17]"))
  }
}
