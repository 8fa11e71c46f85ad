import Decoding
import TestSupport
import Testing

/// What tells plausible text from damage is found beside the packs, in a process.
@Suite(.serialized)
struct ReadingSampleTests {
  private static let text = "会议要求，各街道本周内完成楼道清理，对照清单逐条整改，严格督查问责。\n"
  private static let pack =
    "pack: {name: mine, version: '1'}\nlabels: {x: {on: clause, mark: true}}\n"

  /// The text without one byte of its second character, read by a pack in a folder with `sample`.
  private func classify(sample: String?) throws -> ProgramProcess {
    let folder = try TemporaryFolder()
    try folder.write("rules/mine/pack.yaml", Self.pack)
    if let sample { try folder.write("rules/reading/zh.txt", sample) }
    var bytes = try #require(EncodedText.bytes(Self.text, as: .gb18030))
    bytes.remove(at: 3)
    try folder.write("a.txt", bytes)
    return try ProgramProcess(
      ["classify", "--rules=rules/mine", "-f", "ndjson", "-e", "gbk", "-v", "a.txt"], in: folder)
  }

  @Test("A byte that was lost is put back as the sample of the program tells")
  func beside() throws {
    let run = try classify(sample: nil)
    #expect(run.output.contains("会议要求"))
    #expect(run.output.contains("\"shifted-bytes-repaired\":1"))
    #expect(!run.output.contains("undecodable-bytes"))
    #expect(run.error.contains("/rules/reading/zh.txt"))
    #expect(run.status == 0)
  }

  @Test("A sample beside the pack counts before that of the program")
  func own() throws {
    let run = try classify(sample: "== lines\n苹果与梨\n")
    #expect(!run.output.contains("会议要求"))
    #expect(run.error.contains("rules/mine/../reading/zh.txt"))
    #expect(run.status == 0)
  }

  @Test("Records are repaired too")
  func records() throws {
    let folder = try TemporaryFolder()
    try folder.write("r.ndjson", "{\"text\":\"会议仪螅?各街道本周内完成楼道清理，对照清单逐条整改。\"}\n")
    let run = try ProgramProcess(
      ["classify", "--rules=\(Repository.root)/rules/starter/zh/rules", "-f", "ndjson", "r.ndjson"]
        + ["--input", "ndjson"], in: folder)
    #expect(run.output.contains("\"shifted-bytes-repaired\":1"))
    #expect(run.status == 0)
  }

  @Test("Where there are too many places to search, that is told", arguments: ["json", "table"])
  func tooMany(form: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", String(repeating: "会议要求?", count: 200))
    let run = try ProgramProcess(
      ["classify", "--rules=\(Repository.root)/rules/starter/zh/rules", "-f", form, "a.txt"],
      in: folder)
    let notice = "not every place that looks damaged was searched for lost bytes"
    #expect(run.output.contains(notice))
    #expect(run.status == 0)
  }

  @Test("Words of reports are found where the sample is")
  func words() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/mine/pack.yaml", Self.pack)
    try folder.write("a.txt", Self.text)
    let run = try ProgramProcess(
      ["diff", "rules/mine", "rules/mine", "a.txt", "--lang", "zh"], in: folder)
    #expect(run.error.isEmpty)
    #expect(run.output.contains("── 合计 ─"))
    #expect(run.status == 0)
  }
}
