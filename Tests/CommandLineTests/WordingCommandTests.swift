import TestSupport
import Testing

/// `duban compare --wording`, on articles and on saved analyses.
struct WordingCommandTests {
  private static let pack = Repository.root + "/rules/starter/en/rules"
  private static let shared = "The bridge inspector must inspect the swing bridge within 14 days."

  /// What stands between the two names in a comparison as JSON.
  private static func wording(_ output: String) -> Substring? {
    guard let start = output.firstRange(of: "\"wording\":"),
      let end = output.firstRange(of: "\"without_repeats\":")
    else { return nil }
    return output[start.upperBound..<end.lowerBound]
  }

  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "texts/a.txt",
      "The harbour board met on 3 June 2024.\n\n\(Self.shared) The clerk must file the minutes.\n")
    try folder.write(
      "texts/b.txt", "The harbour board met on 4 May 2023.\n\n\(Self.shared)\n")
    return folder
  }

  @Test func `shared sentences are told by file, from articles and from saved analyses`() throws {
    let folder = try articles()
    let fresh = try ProgramProcess(
      ["compare", "texts", "--by", "year", "--wording", "-f", "json", "--rules", Self.pack],
      in: folder)
    #expect(fresh.status == 0, "\(fresh.error)")
    #expect(fresh.output.contains(#""clusters":[{"text":"The bridge inspector"#), "\(fresh.output)")
    #expect(fresh.output.contains(#""groups":["2023","2024"],"first":{"source":"texts/b.txt","#))
    #expect(fresh.output.contains(#""without_repeats":{"tables":["#))
    let saving = try ProgramProcess(
      ["classify", "texts", "-f", "ndjson", "-o", "saved.ndjson", "--rules", Self.pack],
      in: folder)
    #expect(saving.status == 0, "\(saving.error)")
    let saved = try ProgramProcess(
      [
        "compare", "--input", "analysis", "saved.ndjson", "--by", "year", "--wording", "-f", "json",
        "--rules", Self.pack,
      ], in: folder)
    #expect(saved.status == 0, "\(saved.error)")
    #expect(Self.wording(saved.output) == Self.wording(fresh.output))
    #expect(Self.wording(saved.output) != nil)
  }

  @Test func `without the option nothing is said of wording`() throws {
    let folder = try articles()
    let plain = try ProgramProcess(
      ["compare", "texts", "--by", "year", "-f", "json", "--rules", Self.pack], in: folder)
    #expect(plain.status == 0, "\(plain.error)")
    #expect(!plain.output.contains("wording"))
  }

  @Test func `rows without repeats are marked, and so are the others`() throws {
    let folder = try articles()
    let rows = try ProgramProcess(
      ["compare", "texts", "--by", "year", "--wording", "-f", "csv", "--rules", Self.pack],
      in: folder)
    #expect(rows.status == 0, "\(rows.error)")
    let lines = rows.output.split(whereSeparator: \.isNewline)
    #expect(lines.dropFirst().contains { $0.hasSuffix(",all") })
    #expect(lines.dropFirst().contains { $0.hasSuffix(",without-repeats") })
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",all") || $0.hasSuffix("-repeats") })
  }
}
