import Archives
import TestSupport
import Testing

struct InflaterTests {
  @Test(
    "Streams of each kind of block",
    arguments: [
      ("0300", ""),
      ("010500faff68656c6c6f", "hello"),
      ("4b4c4a4e842100", "abcabcabcabc"),
      ("4b4c1c05c40200", String(repeating: "a", count: 300)),
    ])
  func fixedVectors(stream: String, text: String) throws {
    let bytes = try Self.bytes(stream)
    let (found, end) = try Inflater.inflate(bytes, 0..<bytes.count, limit: 1000)
    #expect(String(decoding: found, as: UTF8.self) == text)
    #expect(end == bytes.count)
  }

  @Test(
    "A stream that is none says where",
    arguments: [
      ("", 0), ("07", 1), ("010500fafe68", 5), ("4b4c4a", 3), ("010500faff6865", 5), ("030200", 2),
    ])
  func badStreams(stream: String, offset: Int) throws {
    let bytes = try Self.bytes(stream)
    #expect(throws: ArchiveError.badStream(offset: offset)) {
      try Inflater.inflate(bytes, 0..<bytes.count, limit: 1000)
    }
  }

  @Test("No more comes out than the limit")
  func limit() throws {
    let bytes = try Self.bytes("4b4c1c05c40200")
    #expect(throws: ArchiveError.tooLarge(limit: 299)) {
      try Inflater.inflate(bytes, 0..<bytes.count, limit: 299)
    }
    #expect(try Inflater.inflate(bytes, 0..<bytes.count, limit: 300).text.count == 300)
  }

  @Test("What `gzip` packs at levels 1, 6 and 9 comes back, for random data of eight kinds")
  func againstGzip() throws {
    let tool = try #require(GzipTool(), "the tests need gzip")
    var generator = SeededGenerator(seed: 20_260_401)
    let texts = (0..<240).map { RandomData.bytes(kind: $0 % RandomData.kinds, &generator) }
    for level in [1, 6, 9] {
      let packed = try tool.pack(texts, level: level)
      #expect(packed.count == texts.count)
      for (index, (text, file)) in zip(texts, packed).enumerated() {
        let found = try Inflater.inflate(file, 10..<file.count - 8, limit: text.count)
        let place: Comment = "text \(index) at level \(level), seed \(generator.seed)"
        #expect(found.text == text, place)
        #expect(found.end == file.count - 8, place)
        let sum = Checksum.crc32(text)
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
        #expect(bytes == Array(file[(file.count - 8)..<(file.count - 4)]), place)
      }
    }
  }

  @Test("Damaged streams end in an error or in other text, within the limit")
  func damage() throws {
    let tool = try #require(GzipTool(), "the tests need gzip")
    var generator = SeededGenerator(seed: 7)
    let texts = (0..<RandomData.kinds).map { RandomData.bytes(kind: $0, &generator) }
    var errors = 0
    for file in try tool.pack(texts, level: 6) {
      for _ in 0..<100 {
        var bytes = Array(file[10..<file.count - 8])
        guard let place = bytes.indices.randomElement(using: &generator) else { continue }
        bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        do {
          let found = try Inflater.inflate(bytes, 0..<bytes.count, limit: 1 << 18)
          #expect(found.text.count <= 1 << 18)
        } catch {
          errors += 1
        }
      }
    }
    #expect(errors > 50, "seed \(generator.seed)")
  }

  private static func bytes(_ hex: String) throws -> [UInt8] {
    let digits = Array(hex)
    return try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
    }
  }
}
