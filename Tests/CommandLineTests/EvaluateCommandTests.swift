import Testing

/// `evaluate` and `ledger` run as processes.
@Suite(.serialized)
struct EvaluateCommandTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong], title: {en: duty, zh: 责任}}
      act: {on: directive, role: slot, symbol: a, amount: true}
      who: {on: directive, role: slot, symbol: w, amount: true}
      force: {on: directive, role: slot, symbol: d, amount: true}
      when: {on: directive, role: slot, symbol: t, amount: true}
      class: {on: directive, choices: [order]}
      yao: {on: clause, mark: true}
      says: {on: clause, mark: true}
      around: {on: clause, mark: true}
    values:
      day:
        forms:
          - {pattern: <number>月<number>日, date: {year: 2024, month: number, day: second-number}}
      rhythm:
        measured-in: times a year
        forms:
          - {pattern: 每日, value: 365}
    directives:
      marks: {demand: yao, opens: says, aside: around}
      bearer: {slot: who}
      force: {slot: force}
      core: [act]
      class: {label: class, default: order}
    scores:
      specificity:
        parts: {act: 50 * act, when: 50 * when}
      accountability:
        parts: {who: 100 * who}
    rules:
      - {id: yao, gives: yao, any: [要], fires-on: [要清理。]}
      - {id: says, gives: says, any: [强调$], fires-on: ['王某强调,要清理。']}
      - {id: around, gives: around, any: [强调], fires-on: ['王某强调,要清理。']}
      - {id: duty/head, gives: duty = strong, any: [负责], fires-on: [组长负责。]}
      - {id: act, gives: act = 1.0, any: [清理, 巡查], fires-on: [要清理。]}
      - {id: who, gives: who = 1.0, any: [各街道, 城管局], fires-on: [各街道要清理。]}
      - {id: when, gives: when = 1.0, any: [<day>, <rhythm>], fires-on: [要每日清理。]}

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/pack.yaml", Self.pack)
    try folder.write(
      "articles/a.txt", "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。\n\n组长负责。\n")
    try folder.write(
      "gold/a.json",
      """
      {"article": "a.txt", "split": "test", "doc_type": "D1", "noise": [], "paragraphs": [
        {"n": 1, "text": "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。",
         "tags": {"duty": 0}, "via": "directive", "frames": [
          {"text": "各街道要于9月3日前清理楼道", "class": "order",
           "slots": {"a": 1, "w": 1, "t": 1, "d": 0.8}, "evidence": {"t": "9月3日前"},
           "specificity": [100], "accountability": [100]},
          {"text": "城管局要每日巡查", "class": "order", "slots": {"a": 1, "t": [0.5, 1]},
           "specificity": [80, 100], "accountability": 60}]},
        {"n": 2, "text": "组长负责。", "tags": {"duty": 1}, "frames": []}]}
      """)
    return folder
  }

  private func run(
    _ arguments: String..., in folder: borrowing TemporaryFolder
  ) throws -> ProgramProcess {
    try ProgramProcess(
      arguments + ["--lang", "en"], in: folder, variables: ["COLUMNS=100"])
  }

  @Test("evaluate finds the articles beside the labels and counts what agrees")
  func evaluate() throws {
    let run = try run("evaluate", "gold", "--rules", "rules", "-f", "csv", in: folder())
    #expect(run.status == 0, "\(run.error)")
    for row in [
      "program,all,,paragraphs,,f1,4,4,1,",
      "program,all,,tag,duty,f1,2,2,1,",
      "program,all,,tag,duty,level,0,1,0,",
      "program,all,,directives,,f1,4,4,1,",
      "program,all,,slot,when,value,2,2,1,",
      "program,all,,slot,when,words,1,1,1,",
      "program,all,,score,specificity,error,2,,5,",
      "program,all,,score,accountability,error,2,,20,",
      "program,type,D1,directives,,f1,4,4,1,",
      "program,noise,clean,directives,,f1,4,4,1,",
    ] {
      #expect(run.output.contains("\r\n\(row)"), "\(row)\n\(run.output)")
    }
  }

  @Test("A second person is held against the first, without the program")
  func second() throws {
    let folder = try folder()
    try folder.write(
      "second/a.json",
      """
      {"article": "a.txt", "paragraphs": [
        {"n": 1, "text": "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。",
         "tags": {"duty": 2}, "frames": []}]}
      """)
    let run = try run(
      "evaluate", "gold", "--second", "second", "--rules", "rules", "-f", "csv", in: folder)
    #expect(run.output.contains("\r\ncoder,all,,directives,,recall,0,2,0,"), "\(run.output)")
    #expect(run.output.contains("\r\ncoder,all,,tag,duty,f1,0,2,0,"), "\(run.output)")
  }

  @Test(
    "What cannot be used is said with its place, and the status is 2",
    arguments: [
      ("{\"article\": \"a.txt\"}", "gold/b.json: `paragraphs` is missing"),
      ("{\"paragraphs\": []}", "gold/b.json: `article` is missing: the name of the labelled file"),
      ("{", "gold/b.json: no valid JSON of labels"),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": 1, \"tags\": {}}]}",
        "gold/b.json: a value of another kind is expected at `paragraphs[0].text`"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {\"dutty\": 1}}]}",
        "gold/b.json: the pack has no tag `dutty`"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {}, "
          + "\"frames\": [{\"text\": \"x\", \"slots\": {\"z\": 1}}]}]}",
        "gold/b.json: the pack has no slot `z`"
      ),
      (
        "{\"article\": \"z.txt\", \"paragraphs\": []}",
        "gold/b.json: the article z.txt is not beside the labels; name its folder by --articles"
      ),
    ])
  func badLabels(json: String, message: String) throws {
    let folder = try folder()
    try folder.write("gold/b.json", json)
    let run = try run("evaluate", "gold", "--rules", "rules", in: folder)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.status == 2)
    #expect(run.output.contains("directives"), "the other labels are evaluated")
  }

  @Test("A split that no labels have is an error, not an empty table")
  func emptySplit() throws {
    let run = try run("evaluate", "gold", "--split", "tset", "--rules", "rules", in: folder())
    #expect(run.error.contains("no labels of the split `tset` were found"))
    #expect(run.status == 2)
  }

  @Test("ledger says who, by when, how often, who said so, and what is missing")
  func ledger() throws {
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "csv", in: folder())
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.output == """
        article,place,date,speaker,task,deadline,frequency,act,who,force,when,\
        how the bearer was found,specificity,accountability,missing\r
        articles/a.txt:1,,,王某,各街道要于9月3日前清理楼道,2024-09-03,,清理,各街道,,9月3日,,100,100,\r
        articles/a.txt:1,,,王某,城管局要每日巡查,,每日,巡查,城管局,,每日,,100,100,\r

        """)
  }

  @Test(
    "ledger keeps what lacks the columns that are asked for",
    arguments: [
      (["--missing", "deadline"], 1), (["--missing", "frequency"], 1),
      (["--missing", "deadline", "--missing", "frequency"], 0), (["--missing", "who"], 0),
      (["--missing", "w"], 0), (["--min-specificity", "100"], 2),
    ])
  func filters(options: [String], count: Int) throws {
    let run = try ProgramProcess(
      ["ledger", "articles", "--rules", "rules", "-f", "csv"] + options, in: folder())
    #expect(run.output.split(separator: "\r\n").count == count + 1, "\(run.output)")
  }

  @Test("A column that no task has is an error with the nearest name")
  func unknownColumn() throws {
    let run = try run(
      "ledger", "articles", "--rules", "rules", "--missing", "dedline", in: folder())
    #expect(run.error.contains("a task has no `dedline`: did you mean `deadline`?"))
    #expect(run.status == 2)
  }

  @Test("CSV for spreadsheets begins with the mark when asked, and only CSV has one")
  func mark() throws {
    let run = try run(
      "ledger", "articles", "--rules", "rules", "-f", "csv", "--bom", in: folder())
    #expect(run.output.unicodeScalars.first == "\u{FEFF}")
    let table = try self.run("ledger", "articles", "--rules", "rules", "--bom", in: folder())
    #expect(table.status == 2)
    #expect(table.error.contains("the mark belongs to CSV"))
  }

  @Test("Markdown cells hold no bars and no line breaks of their own")
  func markdown() throws {
    let folder = try folder()
    try folder.write("articles/a.txt", "各街道要清理a|b*楼道。\n")
    let run = try run("ledger", "articles", "--rules", "rules", "-f", "markdown", in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].contains("a\\|b\\*楼道"), "\(run.output)")
  }
}
