import Decoding
import SourceText
import TestSupport
import Testing

struct DecodingTests {
  static let encodings: [TextEncoding] = [.gb18030, .big5, .utf16LittleEndian, .utf16BigEndian]
  static let text = "會議通報2022年11月的檢查情況,共A級景區12個。\r\n\u{3000}「一、督查」·α"

  @Test("Every character keeps its place in the file", arguments: encodings)
  func offsets(encoding: TextEncoding) throws {
    let bytes = try #require(EncodedText.bytes(Self.text, as: encoding))
    let decoded = try #require(TextDecoder.decode(bytes, as: encoding))
    #expect(String(decoding: decoded.text, as: UTF8.self) == Self.text)
    #expect(decoded.damageCount == 0)
    var (offset, place) = (0, 0)
    for scalar in Self.text.unicodeScalars {
      let length = String(scalar).utf8.count
      let size = try #require(EncodedText.bytes(String(scalar), as: encoding)).count
      let span = decoded.offsets.original(SourceSpan(offset, offset + length))
      #expect(span == SourceSpan(place, place + size), "\(scalar)")
      (offset, place) = (offset + length, place + size)
    }
    #expect(decoded.offsets.original(offset) == bytes.count)
  }

  @Test("A long run of Han characters takes one edit of the map", arguments: encodings)
  func runs(encoding: TextEncoding) throws {
    let text = String(repeating: "督查整改", count: 50_000)
    let bytes = try #require(EncodedText.bytes(text, as: encoding))
    let decoded = try #require(TextDecoder.decode(bytes, as: encoding))
    #expect(decoded.text == Array(text.utf8))
    #expect(decoded.offsets.edits.count == 1)
    #expect(decoded.offsets.original(SourceSpan(300_000, 300_003)) == SourceSpan(200_000, 200_002))
  }

  @Test("Four-byte characters and surrogates keep their place")
  func wide() throws {
    let gb18030 = try #require(
      TextDecoder.decode([0x41, 0x95, 0x32, 0x82, 0x36, 0x42], as: .gb18030))
    #expect(String(decoding: gb18030.text, as: UTF8.self) == "A\u{20000}B")
    #expect(gb18030.offsets.original(SourceSpan(5, 6)) == SourceSpan(5, 6))
    let bytes = try #require(EncodedText.bytes("A😀国B", as: .utf16LittleEndian))
    let wide = try #require(TextDecoder.decode(bytes, as: .utf16LittleEndian))
    #expect(wide.offsets.original(SourceSpan(1, 5)) == SourceSpan(2, 6))
    #expect(wide.offsets.original(SourceSpan(5, 8)) == SourceSpan(6, 8))
  }

  @Test("Characters that Hong Kong adds to Big5 keep their place, of two scalars too")
  func supplement() throws {
    let bytes: [UInt8] = [0xA4, 0xA4, 0x88, 0x62, 0xFB, 0xA3, 0x41, 0xA4, 0xA4]
    let decoded = try #require(TextDecoder.decode(bytes, as: .big5))
    #expect(String(decoding: decoded.text, as: UTF8.self) == "中\u{CA}\u{304}啓A中")
    #expect(decoded.offsets.original(SourceSpan(3, 7)) == SourceSpan(2, 4))
    #expect(decoded.offsets.original(SourceSpan(7, 10)) == SourceSpan(4, 6))
    #expect(decoded.offsets.original(SourceSpan(11, 14)) == SourceSpan(7, 9))
  }

  static let damage: [([UInt8], TextEncoding, String, Int)] = [
    ([0xB6, 0xBD, 0xB2, 0x2C], .gb18030, "督\u{FFFD},", 1),
    ([0xB6, 0xBD, 0xB2], .gb18030, "督\u{FFFD}", 1),
    ([0xFF, 0x41, 0x80], .gb18030, "\u{FFFD}A\u{FFFD}", 2),
    ([0xB7, 0x31, 0x31], .gb18030, "\u{FFFD}11", 1),
    ([0xA4, 0x20, 0xA4, 0xA4], .big5, "\u{FFFD} 中", 1),
    ([0xF9, 0xD8, 0xF9, 0xDA, 0x41], .big5, "裏恒A", 0),
    ([0xA4, 0xA4, 0xFB, 0xA3, 0xFE, 0xD3, 0xA4, 0xA4], .big5, "中啓着中", 0),
    ([0x88, 0x62, 0x8E, 0xFF, 0x41], .big5, "\u{CA}\u{304}\u{FFFD}\u{FFFD}A", 2),
    ([0x2D, 0x4E, 0x00, 0xDC, 0x41, 0x00, 0x42], .utf16LittleEndian, "中\u{FFFD}A\u{FFFD}", 2),
  ]

  @Test("Bytes that are no character become U+FFFD and are counted", arguments: damage)
  func damaged(bytes: [UInt8], encoding: TextEncoding, text: String, count: Int) throws {
    let decoded = try #require(TextDecoder.decode(bytes, as: encoding))
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.damageCount == count)
    let offsets = (0...decoded.text.count).map { decoded.offsets.original($0) }
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(offsets.last == bytes.count)
  }

  @Test("What is read in vain behind damage stays in proportion to the damage")
  func chunks() {
    var size = ChunkSize()
    var read = 0
    for _ in 0..<10_000 {
      read += size.bytes
      size.shrink()
    }
    #expect(read < 10_000 * 100)
    for _ in 0..<8 { size.grow() }
    #expect(size.bytes == ChunkSize().bytes)
  }

  @Test("Random bytes are decoded without loss", arguments: Array(1...100) as [UInt64])
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let encoding = try #require(Self.encodings.randomElement(using: &generator))
    let bytes = (0..<3000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let decoded = try #require(TextDecoder.decode(bytes, as: encoding))
    #expect(String(validating: decoded.text, as: UTF8.self) != nil, "seed \(seed)")
    let offsets = (0...decoded.text.count).map { decoded.offsets.original($0) }
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    #expect(offsets.last == bytes.count, "seed \(seed)")
  }

  @Test("Pairs and characters are each other's way back")
  func pairTable() {
    let table = PairTable.gb18030
    #expect(table.scalar(0xB6, 0xBD) == 0x7763 && table.code(of: 0x7763) == 0xB6BD)
    #expect(
      table.scalar(0xB6, 0x7F) == 0 && table.code(of: 0x41) == 0 && table.code(of: 0x1F600) == 0)
    #expect(table.code(of: 0x7E23) == 0xBF68)
  }
}
