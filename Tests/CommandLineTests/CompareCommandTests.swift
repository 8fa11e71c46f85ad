import Testing

/// `compare` run as a process over invented articles and their saved analyses.
@Suite(.serialized)
struct CompareCommandTests {
  private static let pack = """
    pack: {name: civic-campaign, version: 1.0.0, title: small}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [formulaic, substantive], title: {en: duty, zh: 责任}}
      place: {on: document, role: metadata, text: true}
      type: {on: document, role: metadata, text: true}
      date: {on: document, role: metadata, date: true}
    rules:
      - id: duty/head
        gives: duty = substantive
        any: [负责]
      - id: place/title
        gives: place
        within: block
        any: [云川市, 临岚县]

    """

  private static let table = "path,tier\na0.txt,one\na1.txt,two\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/pack.yaml", Self.pack)
    for index in 0..<12 {
      let place = index % 2 == 0 ? "云川市" : "临岚县"
      let order = index % 3 == 0 ? "各街道负责门前卫生。" : "会议听取了汇报。"
      try folder.write(
        "articles/a\(index).txt",
        "---\ndate: 2021-0\(index % 3 + 1)-05\ntype: \(index % 4 < 2 ? "news" : "plan")\n---\n"
          + "\(place)召开会议。\n\n\(order)\n\n大家认真学习。\n")
    }
    return folder
  }

  private func save(
    _ format: String, as name: String, in folder: borrowing TemporaryFolder
  ) throws {
    let run = try ProgramProcess(
      ["classify", "articles", "-f", format, "-o", name], in: folder)
    try #require(run.status == 0, "\(run.error)")
  }

  private func compare(
    _ arguments: [String], in folder: borrowing TemporaryFolder
  ) throws -> ProgramProcess {
    try ProgramProcess(["compare", "--draws", "200"] + arguments, in: folder)
  }

  @Test(
    "On a terminal it is said how much is done, and nowhere else",
    arguments: [
      (["articles"], ["tables 100 %"]),
      (
        ["articles", "--wording"],
        ["tables 100 %", "wording 100 %", "tables without repeats 100 %"]
      ),
      (["articles", "-q"], []),
    ] as [([String], [String])])
  func progress(arguments: [String], words: [String]) throws {
    let folder = try folder()
    let command = ["compare", "--draws", "200", "--by", "place", "-o", "out.txt"] + arguments
    let shown = try ProgramProcess(
      command, in: folder,
      before:
        "python3 -c 'import pty,sys,os; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))'"
    )
    #expect(shown.status == 0, "\(shown.output)")
    for text in words { #expect(shown.output.contains("\r\u{1B}[K\(text)"), "\(shown.output)") }
    if words.isEmpty { #expect(shown.output.isEmpty) }
    #expect(!shown.output.isEmpty == shown.output.hasSuffix("\r\u{1B}[K"))
    let terminal = try folder.text("out.txt")
    let silent = try ProgramProcess(command, in: folder)
    #expect(silent.error.isEmpty)
    #expect(try folder.text("out.txt") == terminal)
  }

  @Test("Every run writes the same bytes", arguments: ["csv", "html"])
  func repeated(format: String) throws {
    let folder = try folder()
    let arguments = ["articles", "--by", "place", "--wording", "-f", format]
    let first = try compare(arguments, in: folder)
    #expect(first.status == 0)
    for threads in ["1", "4"] {
      let again = try compare(arguments + ["--threads", threads], in: folder)
      #expect(again.output == first.output)
    }
  }

  @Test("The order of the files changes no byte", arguments: ["json", "html", "table"])
  func fileOrder(format: String) throws {
    let folder = try folder()
    // One sentence of both places, dated nowhere: neither may be called its source.
    for (name, place) in [("b0", "云川市"), ("b1", "临岚县")] {
      try folder.write(
        "articles/\(name).txt", "\(place)召开会议。\n\n各街道要在七月底前完成楼道堆物清理并上报台账。\n")
    }
    let files = (0..<12).map { "articles/a\($0).txt" } + ["articles/b0.txt", "articles/b1.txt"]
    let options = ["--by", "place", "--wording", "-f", format]
    let runs = try [files, files.reversed()].map { try compare($0 + options, in: folder) }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
  }

  @Test("Figures without repeats stand in the rows of those of all text")
  func sameRows() throws {
    let folder = try folder()
    let run = try compare(["articles", "--by", "place", "--wording", "-f", "csv"], in: folder)
    let lines = run.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let titles = try #require(lines.first)
    let (table, measure) = try (
      #require(titles.firstIndex(of: "table")), #require(titles.firstIndex(of: "measure"))
    )
    let basis = try #require(titles.firstIndex(of: "basis"))
    func rows(_ name: String) -> [[Substring]] {
      lines.dropFirst().filter { $0[basis] == name && $0[0] == "place" && $0[3] == "mean" }.map {
        [$0[table], $0[measure]]
      }
    }
    #expect(rows("all").count > 5)
    #expect(rows("all") == rows("without-repeats"))
  }

  @Test("A saved corpus compares like the articles themselves", arguments: ["ndjson", "json"])
  func saved(format: String) throws {
    let folder = try folder()
    try save(format, as: "all.\(format)", in: folder)
    for options in [["--by", "place"], ["--by", "month", "--within", "type"]] {
      for output in ["csv", "json", "table", "markdown", "ndjson", "html"] {
        let fresh = try compare(["articles", "-f", output] + options, in: folder)
        let saved = try compare(
          ["--input", "analysis", "all.\(format)", "-f", output] + options, in: folder)
        #expect(saved.status == 0)
        #expect(saved.error.isEmpty)
        #expect(saved.output == fresh.output)
        #expect(!saved.output.isEmpty)
      }
    }
  }

  @Test("The number of threads changes no byte")
  func threads() throws {
    let folder = try folder()
    try save("ndjson", as: "all.ndjson", in: folder)
    let runs = try ["1", "2", "7"].map { threads in
      try compare(
        ["--input", "analysis", "all.ndjson", "--by", "place", "-f", "csv", "-j", threads],
        in: folder
      ).output
    }
    #expect(Set(runs).count == 1)
  }

  @Test("Analyses by different rules are refused, or compared and marked")
  func mixed() throws {
    let folder = try folder()
    try save("ndjson", as: "old.ndjson", in: folder)
    try folder.write(
      "rules/civic-campaign/pack.yaml", Self.pack.replacing("[负责]", with: "[负责, 认真]"))
    try save("ndjson", as: "new.ndjson", in: folder)
    let arguments = ["--input", "analysis", "old.ndjson", "new.ndjson", "--by", "place"]
    let refused = try compare(arguments, in: folder)
    #expect(refused.status == 2)
    #expect(refused.output.isEmpty)
    #expect(refused.error.contains("made by different rules"))
    #expect(refused.error.contains("--allow-mixed"))
    let marked = try compare(arguments + ["--allow-mixed"], in: folder)
    #expect(marked.status == 0)
    #expect(marked.output.contains("MIXED: the analyses were made by 2 sets of rules"))
    #expect(marked.error.contains("12 analyses have the source of one before"))
    let data = try compare(arguments + ["--allow-mixed", "-f", "csv"], in: folder)
    #expect(data.output.contains(",yes,duban.comparison/2"))
  }

  @Test("Another form of analyses is refused as well")
  func otherSchema() throws {
    let folder = try folder()
    try save("ndjson", as: "all.ndjson", in: folder)
    try folder.write(
      "all.ndjson",
      try folder.text("all.ndjson").replacing("duban.analysis/1", with: "duban.analysis/9"))
    let run = try compare(["--input", "analysis", "all.ndjson", "--by", "place"], in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("have the form duban.analysis/9"))
  }

  @Test(
    "A file that was cut off says where, and the rest is compared", arguments: ["ndjson", "json"])
  func truncated(format: String) throws {
    let folder = try folder()
    try save(format, as: "all.\(format)", in: folder)
    let bytes = Array(try folder.text("all.\(format)").utf8)
    try folder.write("all.\(format)", Array(bytes[..<(bytes.count * 3 / 4 - 20)]))
    let run = try compare(
      ["--input", "analysis", "all.\(format)", "--by", "place", "-f", "json"], in: folder)
    #expect(run.status == 2)
    #expect(
      run.error.contains(format == "json" ? "the file ends inside the list" : "all.ndjson:"))
    #expect(run.output.contains("\"articles\":8,") || run.output.contains("\"articles\":9,"))
  }

  @Test("What is no analysis is named by line, and its remedy by the command")
  func notAnalyses() throws {
    let folder = try folder()
    try folder.write("records.ndjson", "{\"text\":\"a\"}\nnonsense\n")
    let run = try compare(["--input", "analysis", "records.ndjson", "--by", "place"], in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("records.ndjson:1: is no saved analysis"))
    #expect(run.error.contains("records.ndjson:2: expected an object"))
    #expect(run.output.isEmpty)
  }

  @Test("A table of facts is joined by the source of the analysis")
  func manifest() throws {
    let folder = try folder()
    try save("ndjson", as: "all.ndjson", in: folder)
    let arguments = ["--input", "analysis", "all.ndjson", "-f", "csv", "-m", "facts.csv", "--by"]
    try folder.write("facts.csv", Self.table)
    let tier = try compare(arguments + ["tier"], in: folder)
    #expect(tier.output.contains("\r\ntier,one,"))
    #expect(tier.error.contains("10 of 12 articles have no row in facts.csv"))
    #expect(!tier.error.contains("no article"))
    try folder.write("facts.csv", Self.table + "a99.txt,two\n")
    for source in [["--input", "analysis", "all.ndjson"], ["articles"]] {
      let astray = try compare(source + ["-m", "facts.csv", "--by", "tier"], in: folder)
      #expect(astray.status == 0)
      #expect(astray.error.contains("facts.csv: 1 rows fit no article: `a99.txt`"))
    }
    try folder.write("facts.csv", Self.table)
    let wrong = try compare(arguments + ["teir"], in: folder)
    #expect(wrong.error.contains("did you mean `tier`?"))
    #expect(wrong.status == 2)
    try folder.write("facts.csv", "path,tier\nelsewhere.txt,one\n")
    let nothing = try compare(arguments + ["tier"], in: folder)
    #expect(nothing.error.contains("no row fits any article"))
    #expect(nothing.status == 2)
    try folder.write("facts.csv", "path,tier\narticles/a0.txt,one\n./articles/a0.txt,two\n")
    let twice = try compare(arguments + ["tier"], in: folder)
    #expect(twice.error.contains("both fit articles/a0.txt"))
    #expect(twice.status == 2)
  }

  @Test("Without a pack names stand as they are")
  func withoutPack() throws {
    let folder = try folder()
    try save("ndjson", as: "all.ndjson", in: folder)
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("all.ndjson", try folder.text("all.ndjson"))
    let run = try ProgramProcess(
      ["compare", "--input", "analysis", "all.ndjson", "--by", "place", "--draws", "200"],
      in: elsewhere)
    #expect(run.status == 0)
    #expect(run.output.contains("duty ≥2"))
  }

  @Test(
    "What cannot be asked for says what can",
    arguments: [
      (["--contrast", "云川市"], "`--contrast` cannot be `云川市`"),
      (["--contrast", "云川市:北"], "there is no group `北` to contrast"),
      (["--min-articles", "0"], "`--min-articles` cannot be `0`"),
      (["--within", "place"], "cannot be used together"),
      (["--within", "tpye"], "did you mean `type`?"),
      (["--draws", "5"], "`--draws` cannot be `5`"),
      (["--text-field", "body"], "saved analyses are read as they are"),
    ])
  func mistakes(options: [String], message: String) throws {
    let folder = try folder()
    try save("ndjson", as: "all.ndjson", in: folder)
    let run = try ProgramProcess(
      ["compare", "--input", "analysis", "all.ndjson", "--by", "place"] + options, in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test("Other commands do not read saved analyses")
  func otherCommands() throws {
    let folder = try folder()
    let run = try ProgramProcess(["classify", "--input", "analysis", "a.ndjson"], in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("`--input` cannot be `analysis`"))
  }
}
