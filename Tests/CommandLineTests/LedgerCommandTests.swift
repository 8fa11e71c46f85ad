import Decoding
import TestSupport
import Testing

/// `ledger` and `review` run as processes.
@Suite(.serialized)
struct LedgerCommandTests {
  private func run(
    _ arguments: String..., in folder: borrowing TemporaryFolder
  ) throws -> ProgramProcess {
    try ProgramProcess(
      arguments + ["--lang", "en"], in: folder, variables: ["COLUMNS=100"])
  }

  @Test("ledger says who, by when, how often, who said so, and what is missing")
  func ledger() throws {
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "csv", in: .ofTasks())
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.output == """
        article,place of the article,date,speaker,task,deadline,frequency,act,who,force,when,\
        how the bearer was found,class,line,specificity,accountability,missing,\
        kept out of averages\r
        articles/a.txt,,,王某,各街道要于9月3日前清理楼道,2024-09-03,,清理,各街道,,9月3日,,order,1,100,100,frequency,0\r
        articles/a.txt,,,王某,城管局要每日巡查,,每日,巡查,城管局,,每日,,order,1,100,100,deadline,0\r

        """)
  }

  /// Tasks of which the one of 城管局 is kept out of averages.
  private func folderWithExcluded() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml")
        .replacing("labels:\n", with: "labels:\n  apart: {on: directive, mark: true}\n")
        .replacing("core: [act]", with: "core: [act]\n  excluded: apart")
        .replacing("rules:\n", with: "rules:\n  - {id: apart, gives: apart, any: [城管局]}\n"))
    return folder
  }

  @Test(
    "A directive that is kept out of averages is told of wherever directives are counted",
    arguments: [
      (["classify"], "= directives 1 + 1 kept out of averages · "),
      (["classify"], " paragraphs 2 · directives 1 + 1 kept out of averages"),
      (["ledger"], "directives 1 + 1 kept out of averages\n"),
      (["ledger"], "no date · kept out of averages ─"),
      (["ledger"], "speaker 王某"), (["ledger"], "order · specificity 100"),
      (["ledger", "-f", "csv"], "100,100,frequency,0\r\n"),
      (["ledger", "-f", "csv"], "100,100,deadline,1\r\n"),
      (["ledger", "-f", "json"], "\"task\":\"城管局要每日巡查\",\"class\":\"order\",\"excluded\":true"),
    ])
  func excluded(arguments: [String], words: String) throws {
    let run = try ProgramProcess(
      arguments + ["articles", "--rules", "rules", "--lang", "en"], in: folderWithExcluded())
    #expect(run.output.contains(words), "\(run.output) \(run.error)")
  }

  @Test("What is filtered away is not counted, kept out of averages or not")
  func excludedAndFiltered() throws {
    let run = try run(
      "ledger", "articles", "--rules", "rules", "--missing", "frequency", in: folderWithExcluded())
    #expect(run.output.contains("directives 1\n"), "\(run.output)")
  }

  @Test(
    "ledger keeps what lacks the columns that are asked for",
    arguments: [
      (["--missing", "deadline"], 1), (["--missing", "frequency"], 1),
      (["--missing", "deadline", "--missing", "frequency"], 0), (["--missing", "who"], 0),
      (["--missing", "w"], 0), (["--min-specificity", "100"], 2),
      (["--min", "specificity=100"], 2),
      (["--min", "accountability=100", "--min", "specificity=1"], 2),
    ])
  func filters(options: [String], count: Int) throws {
    let run = try ProgramProcess(
      ["ledger", "articles", "--rules", "rules", "-f", "csv"] + options, in: .ofTasks())
    #expect(run.output.split(separator: "\r\n").count == count + 1, "\(run.output)")
  }

  @Test("What no score counts is not missing, and can be asked for all the same")
  func recorded() throws {
    let folder = try TemporaryFolder.ofTasks()
    let pack = try folder.text("rules/pack.yaml")
    let labels = "labels:\n"
    try folder.write(
      "rules/pack.yaml",
      pack.replacing(labels, with: labels + "  extra: {on: directive, role: slot, amount: true}\n"))
    let all = try run("ledger", "articles", "--rules", "rules", "-f", "json", in: folder)
    #expect(!all.output.isEmpty && !all.output.contains("\"missing\":[\"extra\""), "\(all.output)")
    let table = try run("ledger", "articles", "--rules", "rules", in: folder)
    #expect(!table.output.contains("extra"), "\(table.output)")
    let asked = try run(
      "ledger", "articles", "--rules", "rules", "-f", "csv", "--missing", "extra", in: folder)
    #expect(asked.output.split(separator: "\r\n").count == 3, "\(asked.output)")
  }

  @Test(
    "How often is what the pack calls a frequency, in whatever it is measured",
    arguments: [
      ("measured-in: times a year\n    frequency: true", "\"每日\""),
      ("measured-in: 次\n    frequency: true", "\"每日\""), ("frequency: true", "\"每日\""),
      ("measured-in: times the usual", "null"),
    ])
  func frequency(keys: String, shown: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    let pack = try folder.text("rules/pack.yaml").replacing("    frequency: true\n", with: "")
    try folder.write(
      "rules/pack.yaml", pack.replacing("measured-in: times a year", with: keys))
    try folder.write("articles/a.txt", "城管局要每日巡查。\n")
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "json", in: folder)
    #expect(run.output.contains("\"frequency\":\(shown),"), "\(run.output) \(run.error)")
  }

  @Test("A month ends with its last day, a year with its last month, in the order and in one task")
  func periods() throws {
    let folder = try TemporaryFolder.ofTasks()
    let pack = try folder.text("rules/pack.yaml")
    let forms = "    forms:\n      - {pattern: <number>月<number>日,"
    try folder.write(
      "rules/pack.yaml",
      pack.replacing(
        forms,
        with: """
              forms:
                - {pattern: 年内, date: {year: 2024}}
                - {pattern: <number>月内, date: {year: 2024, month: number}}
                - {pattern: <number>月<number>日,
          """))
    let days = ["年内", "2月内", "12月1日前", "2月28日前", "3月1日前", "2月内、2月9日前", "2月内、2月29日前"]
    try folder.write("articles/a.txt", days.map { "各街道要于\($0)清理楼道。" }.joined() + "\n")
    let run = try run(
      "ledger", "articles", "--rules", "rules", "-f", "json", "--sort", "deadline", in: folder)
    let found = run.output.split(separator: "\"deadline\":\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(
      found == [
        "2024-02-28", "2024-02", "2024-02", "2024-02-29", "2024-03-01", "2024-12-01", "2024",
      ], "\(run.output) \(run.error)")
  }

  @Test("A column that no task has is an error with the nearest name")
  func unknownColumn() throws {
    let run = try run(
      "ledger", "articles", "--rules", "rules", "--missing", "dedline", in: .ofTasks())
    #expect(run.error.contains("a task has no `dedline`: did you mean `deadline`?"))
    #expect(run.status == 2)
  }

  @Test(
    "A score that the pack does not have is refused, with the nearest name",
    arguments: [
      (["--min-specificity", "60"], "the pack has no score `specificity`: known are clarity, who"),
      (["--min-accountability", "1"], "the pack has no score `accountability`: known are clarity"),
      (["--min", "clearity=60"], "the pack has no score `clearity`: did you mean `clarity`?"),
      (["--sort", "clearity"], "tasks have no order `clearity`: did you mean `clarity`?"),
      (["--sort", "specificity"], "known are deadline, article, clarity, who"),
      (["--min", "clarity=101"], "`--min` cannot be `clarity=101`"),
      (["--min", "clarity"], "`--min` cannot be `clarity`"),
    ])
  func unknownScore(options: [String], message: String) throws {
    let folder = try TemporaryFolder.ofTasks(scores: ["clarity", "who"])
    let run = try ProgramProcess(["ledger", "articles", "--rules", "rules"] + options, in: folder)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  @Test("Any score of the pack filters and sorts, and what all have says nothing")
  func anyScore() throws {
    let folder = try TemporaryFolder.ofTasks(scores: ["clarity", "who"])
    try folder.write("articles/a.txt", "各街道要每日清理。各街道要巡查。城管局要每日巡查。\n")
    let sorted = try run(
      "ledger", "articles", "--rules", "rules", "-f", "csv", "--sort", "clarity", in: folder)
    let tasks = sorted.output.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",").dropFirst().first
    }
    #expect(tasks == ["各街道要巡查", "各街道要每日清理", "城管局要每日巡查"], "\(sorted.error)")
    let kept = try run(
      "ledger", "articles", "--rules", "rules", "-f", "csv", "--min", "clarity=51", in: folder)
    #expect(kept.output.split(separator: "\r\n").count == 3, "\(kept.output)")
  }

  @Test(
    "What programs read is the same in every locale; tables follow it",
    arguments: [
      (["ledger", "-f", "csv"], true), (["ledger", "-f", "json"], true),
      (["review", "-f", "json"], true), (["review", "-f", "sarif"], true),
      (["classify", "-f", "csv"], true), (["classify", "-f", "ndjson"], true),
      (["explain", "-f", "json"], true), (["coverage", "-f", "json"], true),
      (["ledger"], false), (["ledger", "-f", "markdown"], false), (["review"], false),
    ])
  func locales(arguments: [String], isSame: Bool) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("words/zh.yaml", try Repository.text("rules/words/zh.yaml"))
    let words = arguments + ["articles/a.txt", "--rules", "rules"]
    let outputs = try ["C", "zh_CN.UTF-8"].map { locale in
      try ProgramProcess(words, in: folder, variables: ["LC_ALL=\(locale)"])
    }
    #expect(outputs.map(\.status) == [0, 0], "\(outputs.map(\.error))")
    #expect((outputs[0].output == outputs[1].output) == isSame, "\(outputs[1].output)")
    let asked = try ProgramProcess(
      words + ["--lang", "zh"], in: folder, variables: ["LC_ALL=C"])
    if !isSame { #expect(asked.output == outputs[1].output) }
  }

  @Test("CSV for spreadsheets begins with the mark when asked, and only CSV has one")
  func mark() throws {
    let run = try run(
      "ledger", "articles", "--rules", "rules", "-f", "csv", "--bom", in: .ofTasks())
    #expect(run.output.unicodeScalars.first == "\u{FEFF}")
    let table = try self.run("ledger", "articles", "--rules", "rules", "--bom", in: .ofTasks())
    #expect(table.status == 2)
    #expect(table.error.contains("the mark belongs to CSV"))
  }

  @Test("No two columns are called the same", arguments: ["en", "zh"])
  func columns(language: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    let run = try ProgramProcess(
      [
        "ledger", "articles", "--rules", Repository.root + "/rules", "-f", "csv", "--lang",
        language,
      ], in: folder)
    let titles = run.output.prefix { $0 != "\r\n" }.split(separator: ",")
    #expect(titles.count > 20, "\(run.error)")
    #expect(Set(titles).count == titles.count, "\(titles)")
  }

  @Test("Markdown cells hold no bars and no line breaks of their own")
  func markdown() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("articles/a.txt", "各街道要清理a|b*楼道。\n")
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "markdown", in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].contains("a\\|b\\*楼道"), "\(run.output)")
  }

  @Test("Words by which a rule knows that nobody is named fill no cell, and the bearer is missing")
  func nobody() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml")
        + "  - {id: nobody, gives: who = 0.1, any: [集市], flags: [implied], fires-on: [集市要清理。]}\n")
    try folder.write("articles/a.txt", "集市要清理。城管局要巡查。\n")
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "json", in: folder)
    let rows = run.output.split(separator: "\"source\"").dropFirst()
    #expect(rows.map { $0.contains("\"集市\"") } == [false, false], "\(run.output)")
    #expect(rows.map { $0.contains("\"城管局\"") } == [false, true], "\(run.output)")
    #expect(
      rows.map { $0.contains("\"missing\":[\"who\"") } == [true, false], "\(run.output)")
  }

  @Test("Tasks of one day and place stand under one heading, and rhythms are counted")
  func headings() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "articles/a.txt", "王某强调，各街道要清理楼道。城管局要每日巡查。要于9月3日前清理。\n李某强调，城管局要每日巡查。\n")
    let run = try run("ledger", "articles", "--rules", "rules", in: folder)
    let headings = run.output.split(separator: "\n").filter { $0.hasPrefix("──") }
      .map { $0.split(separator: " ").dropFirst().dropLast().joined(separator: " ") }
    let expected = ["2024-09-03", "no date", "totals"]
    #expect(headings == expected, "\(run.output)")
    #expect(run.output.contains("1 of 4 name a date\n2 more say how often\n"), "\(run.output)")
  }

  @Test("review quotes what a directive does say of what it leaves open")
  func halfOpen() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "rules/pack.yaml",
      try folder.text("rules/pack.yaml")
        + "  - {id: at-once, gives: when = 0.3, any: [即日起], fires-on: [即日起清理。]}\n"
        + "  - {id: no-day, gives: when = 0.1, any: [哪天], flags: [implied], fires-on: [哪天清理。]}\n")
    try folder.write("articles/a.txt", "各街道即日起要清理楼道。城管局哪天要清理楼道。\n")
    let run = try run("review", "articles", "--rules", "rules", in: folder)
    #expect(
      run.output.contains("by when is open  only “即日起”  specificity 65 → 100\n"), "\(run.output)")
    #expect(run.output.contains("by when is open  specificity 55 → 100\n"), "\(run.output)")
  }

  @Test("review says what is open in each directive and what it would do to the scores")
  func review() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("articles/a.txt", "城管局要巡查。各街道要每日清理楼道。\n")
    let run = try run("review", "articles", "--rules", "rules", in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.output.contains(
        """
        line 1  specificity 50 · accountability 100
          城管局要巡查
            by when is open  specificity 50 → 100
        """), "\(run.output)")
    #expect(!run.output.contains("specificity 100 →"))
  }

  @Test(
    "review reads records, with the facts of a table",
    arguments: [("r1", 0, ""), ("r2", 2, "facts.csv: no row fits any record")])
  func reviewedRecords(row: String, status: Int32, message: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("r.ndjson", "{\"id\":\"r1\",\"body\":\"城管局要巡查。\"}\n")
    try folder.write("facts.csv", "path,date\n\(row),2024-05-05\n")
    let run = try run(
      "review", "r.ndjson", "--rules", "rules", "-f", "json", "--input", "ndjson", "--text-field",
      "body", "-m", "facts.csv", in: folder)
    #expect(run.status == status, "\(run.error)")
    #expect(message.isEmpty ? run.error.isEmpty : run.error.contains(message), "\(run.error)")
    if status == 0 { #expect(run.output.contains("\"source\":\"r1\""), "\(run.output)") }
  }

  @Test("review in SARIF points at the bytes of the directive")
  func reviewSARIF() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("articles/a.txt", "天气好。城管局要巡查。\n")
    let run = try run("review", "articles", "--rules", "rules", "-f", "sarif", in: folder)
    #expect(run.output.contains("\"ruleId\":\"open-when\""), "\(run.output)")
    #expect(run.output.contains("\"byteOffset\":12,\"byteLength\":18"), "\(run.output)")
    #expect(run.output.contains("\"uri\":\"articles/a.txt\""))
  }

  @Test("review in SARIF names a Word file, and no place in what was unpacked from it")
  func reviewedWordFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.docx", try Repository.bytes("fixtures/office/meeting.docx"))
    let run = try ProgramProcess(
      ["review", "a.docx", "--rules", Repository.root + "/rules", "-f", "sarif"], in: folder)
    #expect(
      run.output.contains("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.docx\"}}}"),
      "\(run.output) \(run.error)")
    #expect(!run.output.contains("\"region\""))
  }

  @Test(
    "review in SARIF counts lines and columns of the text, whatever the encoding",
    arguments: TextEncoding.allCases)
  func reviewedEncodings(encoding: TextEncoding) throws {
    let folder = try TemporaryFolder.ofTasks()
    // The first character is U+4E0A, whose second byte in UTF-16 looks like a line break.
    let text = "上級開會。\n天氣好。城管局要巡查。\n"
    let bytes = try #require(EncodedText.bytes(text, as: encoding))
    try folder.write("articles/a.txt", bytes)
    let run = try ProgramProcess(
      [
        "review", "articles/a.txt", "--rules", "rules", "-f", "sarif", "--encoding",
        encoding.rawValue,
      ], in: folder)
    #expect(
      run.output.contains(
        "\"startLine\":2,\"startColumn\":5,\"endLine\":2,\"endColumn\":11"), "\(run.output)")
  }

  @Test("review fails under a minimum, and only there", arguments: [(50, 0), (51, 1)])
  func failUnder(minimum: Int, status: Int32) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("articles/a.txt", "城管局要巡查。\n")
    let run = try run(
      "review", "articles", "--rules", "rules", "--fail-under", "\(minimum)", in: folder)
    #expect(run.status == status, "\(run.error)")
    #expect(run.error.contains("mean specificity 50.0 is under 51") == (status == 1))
  }
}
