import Archives
import TestSupport
import Testing

struct ZipArchiveTests {
  @Test("Stored and deflated entries have the same content")
  func entries() throws {
    let contents = try ["meeting", "stored"].map { name in
      let archive = try ZipArchive(try Repository.bytes("fixtures/office/\(name).docx"))
      #expect(
        archive.entries.map(\.name) == [
          "[Content_Types].xml", "word/document.xml", "word/footnotes.xml",
        ])
      return try archive.entries.map(archive.content)
    }
    #expect(contents[0] == contents[1])
    #expect(contents[0].allSatisfy { $0.starts(with: "<?xml".utf8) })
  }

  @Test("What is damaged is named", arguments: ZipDamage.allCases)
  func damage(damage: ZipDamage) throws {
    let bytes = damage.done(to: SmallZip(text: "text text text"))
    #expect(throws: damage.error) {
      let archive = try ZipArchive(bytes)
      for entry in archive.entries { _ = try archive.content(of: entry) }
    }
  }

  @Test("Limits on size, density and number stop before the memory is used")
  func limits() throws {
    let bytes = SmallZip(text: String(repeating: "x", count: 100)).bytes
    func content(_ change: (inout ZipArchive.Limits) -> Void) throws -> [[UInt8]] {
      var limits = ZipArchive.Limits()
      change(&limits)
      let archive = try ZipArchive(bytes, limits: limits)
      return try archive.entries.map(archive.content)
    }
    #expect(try content { $0.size = 100 }.first?.count == 100)
    #expect(throws: ArchiveError.tooLarge(limit: 99)) { try content { $0.size = 99 } }
    #expect(throws: ArchiveError.tooManyEntries(0)) { try content { $0.entries = 0 } }
  }

  @Test("A stream that unpacks to a thousand times its size is refused")
  func bomb() throws {
    let tool = try #require(GzipTool(), "the tests need gzip")
    let text = [UInt8](repeating: 0x20, count: 3 << 20)
    let file = try #require(try tool.pack([text], level: 9).first)
    let zip = SmallZip(
      name: "word/document.xml", packed: Array(file[10..<file.count - 8]), text: text, method: 8)
    let archive = try ZipArchive(zip.bytes)
    #expect(throws: ArchiveError.tooDense(limit: 200)) {
      try archive.content(of: archive.entries[0])
    }
  }

  @Test("No change of a byte traps")
  func mutations() throws {
    let bytes = try Repository.bytes("fixtures/office/meeting.docx")
    var generator = SeededGenerator(seed: 11)
    var refused = 0
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<changed.count, using: &generator)
        changed[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        changed.removeLast(Int.random(in: 0..<changed.count, using: &generator))
      }
      do {
        let archive = try ZipArchive(changed)
        for entry in archive.entries { _ = try archive.content(of: entry) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1000, "seed \(generator.seed)")
  }
}
