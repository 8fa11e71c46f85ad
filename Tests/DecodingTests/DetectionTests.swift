import Decoding
import Documents
import TestSupport
import Testing

struct DetectionTests {
  /// A way of writing a file, and what must be found.
  struct Form: Sendable {
    let name: String
    let encoding: TextEncoding
    var isTraditional = false
    var mark: [UInt8] = []
  }

  static let forms = [
    Form(name: "UTF-8", encoding: .utf8),
    Form(name: "UTF-8 with mark", encoding: .utf8, mark: [0xEF, 0xBB, 0xBF]),
    Form(name: "UTF-16LE", encoding: .utf16LittleEndian),
    Form(name: "UTF-16LE with mark", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE]),
    Form(name: "UTF-16BE", encoding: .utf16BigEndian),
    Form(name: "UTF-16BE with mark", encoding: .utf16BigEndian, mark: [0xFE, 0xFF]),
    Form(name: "GB18030", encoding: .gb18030),
    Form(name: "GB18030, traditional", encoding: .gb18030, isTraditional: true),
    Form(name: "Big5", encoding: .big5, isTraditional: true),
  ]

  /// Characters that every file has, at least.
  static let length = 200

  /// Cuts of 240 characters, of which some have no place in Big5, from all articles among the fixtures.
  static func cuts() throws -> [String] {
    var cuts: [String] = []
    for name in try Repository.names(in: "fixtures/articles") where name.hasSuffix(".txt") {
      let text = Array(try Repository.text("fixtures/articles/\(name)").drop { $0 == "\u{FEFF}" })
      for start in stride(from: 0, through: text.count - 240, by: 150) {
        cuts.append(String(text[start..<start + 240]))
      }
    }
    return cuts
  }

  @Test("At most one of all re-encoded cuts of the fixtures is taken for another encoding")
  func measured() throws {
    let cuts = try Self.cuts()
    let traditional = cuts.map { cut in
      String(
        String.UnicodeScalarView(
          EncodedText.traditional(cut, folding: Normalizer.fold).unicodeScalars
            .filter(EncodedText.isInBig5)))
    }
    var (files, wrong) = (0, 0)
    for form in Self.forms {
      var found: [TextEncoding: Int] = [:]
      for cut in form.isTraditional ? traditional : cuts {
        #expect(cut.count >= Self.length)
        let bytes = try #require(EncodedText.bytes(cut, as: form.encoding))
        let detected = EncodingDetector.encoding(of: form.mark + bytes).encoding
        found[detected, default: 0] += 1
        files += 1
        if detected != form.encoding { wrong += 1 }
      }
      let row = TextEncoding.allCases.map { "\($0.rawValue) \(found[$0] ?? 0)" }
      print("\(form.name) is found as: \(row.joined(separator: ", "))")
    }
    print("\(wrong) of \(files) files are taken for another encoding")
    #expect(files >= 400)
    #expect(wrong <= 1)
  }

  static let declarations: [(String, TextEncoding, FoundEncoding.Origin)] = [
    ("<meta charset=\"big5\">", .big5, .declared),
    ("<META http-equiv='Content-Type' content='text/html; charset=BIG5'>", .big5, .declared),
    ("<meta charset = gb2312 >", .gb18030, .declared),
    ("<?xml version=\"1.0\" encoding=\"GBK\"?>", .gb18030, .declared),
    ("<meta charset=\"koi8-r\">", .gb18030, .detected),
    ("<meta charset=\"utf-16\">", .gb18030, .detected),
    ("<meta name=\"charset\">", .gb18030, .detected),
    ("the charset=big5 of <b>", .gb18030, .detected),
  ]

  @Test("What the markup declares counts where the bytes allow it", arguments: declarations)
  func declared(head: String, encoding: TextEncoding, origin: FoundEncoding.Origin) throws {
    let text = try #require(EncodedText.bytes("督查整改", as: .gb18030))
    let found = EncodingDetector.encoding(of: Array(head.utf8) + text)
    #expect(found == FoundEncoding(encoding, origin))
  }

  @Test("A declaration that the bytes contradict does not count")
  func contradicted() throws {
    let cut = try #require(try Self.cuts().first)
    let head = Array("<meta charset=\"gb2312\">".utf8)
    #expect(EncodingDetector.encoding(of: head + Array(cut.utf8)).encoding == .utf8)
    let wrong = Array("<meta charset=\"utf-8\">".utf8)
    let bytes = try #require(EncodedText.bytes(cut, as: .gb18030))
    #expect(EncodingDetector.encoding(of: wrong + bytes) == FoundEncoding(.gb18030, .detected))
  }

  static let small: [([UInt8], TextEncoding)] = [
    ([], .utf8), ([0x41, 0x42], .utf8), ([0xD6, 0xD0, 0x0A], .gb18030), ([0, 0, 0, 0], .utf8),
    ([0x41, 0, 0x42, 0], .utf16LittleEndian), ([0, 0x41, 0, 0x42], .utf16BigEndian),
    ([0xFF], .utf8), ([0xA4, 0xA4, 0xA4, 0xE5, 0xA5, 0xFE], .big5),
    (Array("this app can break".utf8), .utf8),
  ]

  @Test("A few bytes are enough, or are taken for UTF-8", arguments: small)
  func fewBytes(bytes: [UInt8], encoding: TextEncoding) {
    #expect(EncodingDetector.encoding(of: bytes).encoding == encoding)
  }

  @Test("UTF-8 with some damage is UTF-8 still")
  func damaged() throws {
    let cut = try #require(try Self.cuts().first)
    var bytes = Array(cut.utf8)
    for place in stride(from: 40, to: bytes.count, by: 90) { bytes[place] = 0xFF }
    #expect(EncodingDetector.encoding(of: bytes).encoding == .utf8)
  }

  @Test(
    "Names are known in the ways that pages write them",
    arguments: [
      ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("gb2312", .gb18030), ("GB_2312-80", .gb18030),
      ("x-gbk", .gb18030), ("big5", .big5), ("Windows-936", .gb18030),
      ("utf_16be", .utf16BigEndian),
    ])
  func names(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: name + "x") == nil)
  }

  @Test(
    "A long head of ASCII hides no encoding", arguments: [TextEncoding.utf8, .gb18030, .big5])
  func longHead(encoding: TextEncoding) throws {
    let text = String(repeating: "今日天光，四方多事；百工各司其局。", count: 40)
    let bytes = try #require(EncodedText.bytes(text, as: encoding))
    let head = [UInt8](repeating: UInt8(ascii: "."), count: 70_000)
    #expect(EncodingDetector.encoding(of: head + bytes).encoding == encoding)
    #expect(EncodingDetector.encoding(of: bytes).encoding == encoding)
  }
}
