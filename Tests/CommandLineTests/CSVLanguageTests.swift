import TestSupport
import Testing

/// CSV of every command: its keys are for programs, Chinese columns only for who asks.
@Suite(.serialized)
struct CSVLanguageTests {
  /// What each command writes as CSV of a small pack, without its last options.
  static let commands = [
    ["classify", "articles"], ["compare", "articles", "--by", "place", "--draws", "200"],
    ["evaluate", "gold"], ["coverage", "articles"], ["diff", "rules", "rules", "articles"],
    ["ledger", "articles"],
  ]

  private func run(
    _ arguments: [String], variables: [String] = []
  ) throws -> ProgramProcess {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("words/zh.yaml", try Repository.text("rules/words/zh.yaml"))
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml").replacing(
        "labels:\n", with: "labels:\n  place: {on: document, role: metadata, text: true}\n"))
    try folder.write("articles/a.meta.yaml", "place: 云川市\n")
    let command = arguments[0] == "evaluate" ? ["--articles", "articles"] : []
    let rules = arguments[0] == "diff" ? [] : ["--rules", "rules"]
    let run = try ProgramProcess(
      arguments + command + rules + ["-f", "csv"], in: folder, variables: variables)
    try #require(run.status == 0, "\(run.error)")
    return run
  }

  private func header(_ run: ProgramProcess) -> [String] {
    (run.output.split(separator: "\r\n").first ?? "").split(separator: ",").map(String.init)
  }

  @Test("The locale changes no byte", arguments: commands)
  func locale(_ command: [String]) throws {
    let plain = try run(command)
    let chinese = try run(
      command, variables: ["LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "LC_MESSAGES=zh_CN.UTF-8"])
    #expect(plain.output == chinese.output)
    #expect(try run(command + ["--lang", "en"]).output == plain.output)
    #expect(header(plain).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(header(plain))")
  }

  @Test("Who asks for Chinese has the same columns under Chinese names", arguments: commands)
  func chinese(_ command: [String]) throws {
    let plain = try run(command)
    let asked = try run(command + ["--lang", "zh"])
    let (keys, titles) = (header(plain), header(asked))
    #expect(titles.count == keys.count)
    #expect(Set(titles).count == titles.count, "\(titles)")
    // Labels of the pack that have no Chinese title go by their names.
    let own = ["act", "who", "force", "when", "specificity", "accountability"]
    for title in titles where !own.contains(where: title.hasPrefix) {
      #expect(title.unicodeScalars.contains { $0.value > 0x2E80 }, "\(title)")
    }
    #expect(
      plain.output.split(separator: "\r\n").count == asked.output.split(separator: "\r\n").count)
  }

  @Test("Values that the pack or the program titles are told in Chinese too")
  func values() throws {
    let rows = try run(
      ["compare", "articles", "--by", "place", "--draws", "200", "--lang", "zh"]
    ).output
    #expect(rows.contains("\r\nplace,云川市,,均值,,"), "\(rows)")
    #expect(rows.contains(",责任≥2,"), "\(rows)")
    #expect(!rows.contains("one-article"), "\(rows)")
  }

  @Test("Every CSV may begin with the byte order mark, and only CSV", arguments: commands)
  func mark(_ command: [String]) throws {
    let plain = try run(command)
    let marked = try run(command + ["--bom"])
    #expect(marked.output == "\u{FEFF}" + plain.output)
    let folder = try TemporaryFolder.ofTasks()
    let refused = try ProgramProcess(command + ["--bom"], in: folder)
    #expect(refused.status == 2)
    #expect(refused.error.contains("the mark belongs to CSV"), "\(refused.error)")
  }
}
