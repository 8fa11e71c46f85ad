import Decoding
import TestSupport
import Testing

/// What reports in Chinese say in the words of the table.
@Suite(.serialized)
struct ChineseReportTests {
  private func run(
    _ arguments: [String], in folder: borrowing TemporaryFolder, rules: String = "rules"
  ) throws -> ProgramProcess {
    try folder.write("words/zh.yaml", try Repository.text("rules/words/zh.yaml"))
    return try ProgramProcess(
      arguments + ["--rules", rules, "--lang", "zh"], in: folder, variables: ["COLUMNS=100"])
  }

  @Test(
    "Notices are told in Chinese, with what they name",
    arguments: [
      (["classify", "a.txt", "--encoding", "GB18030"], "! 按GB18030读取，依所选编码"),
      (["classify", "gb.txt"], "! 按GB18030读取，依字符判断"),
      (["classify", "dated.txt"], "! 未采用文首所写的date：“昨日”不是2024-05-31、2024-05或2024这样的日期"),
    ])
  func notices(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml").replacing(
        "labels:\n", with: "labels:\n  date: {on: document, role: metadata, date: true}\n"))
    let text = "各街道要于9月3日前清理楼道。城管局要每日巡查。\n"
    try folder.write("gb.txt", try #require(EncodedText.bytes(text, as: .gb18030)))
    try folder.write("a.txt", try #require(EncodedText.bytes(text, as: .gb18030)))
    try folder.write("dated.txt", "---\ndate: 昨日\n---\n" + text)
    let run = try run(arguments, in: folder)
    #expect(run.output.contains(words), "\(run.output) \(run.error)")
  }

  @Test("A flag of a rule has the word that the table gives it")
  func flags() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml").replacing(
        "gives: who = 1.0,", with: "gives: who = 1.0, flags: [open-collective],"))
    let run = try run(["ledger", "articles"], in: folder)
    #expect(run.output.contains("(泛指群体)"), "\(run.output) \(run.error)")
  }

  @Test("Keys of dates and tables have words", arguments: ["year", "month", "province"])
  func keys(key: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    let names = ["year": "年份", "month": "月份", "province": "省份"]
    let run = try run(
      ["compare", "articles", "--by", key], in: folder,
      rules: Repository.root + "/rules/civic-campaign")
    #expect(run.output.contains("── \(names[key] ?? key) ─"), "\(run.output) \(run.error)")
  }

  @Test(
    "Columns of the ledger go by the names that its tables show",
    arguments: [("截止日期", 1), ("频次", 1), ("讲话人", 0), ("deadline", 1), ("责任", nil)])
  func columns(name: String, count: Int?) throws {
    let folder = try TemporaryFolder.ofTasks()
    let run = try run(["ledger", "articles", "-f", "csv", "--missing", name], in: folder)
    #expect(run.status == (count == nil ? 2 : 0), "\(run.error)")
    let rows = run.output.split(separator: "\r\n").count - 1
    #expect(count == nil || rows == count, "\(run.output)")
  }

  @Test("What is missing is called as the column is, and the place of the article otherwise")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "会议要求，各街道要在本周内完成清理。\n")
    let run = try run(
      ["ledger", "a.txt", "-f", "markdown"], in: folder,
      rules: Repository.root + "/rules/civic-campaign")
    let cells = run.output.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingPrefix(" ").description }
    }
    let titles = try #require(cells.first)
    #expect(titles.contains { $0.hasPrefix("文章地点") } && titles.contains { $0.hasPrefix("地点") })
    let places = cells.dropFirst(2).filter { $0.contains { $0.contains("地点") } }
    #expect(!places.isEmpty, "\(run.output) \(run.error)")
  }

  @Test(
    "Lines and counts are told as sentences",
    arguments: [
      (["classify", "articles"], "第1行"), (["review", "open.txt"], "第1行"),
      (["classify", "articles"], "指令不足3条、不计入平均的文章：1篇"),
    ])
  func sentences(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("open.txt", "城管局要巡查。\n")
    let run = try run(arguments, in: folder)
    #expect(run.output.contains(words), "\(run.output) \(run.error)")
  }
}
