import Testing

/// What is stated of an article counts in every command over articles.
@Suite(.serialized)
struct StatedFactsTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak], title: {en: duty, zh: 责任}}
      type: {on: document, role: metadata, choices: [news, notice], title: {en: type, zh: 类型}}
      outlet: {on: document, role: metadata, text: true, title: {en: outlet, zh: 媒体}}
    rules:
      - id: duty/word
        gives: duty = weak
        any: [责任]
      - id: type/news
        gives: type = news
        any: [天气]

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("old/pack.yaml", Self.pack)
    try folder.write("new/pack.yaml", Self.pack.replacing("type = news", with: "type = notice"))
    try folder.write("plain.txt", "天气好。\n")
    try folder.write("header.txt", "---\ntype: news\n---\n天气好。\n")
    try folder.write("side.txt", "天气好。\n")
    try folder.write("side.meta.yaml", "type: news\n")
    try folder.write("facts.csv", "path,type\nplain.txt,news\n")
    return folder
  }

  private func flips(_ arguments: [String], in folder: borrowing TemporaryFolder) throws -> String {
    let run = try ProgramProcess(["diff", "old", "new", "--lang", "en"] + arguments, in: folder)
    return run.error + (run.output.split(separator: "\n").last { $0.hasPrefix("flips") } ?? "")
  }

  @Test("diff: a stated type does not change with the rules")
  func diff() throws {
    let folder = try folder()
    let plain = try flips(["plain.txt"], in: folder)
    #expect(plain == "flips 1 · articles 1/1")
    for arguments in [["header.txt"], ["side.txt"], ["plain.txt", "-m", "facts.csv"]] {
      let stated = try flips(arguments, in: folder)
      #expect(stated == "flips 0 · articles 0/1")
    }
  }

  @Test(
    "explain: the value that is stated and wins stands before what rules gave",
    arguments: [
      (["header.txt"], "front-matter", "[10,14]"), (["side.txt"], "sidecar", "null"),
      (["plain.txt", "-m", "facts.csv"], "manifest", "null"),
    ])
  func explain(_ arguments: [String], _ source: String, _ bytes: String) throws {
    let folder = try folder()
    let words = ["explain", "--rules", "new", "--lang", "en", "--label", "type"] + arguments
    let table = try ProgramProcess(words, in: folder).output
    let head = "type news  stated (\(source)), before all rules\n"
    #expect(table.contains(head + "    type/news  notice"), "\(table)")
    let json = try ProgramProcess(words + ["-f", "json"], in: folder).output
    #expect(
      json.contains(
        #""value":"news","resolution":"stated","stated":{"source":"\#(source)","bytes":\#(bytes)},"#
          + #""grants":[{"rule":"type/news","value":"notice""#), "\(json)")
  }

  @Test(
    "A choice is stated by name, by title, or by its title without the name in front",
    arguments: [
      ("D2", "D2"), ("D2 讲话", "D2"), ("讲话", "D2"), ("speech", "D2"), ("D2 speech", "D2"),
      ("报道", nil), ("D2讲话", nil), ("2", nil),
    ])
  func titles(stated: String, value: String?) throws {
    let folder = try folder()
    let choices = "choices: [news, notice]"
    try folder.write(
      "coded/pack.yaml",
      Self.pack.replacing(
        choices,
        with: "choices: [D2, D3, D4], value-titles: {D2: {en: D2 speech, zh: D2 讲话}, "
          + "D3: {en: D3 report, zh: D3 报道}, D4: {en: D4 short report, zh: D4 报道}}"
      ).replacing("type = news", with: "type = D4"))
    try folder.write("a.txt", "---\ntype: \(stated)\n---\n责任在心。\n")
    let run = try ProgramProcess(
      ["classify", "a.txt", "--rules", "coded", "-f", "ndjson", "--lang", "en"], in: folder)
    #expect(run.status == 0, "\(run.error)")
    let found = "\"type\":" + (value.map { "\"\($0)\"" } ?? "null") + ",\"outlet\""
    #expect(run.output.contains(found), "\(run.output)")
  }

  @Test("explain: what no rule gives is shown where it is stated, and nothing where it is not")
  func explainWithoutRules() throws {
    let folder = try folder()
    try folder.write("silent.txt", "---\ntype: notice\noutlet: 云川日报\n---\n责任在心。\n")
    try folder.write("wrong.txt", "---\ntype: poem\n---\n责任在心。\n")
    let words = ["explain", "--rules", "old", "--lang", "en", "--label"]
    for value in ["type notice", "outlet 云川日报"] {
      let label = String(value.prefix { $0 != " " })
      let silent = try ProgramProcess(words + [label, "silent.txt"], in: folder).output
      #expect(silent.contains("\(value)  stated (front-matter), before all rules\n"), "\(silent)")
      let wrong = try ProgramProcess(words + [label, "wrong.txt"], in: folder).output
      #expect(wrong.contains("no rule gave anything"), "\(wrong)")
    }
  }

  @Test("test: an expectation is compared with what is stated")
  func test() throws {
    let folder = try folder()
    for name in ["header", "side", "plain"] {
      try folder.write(
        "\(name).expect.yaml", "document: {type: notice}\nparagraphs: [{starts: 天气好}]\n")
    }
    func expected(_ arguments: [String]) throws -> Bool {
      let run = try ProgramProcess(["test", "--rules", "new"] + arguments, in: folder)
      #expect(run.status == (run.output.contains("expected notice, is news") ? 1 : 0))
      return run.status == 0
    }
    #expect(try expected(["plain.txt"]))
    #expect(try !expected(["header.txt"]))
    #expect(try !expected(["side.txt"]))
    #expect(try !expected(["plain.txt", "-m", "facts.csv"]))
  }

  @Test("watch: what is said beside an article is watched as well")
  func watch() throws {
    let folder = try folder()
    let side = try ProgramProcess(
      ["watch", "old", "side.txt", "--once", "--lang", "en"], in: folder,
      before: "(sleep 2; echo 'type: notice' >side.meta.yaml) &")
    #expect(side.output.contains("changed files 1") && side.output.contains("  side.meta.yaml\n"))
    #expect(side.output.contains("news → notice"))
    let table = try ProgramProcess(
      ["watch", "old", "plain.txt", "--once", "--lang", "en", "-m", "facts.csv"], in: folder,
      before: "(sleep 2; printf 'path,type\nplain.txt,notice\n' >facts.csv) &")
    #expect(table.output.contains("  facts.csv\n"))
    #expect(table.output.contains("news → notice"))
  }

  @Test("watch: an article that appears later has its row, and takes none from another")
  func watchAdded() throws {
    let folder = try folder()
    try folder.write("news/b.txt", "天气好。\n")
    try folder.write("old.csv", "path,type\na.txt,notice\nnews/b.txt,news\n")
    try folder.write("a.expect.yaml", "document: {type: notice}\nparagraphs: [{starts: 天气好}]\n")
    let run = try ProgramProcess(
      ["watch", "old", "news", "--once", "--lang", "en", "-m", "old.csv"], in: folder,
      before: "(sleep 2; cp a.expect.yaml news/; cp plain.txt .a; mv .a news/a.txt) &")
    #expect(run.output.contains("+ news/a.txt"))
    #expect(!run.output.contains("expected notice"), "\(run.output)")
    #expect(run.status == 0)
  }

  @Test(
    "What is wrong beside an article is told by every command",
    arguments: [["classify"], ["explain"], ["coverage"], ["diff", "old", "new"], ["test"]])
  func problems(command: [String]) throws {
    let folder = try folder()
    try folder.write("side.meta.yaml", "type: [news\n")
    try folder.write("side.expect.yaml", "paragraphs: []\n")
    let rules = command.count == 1 ? ["--rules", "old"] : []
    let run = try ProgramProcess(command + ["side.txt"] + rules, in: folder)
    #expect(run.error.contains("side.meta.yaml: line 1: "))
    #expect(run.error.contains("; not used"))
  }

  @Test(
    "A stated value that no result can have is told where the output does not tell it",
    arguments: [
      (["ledger"], true), (["review"], true), (["coverage"], true),
      (["classify", "-f", "csv"], true),
      (["classify"], false), (["ledger", "-q"], false),
    ])
  func unused(command: [String], isTold: Bool) throws {
    let folder = try folder()
    try folder.write("odd.txt", "---\ntype: poem\n---\n天气好。\n")
    let run = try ProgramProcess(command + ["odd.txt", "--rules", "old"], in: folder)
    let remark =
      "odd.txt: `type` from the front-matter is not used: `poem` is not one of news, notice"
    #expect(run.error.contains(remark) == isTold, "\(run.error)")
  }

  @Test("Of many articles with such a value some are named and the rest counted")
  func manyUnused() throws {
    let folder = try folder()
    for index in 1...7 { try folder.write("many/\(index).txt", "---\ntype: poem\n---\n天气好。\n") }
    let run = try ProgramProcess(["ledger", "many", "--rules", "old"], in: folder)
    #expect(run.error.contains("many/5.txt: `type`"), "\(run.error)")
    #expect(!run.error.contains("many/6.txt"))
    #expect(run.error.contains("2 more articles have such a `type`"), "\(run.error)")
  }

  @Test("diff and coverage read records as classify does")
  func records() throws {
    let folder = try folder()
    try folder.write("r.ndjson", "{\"text\":\"天气好。\"}\n{\n{\"text\":\"好。\",\"type\":\"news\"}\n")
    let diff = try ProgramProcess(
      ["diff", "old", "new", "r.ndjson", "--input", "ndjson", "--lang", "en"], in: folder)
    #expect(diff.output.contains("── r.ndjson:1 ─"))
    #expect(diff.output.contains("flips 1 · articles 1/2"))
    #expect(diff.error.contains("r.ndjson:2: "))
    #expect(diff.status == 2)
    let coverage = try ProgramProcess(
      ["coverage", "r.ndjson", "--input", "ndjson", "--rules", "old", "--lang", "en"], in: folder)
    #expect(coverage.output.contains("articles 2"))
  }

  @Test("explain takes one article", arguments: [false, true])
  func explain(hasDeadLink: Bool) throws {
    let folder = try folder()
    if hasDeadLink { try folder.link("dead.txt", to: "nowhere") }
    let run = try ProgramProcess(["explain", ".", "--rules", "old"], in: folder)
    #expect(run.error == "duban: .: holds 3 articles; name one of them\n")
    #expect(run.status == 2)
  }
}
